/// What becomes of an attribute that both elements have.
public enum AttributeMerging: Sendable {
  /// One value or the other. (docutils: copy_attr_consistent.)
  case consistent
  /// Two lists become one; anything else is as in `consistent`. (docutils: copy_attr_concatenate.)
  case concatenating
  /// If one of them is a list, both become lists, and those one; two other values are as in
  /// `consistent`. (docutils: copy_attr_coerce.)
  case coercing
  /// Both become lists, and those one. (docutils: copy_attr_convert.)
  case converting
}

extension Element {
  /// Takes over the attributes of another element: its ids, names, dupnames and classes as
  /// ``addCommonAttributes(of:)`` does, and the others as `merging` says.
  ///
  /// An attribute that this element lacks becomes the other's. One that this element declares keeps
  /// its value where the merged one does not fit its type. Hidden attributes are not touched.
  ///
  /// - Parameters:
  ///   - replace: whether the other's value wins where there can be only one.
  ///   - includingSource: whether the attribute `source` is taken over as well.
  /// (docutils: Element.update_all_atts.)
  public final func mergeAttributes(
    of other: Element, _ merging: AttributeMerging = .consistent, replace: Bool = true,
    includingSource: Bool = false
  ) {
    addCommonAttributes(of: other)
    for (name, value) in other.attributes() {
      switch name {
      case "ids", "names", "dupnames", "classes": continue
      case "source" where !includingSource: continue
      default: break
      }
      guard let own = self[name] else {
        set(name, to: value)
        continue
      }
      if own == value { continue }
      if let list = merging.list(own, value) {
        set(name, to: .list(list))
      } else if replace || own == .none {
        set(name, to: value)
      }
    }
  }

  /// Adds the id of a reference to this element, even if it is there already.
  /// (docutils: BackLinkable.add_backref.)
  ///
  /// - Complexity: O(1) on average.
  public final func addBackref(_ id: String) {
    // Into the box: through the property, the list would be copied each time.
    rare(isNeeded: true)?.backrefs.append(id)
  }
}

extension AttributeMerging {
  /// The list that the two values become, or nil if one of them is taken.
  fileprivate func list(_ own: AttributeValue, _ other: AttributeValue) -> [String]? {
    switch (self, own, other) {
    case (.consistent, _, _): nil
    case (.concatenating, .list(let list), .list(let others)): list.adding(others)
    case (.concatenating, _, _): nil
    case (.coercing, .list(let list), _): list.adding(other.coerced)
    case (.coercing, _, .list(let others)): own.coerced.adding(others)
    case (.coercing, _, _): nil
    case (.converting, _, _): own.coerced.adding(other.coerced)
    }
  }
}

extension AttributeValue {
  /// The value as a list; anything but a list is its only item.
  fileprivate var coerced: [String] {
    if case .list(let list) = self { list } else { [text] }
  }
}
