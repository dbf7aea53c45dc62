extension Document {
  /// The element that has an id, found in the name table; nil if none is known. It may have been
  /// taken out of the tree meanwhile.
  public final func element(withID id: String) -> Element? {
    nameTable.owner(of: id, in: self)
  }

  /// The element that has a name, which is normalized; nil if there is none, or no single one.
  public final func element(named name: String) -> Element? {
    nameTable.entry(named: name)?.id.flatMap { element(withID: $0) }
  }

  /// The id that an author's name stands for; nil if it is no author's, or stands for none.
  public final func explicitID(named name: String) -> String? {
    guard let entry = nameTable.entry(named: name), entry.isExplicit else { return nil }
    return entry.id
  }

  /// Gives an element an id if it has none, and enters its ids in the name table.
  ///
  /// An id is made of the first of the element's names that makes one which is free. If there is
  /// none, it gets a number. Two elements with one id are an error, and the first one keeps it.
  ///
  /// - Parameters:
  ///   - messageParent: where a system message is put; without it, it goes to ``looseMessages``.
  ///   - suggestedPrefix: what a number follows if there is no name, instead of the name of the kind.
  /// - Returns: the new id, or the last of those that the element has.
  /// - Complexity: O(1) on average.
  /// (docutils: document.set_id.)
  @discardableResult
  public final func setID(
    for element: Element, messagesIn messageParent: Element? = nil, suggestedPrefix: String = ""
  ) -> String {
    var last: String?
    for id in element.ids {
      last = id
      let owner = self.element(withID: id)
      if owner === element { continue }
      // One that has given it away is no owner.
      guard let owner, owner.ids.contains(id) else {
        nameTable.register(id, for: element)
        continue
      }
      let message = report(
        .error, "Duplicate ID: \"\(id)\" used by \(owner.startTag) and \(element.startTag)",
        at: element)
      if let messageParent {
        messageParent.addMessage(message)
      } else {
        looseMessages.append(message)
      }
    }
    if let last { return last }

    let id = newID(for: element, suggestedPrefix)
    element.ids = [id]
    nameTable.register(id, for: element)
    return id
  }

  /// An id that no element has: the prefix and a number from 0, which is given out but once.
  ///
  /// - Complexity: O(1) on average.
  /// (Sphinx: util.nodes.make_id, BuildEnvironment.new_serialno.)
  public final func freeID(numberedBehind prefix: String) -> String {
    // Numbers of docutils' own ids behind the same prefix are counted apart.
    let counter = prefix + "#"
    while true {
      let id = prefix + String(nameTable.nextNumber(for: counter) - 1)
      if element(withID: id) == nil { return id }
    }
  }

  private final func newID(for element: Element, _ suggestedPrefix: String) -> String {
    let idPrefix = nameTable.idPrefix
    var prefix = idPrefix + nameTable.autoIDPrefix
    var base = ""
    for name in element.names {
      base =
        idPrefix.isEmpty ? Identifier.make(from: name) : Identifier.make(behindPrefixFrom: name)
      let id = idPrefix + base
      if !base.isEmpty, !nameTable.contains(id: id) { return id }
    }
    if nameTable.autoIDPrefix.utf8.last == UInt8(ascii: "%") {
      if !base.isEmpty {
        prefix = idPrefix + base + "-"
      } else {
        let label =
          suggestedPrefix.isEmpty ? Identifier.make(from: element.kind.name) : suggestedPrefix
        prefix = String(prefix.dropLast()) + label + "-"
      }
    }
    while true {
      let id = prefix + String(nameTable.nextNumber(for: prefix))
      if !nameTable.contains(id: id) { return id }
    }
  }
}

extension Element {
  /// Adds a system message, which has no parent and therefore makes no cycle.
  final func addMessage(_ message: SystemMessage) {
    do {
      try append(message)
    } catch {
      preconditionFailure("a new message contains \(error)")
    }
  }
}
