/// Gives the system messages that have no place in the tree one: a section at the end of the
/// document. (docutils: universal.Messages.)
public struct Messages: Transform {
  public let priority = 860

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    let messages = document.looseMessages.filter { $0.parent == nil }
    document.looseMessages = []
    guard !messages.isEmpty else { return }
    let section = Section(Title("Docutils System Messages"), messages)
    section.classes = ["system-messages"]
    try document.append(section)
  }
}

/// Takes system messages out that are less severe than a limit. The diagnostics stay.
/// (docutils: universal.FilterMessages; Sphinx: transforms.FilterSystemMessages.)
public struct FilterMessages: Transform {
  public let priority: Int
  public let kinds: [Node.Type]? = [SystemMessage.self]
  /// The least severity that stays; nil if none does.
  public let limit: Severity?

  public init(limit: Severity? = .warning, priority: Int = 870) {
    self.limit = limit
    self.priority = priority
  }

  public func apply(to document: Document, in context: TransformContext) throws {
    var removed: Set<String> = []
    // For each parent at once, as it may have many.
    var parents: [Element] = []
    for message in document.findAll(SystemMessage.self) where isRemoved(message) {
      removed.formUnion(message.ids)
      if let parent = message.parent, parents.last !== parent { parents.append(parent) }
    }
    var done: Set<ObjectIdentifier> = []
    for parent in parents where done.insert(ObjectIdentifier(parent)).inserted {
      let kept = parent.removeChildren().filter { node in
        !((node as? SystemMessage).map(isRemoved) ?? false)
      }
      try parent.setChildren(kept)
    }
    if !removed.isEmpty {
      for problematic in document.findAll(Problematic.self) {
        guard let id = problematic.refid, removed.contains(id) else { continue }
        try problematic.parent?.replace(problematic, with: problematic.astext())
      }
    }
    // The section of loose messages, if only its title is left.
    if let section = document.children.last as? Section, section.children.count == 1,
      section.classes.contains("system-messages")
    {
      section.detach()
    }
  }

  private func isRemoved(_ message: SystemMessage) -> Bool {
    limit.map { (message.level ?? 0) < $0.rawValue } ?? true
  }
}
