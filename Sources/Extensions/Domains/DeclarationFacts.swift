import DocTree

/// What a page declares in C and C++.
struct DeclarationData: PageData {
  static let key = "declarations"

  var items: [Declaration] = []

  static func collect(from document: Document, in context: CollectContext) -> DeclarationData? {
    var items: [Declaration] = []
    for element in document.findAllDescribing([DescSignature.self]) {
      guard let signature = element as? DescSignature, let text = signature.declaration,
        let id = signature.ids.first,
        let desc = signature.parent as? Desc, let domain = desc.domain,
        let path = signature.tocParts.flatMap({ PythonLiteral.items(ofTuple: $0) })
      else { continue }
      items.append(
        Declaration(
          domain: domain, path: path.compactMap { $0 }, type: desc.objtype ?? "", text: text,
          page: "", id: id))
    }
    return items.isEmpty ? nil : DeclarationData(items: items)
  }

  func store(to writer: inout StoreWriter) {
    writer.write(items) { writer, item in item.store(to: &writer) }
  }

  init(items: [Declaration]) { self.items = items }

  init(stored reader: inout StoreReader) throws {
    items = try reader.readItems { try Declaration(stored: &$0) }
  }
}

/// One declaration.
struct Declaration: Codable, Equatable, Sendable {
  var domain: String
  /// The names from the outermost scope to its own.
  var path: [String]
  /// What the directive says that it is.
  var type: String
  /// As it is written.
  var text: String
  /// Empty in what is collected from a page.
  var page: String
  var id: String

  static func separator(_ domain: String) -> String { domain == "c" ? "." : "::" }

  /// The full name.
  var name: String { path.joined(separator: Self.separator(domain)) }

  func store(to writer: inout StoreWriter) {
    for text in [domain, type, text, page, id] { writer.write(text) }
    writer.write(path) { writer, name in writer.write(name) }
  }

  init(stored reader: inout StoreReader) throws {
    domain = try reader.readString()
    type = try reader.readString()
    text = try reader.readString()
    page = try reader.readString()
    id = try reader.readString()
    path = try reader.readItems { try $0.readString() }
  }

  init(
    domain: String, path: [String], type: String, text: String, page: String, id: String
  ) {
    self.domain = domain
    self.path = path
    self.type = type
    self.text = text
    self.page = page
    self.id = id
  }
}

/// What is declared by a name, by `domain:name`: functions of C++ may be several.
struct DeclarationFact: Fact {
  static let key = "declaration"

  var declarations: [Declaration] = []
  /// What is declared in it.
  var members: [Declaration] = []

  init() {}

  func store(to writer: inout StoreWriter) {
    for list in [declarations, members] {
      writer.write(list) { writer, item in item.store(to: &writer) }
    }
  }

  init(stored reader: inout StoreReader) throws {
    declarations = try reader.readItems { try Declaration(stored: &$0) }
    members = try reader.readItems { try Declaration(stored: &$0) }
  }
}

/// Sorts the declarations of all pages by name.
struct DeclarationStep: GlobalStep {
  func run(_ project: ProjectData, _ facts: inout FactTable) throws {
    var result: [String: DeclarationFact] = [:]
    var ids: Set<String> = []
    for page in project.pages {
      for var item in page.values[DeclarationData.self]?.items ?? []
      where ids.insert("\(item.domain):\(item.id)").inserted {
        item.page = page.name
        result["\(item.domain):\(item.name)", default: DeclarationFact()].declarations.append(item)
        let parent = item.path.dropLast().joined(separator: Declaration.separator(item.domain))
        result["\(item.domain):\(parent)", default: DeclarationFact()].members.append(item)
      }
    }
    if !result.isEmpty { facts.add(DeclarationFact.self, result) }
  }
}
