import DocTree

/// What references in a document can point to in it.
struct DocumentTargets {
  /// Something that can be pointed to.
  struct Target {
    let id: String
    /// The title or caption; nil if it has none.
    let title: String?
  }

  /// By the names that authors gave, normalized.
  private(set) var labels: [String: Target] = [:]
  /// By the anchors of headings.
  private(set) var slugs: [String: Target] = [:]
  /// By id.
  private(set) var ids: [String: Target] = [:]
  /// The entries of glossaries.
  private(set) var terms: [String: String] = [:]
  /// Numbered formulas by label.
  private(set) var equations: [String: (id: String, number: String)] = [:]
  /// Numbered figures, tables and code by id.
  private(set) var numbers: [String: (kind: String, number: Int, title: String)] = [:]
  /// What is described, by domain, sort and full name.
  private(set) var objects: [String: [(id: String, objectType: String, name: String)]] = [:]
  /// The title of the document.
  private(set) var title: String?
  /// What waits to be resolved, in document order.
  private(set) var pending: [PendingXref] = []
  /// Links to `#anchor`.
  private(set) var anchors: [Reference] = []
  /// Links by name alone.
  private(set) var named: [Reference] = []

  init(of document: Document) throws {
    var visitor = Visitor()
    try document.walk(&visitor)
    pending = visitor.pending
    anchors = visitor.anchors
    named = visitor.named
    guard !(pending.isEmpty && anchors.isEmpty && named.isEmpty) else { return }
    title = visitor.title ?? document.title
    for element in visitor.identified { note(element, in: document) }
    for element in visitor.special { noteSpecial(element) }
    var counts: [String: Int] = [:]
    for element in visitor.numbered {
      let kind = element is Figure ? "figure" : element is Table ? "table" : "code-block"
      counts[kind, default: 0] += 1
      guard let title = Self.title(of: element) else { continue }
      for id in element.ids { numbers[id] = (kind, counts[kind, default: 0], title) }
    }
  }

  private mutating func note(_ element: Element, in document: Document) {
    let title = Self.title(of: element)
    for id in element.ids where ids[id] == nil { ids[id] = Target(id: id, title: title) }
    for name in element.names {
      guard let entry = document.nameTable.entry(named: name), entry.isExplicit,
        let id = entry.id
      else { continue }
      labels[name] = Target(id: id, title: title)
    }
    if let slug = element["slug"]?.text, let id = element.ids.first {
      slugs[slug] = Target(id: element.ids.contains(slug) ? slug : id, title: title)
    }
  }

  private mutating func noteSpecial(_ element: Element) {
    if let term = element as? Term, let id = term.ids.first {
      var text = ""
      for child in term.children where !(child is DocTree.Index) { text += child.astext() }
      if terms[text] == nil { terms[text] = id }
      let lower = text.lowercased()
      if terms[lower] == nil { terms[lower] = id }
    } else if let block = element as? MathBlock, let label = block["label"]?.text,
      let number = block["number"]?.text
    {
      equations[label] = (block.ids.first ?? "equation-\(label)", number)
    } else if let signature = element as? DescSignature, let desc = signature.parent as? Desc,
      !desc.noIndex, let id = signature.ids.first, let domain = desc.domain
    {
      for name in Self.names(of: signature, id: id, domain: domain) {
        objects["\(domain):\(name)", default: []].append((id, desc.objtype ?? "", name))
      }
    }
  }

  /// The names that references to something described may use.
  private static func names(of signature: DescSignature, id: String, domain: String) -> [String] {
    if let all = signature.allnames { return all.split(separator: " ").map(String.init) }
    switch domain {
    case "py", "js":
      guard let name = signature.fullname else { return [id] }
      guard let module = signature["module"], module != AttributeValue.none, !module.text.isEmpty
      else { return [name] }
      return ["\(module.text).\(name)"]
    case "c": return [id.hasPrefix("c.") ? String(id.dropFirst(2)) : id]
    case "cpp": return signature.ids.last.map { [$0] } ?? []
    default: return [signature.fullname ?? signature.firstName]
    }
  }

  /// What a reference shows of an element. (Sphinx: StandardDomain.process_doc.)
  static func title(of element: Element) -> String? {
    if element is Rubric || element is Title { return element.astext() }
    for child in element.children {
      if child is Title || child is Caption { return child.astext() }
    }
    return nil
  }

  /// Whether looking for the nearest of so many names is affordable for each reference that is waiting:
  /// a page of nothing but mistakes must not take quadratic time.
  func canSearch(_ count: Int) -> Bool {
    count <= 1_000_000 / max(1, pending.count + anchors.count + named.count)
  }

  private struct Visitor: NodeVisitor {
    var pending: [PendingXref] = []
    var anchors: [Reference] = []
    var named: [Reference] = []
    var identified: [Element] = []
    var special: [Element] = []
    var numbered: [Element] = []
    var title: String?
    private let pendingKind = PendingXref.kind.index
    private let referenceKind = Reference.kind.index
    private let titleKind = Title.kind.index
    private let termKind = Term.kind.index
    private let mathKind = MathBlock.kind.index
    private let signatureKind = DescSignature.kind.index
    private let numberedKinds: Set<Int> = [
      Figure.kind.index, Table.kind.index, Container.kind.index,
    ]

    init() {}

    mutating func visit(_ node: Node) -> VisitAction {
      guard let element = node.asElement else { return .continue }
      let kind = Int(element.kindIndex)
      if kind == pendingKind, let reference = element as? PendingXref {
        pending.append(reference)
      } else if kind == referenceKind, let reference = element as? Reference {
        if reference.refname != nil {
          named.append(reference)
        } else if reference.hasRareAttributes, reference["id_link"] != nil {
          anchors.append(reference)
        }
      } else if kind == titleKind, title == nil {
        title = element.astext()
      }
      guard element.hasRareAttributes || kind == mathKind else { return .continue }
      if !element.ids.isEmpty || !element.names.isEmpty { identified.append(element) }
      if kind == termKind || kind == mathKind || kind == signatureKind { special.append(element) }
      if numberedKinds.contains(kind), !element.ids.isEmpty { numbered.append(element) }
      return .continue
    }
  }
}

extension DescSignature {
  /// The text of its first name.
  var firstName: String { firstChild(ofKind: DescName.self)?.astext() ?? astext() }
}
