import DocTree

/// Sees to it that what is described twice in a document does not have one id twice.
/// (Sphinx: util.nodes.make_id, and what the domains do with it.)
struct FreeIDs {
  let document: Document

  init(document: Document) { self.document = document }

  /// The id of a name behind a prefix; empty if nothing of the name is left in it.
  static func wanted(_ prefix: String, _ name: String) -> String {
    let id = Identifier.makeKeepingCase(from: "\(prefix)-\(name)")
    return id == prefix ? "" : id
  }

  /// The id of a name behind a prefix, or else a number behind it.
  func id(_ prefix: String, _ name: String) -> String {
    let id = Self.wanted(prefix, name)
    return id.isEmpty || document.element(withID: id) != nil
      ? document.freeID(numberedBehind: prefix + "-") : id
  }

  /// Changes the ids that another element has, here and in the index.
  func settle(
    _ signature: DescSignature, of desc: Desc, _ index: DocTree.Index, in domain: any ObjectDomain
  ) {
    let ids = signature.ids
    guard domain.idPrefix(signature, desc.objtype ?? "", at: 0) != nil else {
      // The first id is the one that says all of a declaration; the others are those of old versions.
      if let first = ids.first, let other = owner(of: first, beside: signature) {
        warn(of: signature, desc, other)
        signature.ids = []
      } else {
        signature.ids = ids.filter { owner(of: $0, beside: signature) == nil }
      }
      return
    }
    for (place, id) in ids.enumerated() where id.isEmpty || owner(of: id, beside: signature) != nil
    {
      let prefix = domain.idPrefix(signature, desc.objtype ?? "", at: place)
      let free = document.freeID(numberedBehind: prefix ?? "id")
      signature.ids[place] = free
      for entry in index.entries.items.indices where index.entries.items[entry].targetID == id {
        index.entries.items[entry].targetID = free
      }
    }
  }

  private func owner(of id: String, beside signature: DescSignature) -> Element? {
    document.element(withID: id).flatMap { $0 === signature ? nil : $0 }
  }

  private func warn(of signature: DescSignature, _ desc: Desc, _ other: Element) {
    let domain = desc.domain ?? ""
    let language = domain == "cpp" ? "C++" : domain.uppercased()
    document.report(
      .warning,
      "Duplicate \(language) declaration of '\(signature.tocName ?? "")', which line "
        + "\(other.nearestPosition.line) describes already",
      at: signature, category: "duplicate_declaration.\(domain)")
  }
}
