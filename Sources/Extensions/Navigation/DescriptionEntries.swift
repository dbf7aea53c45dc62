import DocTree

/// What tables of contents say of things that are described: functions, classes and their like.
/// (Sphinx: toc_object_entries.)
struct DescriptionEntries {
  /// Whether the names of what a thing is in stand before its own.
  enum ShowParents: String, Codable, Sendable, CaseIterable {
    case domain, hide, all
  }

  static let areShown = ConfigKey("toc_object_entries", default: true, affects: .read)
  static let showParents = ConfigKey(
    "toc_object_entries_show_parents", default: ShowParents.domain, affects: .read)

  private let areShown: Bool
  private let showParents: ShowParents

  init(_ configuration: Configuration) {
    areShown = configuration[Self.areShown]
    showParents = configuration[Self.showParents]
  }

  /// The ids and names of what a description describes.
  func entries(of description: Desc) -> [(id: String, name: String)] {
    guard areShown, !description.noContentsEntry else { return [] }
    return description.children.compactMap { child in
      guard let signature = child as? DescSignature, let id = signature.ids.first,
        let name = name(of: signature, in: description.domain), !name.isEmpty
      else { return nil }
      return (id, name)
    }
  }

  private func name(of signature: DescSignature, in domain: String?) -> String? {
    guard let name = signature.tocName, !name.isEmpty, showParents != .domain,
      let parts = signature.tocParts.flatMap({ PythonLiteral.items(ofTuple: $0) }),
      let own = parts.last ?? nil
    else { return signature.tocName }
    let end = name.hasSuffix("()") && !own.hasSuffix("()") ? "()" : ""
    let path = showParents == .all ? parts.compactMap(\.self) : [own]
    return path.joined(separator: domain == "cpp" ? "::" : ".") + end
  }
}
