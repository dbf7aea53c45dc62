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

/// Takes all system messages out: what they say is in the diagnostics.
/// (Sphinx: transforms.FilterSystemMessages.)
public struct DropMessages: Transform {
  public let priority = 999
  public let kinds: [Node.Type]? = [SystemMessage.self]

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    document.looseMessages = []
    var parents: [Element] = []
    var known: Set<ObjectIdentifier> = []
    for message in document.findAll(SystemMessage.self) {
      if let parent = message.parent, known.insert(ObjectIdentifier(parent)).inserted {
        parents.append(parent)
      }
    }
    for parent in parents {
      try parent.append(parent.removeChildren().filter { !($0 is SystemMessage) })
    }
  }
}

/// Takes system messages out that are less severe than a limit.
/// (docutils: universal.FilterMessages.)
public struct FilterMessages: Transform {
  public let priority = 870
  /// The least severity that stays.
  public let limit: Severity

  public init(limit: Severity = .warning) { self.limit = limit }

  public func apply(to document: Document, in context: TransformContext) throws {
    var removed: Set<String> = []
    for message in document.findAll(SystemMessage.self)
    where (message.level ?? 0) < limit.rawValue {
      removed.formUnion(message.ids)
      message.detach()
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
}
