import DocTree

/// What references from anywhere can point to on a page.
struct PageTargets: PageData {
  static let key = "targets"

  /// Something with a name that authors gave or a heading has.
  struct Place: Codable, Equatable, Sendable {
    var name: String
    var id: String
    /// The title or caption; nil if it has none.
    var title: String?
    /// Where it is, for messages.
    var position: PagePosition
  }

  /// Something described.
  struct Object: Codable, Equatable, Sendable {
    var domain: String
    var type: String
    /// The name that references use.
    var name: String
    var id: String
    /// What is shown where the pointer rests on a link; nil for the name.
    var title: String?
    var position: PagePosition
    /// Whether it is one more name, which nothing else has to make room for.
    var isAlias = false

    var isOption: Bool { type.hasSuffix("option") }
  }

  /// The title as plain text; nil if there is none.
  var title: String?
  /// By the names that authors gave, normalized, with and without title.
  var labels: [Place] = []
  /// By the anchors of headings.
  var anchors: [Place] = []
  /// By id.
  var ids: [Place] = []
  /// The entries of glossaries; `title` is nil.
  var terms: [Place] = []
  /// Numbered formulas by label; the title is the number.
  var equations: [Place] = []
  var objects: [Object] = []

  static func collect(from document: Document, in context: CollectContext) throws -> PageTargets? {
    var targets = PageTargets()
    targets.title = document.next(Title.self)?.cleanText() ?? document.title
    for element in document.findAllNamed() { targets.note(element, in: document) }
    var target: Target?
    for element in document.findAllDescribing([
      Term.self, MathBlock.self, DescSignature.self, Target.self,
    ]) {
      targets.noteSpecial(element, behind: target, in: document)
      target = element as? Target
    }
    return targets
  }

  private mutating func note(_ element: Element, in document: Document) {
    let title = TargetTitle.of(element)
    let position = PagePosition(of: element, in: document)
    for id in element.ids { ids.append(Place(name: id, id: id, title: title, position: position)) }
    // Notes have names for their page alone, and what is described is found in its domain.
    guard !(element is Footnote || element is Citation || element is DescSignature) else { return }
    for name in element.names {
      guard let id = document.explicitID(named: name) else { continue }
      labels.append(Place(name: name, id: id, title: title, position: position))
    }
    if let slug = element.undeclaredAttributes["slug"]?.text, let first = element.ids.first {
      let id = element.ids.contains(slug) ? slug : first
      anchors.append(Place(name: slug, id: id, title: title, position: position))
    }
  }

  private mutating func noteSpecial(
    _ element: Element, behind target: Target?, in document: Document
  ) {
    let position = PagePosition(of: element, in: document)
    if let term = element as? Term, let id = term.ids.first {
      // A term has its name in both languages.
      for element in [term, term.untranslated].compactMap({ $0 }) {
        var text = ""
        for child in element.children where !(child is DocTree.Index) { text += child.astext() }
        terms.append(Place(name: text, id: id, title: nil, position: position))
      }
    } else if let block = element as? MathBlock, let label = block["label"]?.text,
      let number = block["number"]?.text
    {
      let id = block.ids.first ?? "equation-\(label)"
      // The target of a formula is where its label is.
      let isNamed = target.map { $0.refid == id || $0.ids.contains(id) } ?? false
      equations.append(
        Place(
          name: label, id: id, title: number,
          position: isNamed
            ? target.map { PagePosition(of: $0, in: document) } ?? position : position))
    } else if let target = element as? Target {
      guard let module = target.module, let id = target.moduleID else { return }
      objects.append(
        Object(
          domain: module.domain, type: "module", name: module.name, id: id,
          title: module.linkTitle, position: position))
    } else if let signature = element as? DescSignature, let desc = signature.parent as? Desc,
      !desc.noIndex, let id = signature.ids.first, let domain = desc.domain
    {
      let type = ObjectNames.type(desc.objtype ?? "", domain: domain)
      for name in ObjectNames.of(signature, id: id, domain: domain) {
        let title = ObjectNames.title(ofName: name, type: type, domain: domain)
        objects.append(
          Object(
            domain: domain, type: type, name: name, id: id, title: title, position: position))
      }
      for name in ObjectNames.aliases(of: signature, in: desc, domain: domain) {
        objects.append(
          Object(domain: domain, type: type, name: name, id: id, position: position, isAlias: true))
      }
    }
  }
}

/// What references show of an element. (Sphinx: StandardDomain.process_doc.)
enum TargetTitle {
  static func of(_ element: Element) -> String? {
    switch element {
    case is Rubric, is Title, is Subtitle: return element.cleanText()
    case is DefinitionList, is FieldList: return (element.children.first?.asElement).flatMap(term)
    case is DefinitionListItem, is Field: return term(of: element)
    default: break
    }
    for child in element.children {
      if child is Title || child is Caption { return child.cleanText() }
      if element is Compound, let caption = (child as? Toctree)?.caption { return caption }
    }
    return nil
  }

  /// What is defined, or the name of a field.
  private static func term(of item: Element) -> String? {
    guard let first = item.children.first, first is Term || first is FieldName else { return nil }
    return first.cleanText()
  }
}

// MARK: Storing

extension PageTargets {
  func store(to writer: inout StoreWriter) {
    writer.write(title)
    for places in [labels, anchors, ids, terms, equations] {
      writer.write(places) { writer, place in
        writer.write(place.name)
        // Most names are ids.
        writer.write(place.id == place.name ? nil : place.id)
        writer.write(place.title)
        place.position.store(to: &writer)
      }
    }
    writer.write(objects) { writer, object in
      writer.write(object.domain)
      writer.write(object.type)
      writer.write(object.name)
      writer.write(object.id)
      writer.write(object.title)
      object.position.store(to: &writer)
      writer.write(object.isAlias)
    }
  }

  init(stored reader: inout StoreReader) throws {
    title = try reader.readOptionalString()
    func places(_ reader: inout StoreReader) throws -> [Place] {
      try reader.readItems { reader in
        let name = try reader.readString()
        let id = try reader.readOptionalString() ?? name
        return Place(
          name: name, id: id, title: try reader.readOptionalString(),
          position: try PagePosition(stored: &reader))
      }
    }
    labels = try places(&reader)
    anchors = try places(&reader)
    ids = try places(&reader)
    terms = try places(&reader)
    equations = try places(&reader)
    objects = try reader.readItems { reader in
      Object(
        domain: try reader.readString(), type: try reader.readString(),
        name: try reader.readString(), id: try reader.readString(),
        title: try reader.readOptionalString(), position: try PagePosition(stored: &reader),
        isAlias: try reader.readBool())
    }
  }
}
