/// The attributes that every element can have and few do, and those that nobody declared.
final class RareAttributes {
  @exclusivity(unchecked) var ids: [String] = []
  @exclusivity(unchecked) var names: [String] = []
  @exclusivity(unchecked) var dupnames: [String] = []
  @exclusivity(unchecked) var classes: [String] = []
  @exclusivity(unchecked) var backrefs: [String] = []
  @exclusivity(unchecked) var undeclared: [String: AttributeValue] = [:]
  @exclusivity(unchecked) var rawSource: String?
  @exclusivity(unchecked) var untranslated: Element?
  @exclusivity(unchecked) var anchorText: String?

  func copy() -> RareAttributes {
    let copy = RareAttributes()
    copy.ids = ids
    copy.names = names
    copy.dupnames = dupnames
    copy.classes = classes
    copy.backrefs = backrefs
    copy.undeclared = undeclared
    copy.rawSource = rawSource
    copy.anchorText = anchorText
    return copy
  }
}

extension Element {
  /// The identifiers that references point to. (docutils: `ids`.)
  public final var ids: [String] {
    get { rare?.ids ?? [] }
    set { rare(isNeeded: !newValue.isEmpty)?.ids = newValue }
  }

  /// The reference names, normalized. (docutils: `names`.)
  public final var names: [String] {
    get { rare?.names ?? [] }
    set { rare(isNeeded: !newValue.isEmpty)?.names = newValue }
  }

  /// Names taken away because another element has them too. (docutils: `dupnames`.)
  public final var dupnames: [String] {
    get { rare?.dupnames ?? [] }
    set { rare(isNeeded: !newValue.isEmpty)?.dupnames = newValue }
  }

  /// Class names for styling. (docutils: `classes`.)
  public final var classes: [String] {
    get { rare?.classes ?? [] }
    set { rare(isNeeded: !newValue.isEmpty)?.classes = newValue }
  }

  /// The ids of references to this element. (docutils: `backrefs`.)
  public final var backrefs: [String] {
    get { rare?.backrefs ?? [] }
    set { rare(isNeeded: !newValue.isEmpty)?.backrefs = newValue }
  }

  /// Attributes that the class does not declare.
  public final var undeclaredAttributes: [String: AttributeValue] {
    get { rare?.undeclared ?? [:] }
    set {
      if rare == nil {
        if newValue.isEmpty { return }
        rare = RareAttributes()
      }
      rare?.undeclared = newValue
    }
  }

  /// The text that the element's content was written as, where the document keeps it; it is no
  /// attribute, so dumps do not show it. (docutils: Element.rawsource.)
  public final var rawSource: String? {
    get { rare?.rawSource }
    set { rare(isNeeded: newValue != nil)?.rawSource = newValue }
  }

  /// An element with what stood in this one before it was translated. Names, ids and anchors are made
  /// of that, so that links lead to the same place in every language.
  public final var untranslated: Element? {
    get { rare?.untranslated }
    set { rare(isNeeded: newValue != nil)?.untranslated = newValue }
  }

  /// What the anchor of a heading is made of if that is not all of its text. (MyST:
  /// compute_unique_slug.)
  package final var anchorText: String? {
    get { rare?.anchorText }
    set { rare(isNeeded: newValue != nil)?.anchorText = newValue }
  }

  /// The box, made if `isNeeded`.
  final func rare(isNeeded: Bool) -> RareAttributes? {
    if rare == nil, isNeeded { rare = RareAttributes() }
    return rare
  }

  /// Whether the element has an id, class, name or attribute that its class does not declare.
  @inlinable
  public final var hasRareAttributes: Bool { hasRare }

  @usableFromInline
  final var hasRare: Bool { rare != nil }

  /// The value of an attribute by its name, declared or not. Setting nil takes it away; setting a
  /// declared attribute to a value that does not fit it leaves it as it is (see ``set(_:to:)``).
  public final subscript(attribute: String) -> AttributeValue? {
    get {
      if let value = commonList(attribute) { return value.isEmpty ? nil : .list(value) }
      if let declared = kind.attributes.first(where: { $0.name == attribute }) {
        return declared.get(self)
      }
      return rare?.undeclared[attribute]
    }
    set { set(attribute, to: newValue) }
  }

  /// Sets an attribute by its name, declared or not.
  ///
  /// - Returns: false, with nothing changed, if the attribute is declared and the value does not fit.
  @discardableResult
  public final func set(_ attribute: String, to value: AttributeValue?) -> Bool {
    func list() -> [String] { value.flatMap { [String]($0) } ?? [] }
    switch attribute {
    case "ids": ids = list()
    case "names": names = list()
    case "dupnames": dupnames = list()
    case "classes": classes = list()
    case "backrefs": backrefs = list()
    default:
      if let declared = kind.attributes.first(where: { $0.name == attribute }) {
        return declared.set(self, value)
      }
      // In place, as the dictionary would be copied for each attribute otherwise.
      rare(isNeeded: value != nil)?.undeclared[attribute] = value
    }
    return true
  }

  private final func commonList(_ name: String) -> [String]? {
    switch name {
    case "ids": ids
    case "names": names
    case "dupnames": dupnames
    case "classes": classes
    case "backrefs": backrefs
    default: nil
    }
  }

  /// All attributes that have a value, sorted by name; empty lists are left out.
  ///
  /// - Parameter hidden: whether to give those, too, that only JSON shows.
  public final func attributes(hidden: Bool = false) -> [(name: String, value: AttributeValue)] {
    var result: [(name: String, value: AttributeValue)] = []
    if let rare {
      for (name, list) in [
        ("ids", rare.ids), ("names", rare.names), ("dupnames", rare.dupnames),
        ("classes", rare.classes), ("backrefs", rare.backrefs),
      ] where !list.isEmpty {
        result.append((name, .list(list)))
      }
      for (name, value) in rare.undeclared { result.append((name, value)) }
    }
    for attribute in kind.attributes where hidden || !attribute.isHidden {
      if let value = attribute.get(self) { result.append((attribute.name, value)) }
    }
    return result.sorted { $0.name < $1.name }
  }
}
