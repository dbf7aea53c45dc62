import DocTree

/// Makes elements by the names that the registered kinds have.
struct ElementFactory {
  private let registry: Registry
  private var classes: [String: Class] = [:]

  private struct Class {
    let type: Element.Type
    let isUnknown: Bool
    /// The attributes that an element has from the beginning. A text that does not give them says
    /// that they were taken away.
    let defaults: [String]
    /// Those of them that only JSON shows.
    let hiddenDefaults: [String]
  }

  init(_ registry: Registry) { self.registry = registry }

  /// An element of the kind that is registered as `name`, or an ``UnknownElement`` of that name.
  ///
  /// - Parameters:
  ///   - attributes: all that it has.
  ///   - hidden: whether hidden attributes would be among them.
  ///   - refused: called with the index of each attribute whose value does not fit.
  mutating func make(
    _ name: String, attributes: [(name: String, value: AttributeValue)], hidden: Bool,
    refused: (Int) -> Void
  ) -> Element {
    let known = known(name)
    let element = known.type.init()
    // Such a class is UnknownElement itself, which is final.
    if known.isUnknown { unsafeDowncast(element, to: UnknownElement.self).name = name }
    for (index, attribute) in attributes.enumerated()
    where !element.set(attribute.name, to: attribute.value) {
      refused(index)
    }
    for name in known.defaults where !attributes.contains(where: { $0.name == name }) {
      element[name] = nil
    }
    if hidden {
      for name in known.hiddenDefaults where !attributes.contains(where: { $0.name == name }) {
        element[name] = nil
      }
    }
    return element
  }

  private mutating func known(_ name: String) -> Class {
    if let known = classes[name] { return known }
    let type = registry.kinds[name]?.kind.type as? Element.Type ?? UnknownElement.self
    let fresh = type.init()
    let shown = fresh.attributes().map(\.name)
    let known = Class(
      type: type, isUnknown: type == UnknownElement.self, defaults: shown,
      hiddenDefaults: fresh.attributes(hidden: true).map(\.name).filter { !shown.contains($0) })
    classes[name] = known
    return known
  }
}
