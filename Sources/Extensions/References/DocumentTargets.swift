import DocTree

/// What references in a document can point to in it.
struct DocumentTargets {
  /// Something that can be pointed to.
  struct Target {
    let id: String
    let element: Element

    /// The title or caption; nil if it has none.
    var title: String? { TargetTitle.of(element) }

    /// Whether the title is not whole before the numbers of the project are known.
    var awaitsNumber: Bool { (element as? any Enumerable)?.serial != nil }
  }

  /// By the names that authors gave, normalized.
  private(set) var labels: [String: Target] = [:]
  /// By the anchors of headings.
  private(set) var slugs: [String: Target] = [:]
  /// By id.
  private(set) var ids: [String: Target] = [:]
  /// Links to `#anchor`.
  private(set) var anchors: [Reference] = []
  /// Links by name alone.
  private(set) var named: [Reference] = []

  init(of document: Document) {
    for reference in document.findAll(Reference.self) {
      if reference.refname != nil {
        named.append(reference)
      } else if reference.hasRareAttributes, reference.undeclaredAttributes["id_link"] != nil {
        anchors.append(reference)
      }
    }
    guard !(anchors.isEmpty && named.isEmpty) else { return }
    let elements = document.findAllNamed()
    ids.reserveCapacity(elements.count)
    labels.reserveCapacity(elements.count)
    for element in elements { note(element, in: document) }
  }

  private mutating func note(_ element: Element, in document: Document) {
    for id in element.ids where ids[id] == nil { ids[id] = Target(id: id, element: element) }
    for name in element.names {
      guard let id = document.explicitID(named: name) else { continue }
      labels[name] = Target(id: id, element: element)
    }
    if let slug = element.undeclaredAttributes["slug"]?.text,
      let id = element.ids.first
    {
      slugs[slug] = Target(
        id: element.ids.contains(slug) ? slug : id, element: element)
    }
  }

  /// What has a name by its text, or an id, where no project knows more.
  func place(_ name: String, in document: Document) -> Target? {
    let id = document.nameTable.entry(named: name)?.id ?? name
    guard let target = ids[id], !(target.element is Footnote || target.element is DescSignature),
      target.element["refuri"] == nil
    else { return nil }
    return target
  }

  /// What an anchor that leads nowhere may be a misspelling of.
  var anchorNames: KnownNames {
    knownNames(Set(labels.keys).union(slugs.keys).union(ids.keys).sorted())
  }

  /// The names, or none if to look among them for each reference that is waiting would take too long:
  /// a page of nothing but mistakes must not take quadratic time.
  func knownNames(_ names: [String]) -> KnownNames {
    KnownNames(names.count <= 20_000_000 / max(1, anchors.count + named.count) ? names : [])
  }
}

extension DescSignature {
  /// The text of its first name.
  var firstName: String { firstChild(ofKind: DescName.self)?.astext() ?? astext() }
}
