extension Document {
  /// Gives a target that has its names by its text, such as a section, an id, and enters its names.
  ///
  /// - Parameter messageParent: where system messages about names that are taken are put, if they
  ///   may stand there; they go to ``looseMessages`` otherwise.
  /// (docutils: document.note_implicit_target.)
  @discardableResult
  public final func noteImplicitTarget(
    _ element: Element, messagesIn messageParent: Element? = nil
  ) -> String {
    note(element, isExplicit: false, messagesIn: messageParent)
  }

  /// Gives a target that an author has named an id, and enters its names.
  ///
  /// - Parameter messageParent: where system messages about names that are taken are put, if they
  ///   may stand there; they go to ``looseMessages`` otherwise.
  /// (docutils: document.note_explicit_target.)
  @discardableResult
  public final func noteExplicitTarget(
    _ element: Element, messagesIn messageParent: Element? = nil
  ) -> String {
    note(element, isExplicit: true, messagesIn: messageParent)
  }

  private final func note(
    _ element: Element, isExplicit: Bool, messagesIn messageParent: Element?
  ) -> String {
    let id = setID(for: element, messagesIn: messageParent)
    for name in element.names {
      let entry = NameTable.Entry(id: id, isExplicit: isExplicit)
      guard let old = nameTable.claim(name, entry) else { continue }
      guard let problem = settle(name, between: element, entry, and: old) else { continue }
      // An empty target does not show, so there is nothing to link back to.
      let isEmptyTarget = (element as? Target)?.refuri != nil
      let message = report(
        problem.severity, problem.message, at: element, backrefs: isEmptyTarget ? [] : [id])
      place(message, in: messageParent)
    }
    return id
  }

  /// Decides who keeps a name that is claimed for the second time.
  ///
  /// - Returns: what to say about it, if anything.
  private final func settle(
    _ name: String, between element: Element, _ new: NameTable.Entry, and old: NameTable.Entry
  ) -> (severity: Severity, message: String)? {
    var entry = old
    entry.isExplicit = old.isExplicit || new.isExplicit
    defer { nameTable.set(name, to: entry) }
    let owner = old.id.flatMap { self.element(withID: $0) }

    if let owner, let place = element.sharedReference(with: owner) {
      element.withdraw(name)
      return (.info, "Duplicate name \"\(name)\" for external target \"\(place)\".")
    }
    if new.isExplicit, !old.isExplicit {
      entry.id = new.id
      guard old.id != nil else { return nil }
      owner?.withdraw(name)
      return (.info, "Target name overrides implicit target name \"\(name)\".")
    }
    element.withdraw(name)
    // Among equals, nobody has it; an implicit target takes nothing away from an explicit one.
    if new.isExplicit == old.isExplicit, old.id != nil {
      owner?.withdraw(name)
      entry.id = nil
    }
    return new.isExplicit
      ? (.warning, "Duplicate explicit target name: \"\(name)\".")
      : (.info, "Duplicate implicit target name: \"\(name)\".")
  }

  /// Puts a message into an element if it may stand there.
  private final func place(_ message: SystemMessage, in parent: Element?) {
    guard let parent else {
      looseMessages.append(message)
      return
    }
    parent.addMessage(message)
    do {
      try parent.validate(recursive: false)
    } catch {
      message.detach()
      looseMessages.append(message)
    }
  }
}

extension Element {
  /// The address or name that both elements point to, if they point to the same one.
  fileprivate final func sharedReference(with other: Element) -> String? {
    for attribute in ["refname", "refuri"] {
      if let value = self[attribute], value == other[attribute] {
        return (self["refuri"] ?? self["refname"])?.text
      }
    }
    return nil
  }

  /// Takes a name away because another element has it too. (docutils: nodes.dupname.)
  final func withdraw(_ name: String) {
    dupnames.append(name)
    if let index = names.firstIndex(of: name) { names.remove(at: index) }
  }
}
