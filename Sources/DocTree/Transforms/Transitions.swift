/// Moves transitions from the end of sections to behind them, and warns of those that begin a
/// section, end the document, follow one another or stand in anything but these two.
/// (docutils: misc.Transitions.)
public struct Transitions: Transform {
  public let priority = 830
  public let kinds: [Node.Type]? = [Transition.self]

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    var placing = TransitionPlacing(document: document)
    for transition in document.findAll(Transition.self) { try placing.place(transition) }
  }
}

private struct TransitionPlacing {
  let document: Document
  /// Where the last child was found that was looked for, by parent: as transitions come in document
  /// order, the next one stands behind it.
  private var lastIndices: [ObjectIdentifier: Int] = [:]
  /// The parents in which a transition stands wrong. They are not valid whatever is done about
  /// another one, so no further warning can be put there.
  private var spoiled: Set<ObjectIdentifier> = []

  init(document: Document) { self.document = document }

  mutating func place(_ transition: Transition) throws {
    guard let parent = transition.parent, var index = index(of: transition, in: parent) else {
      return
    }
    if let problem = problem(with: transition, at: index, in: parent) {
      let warning = document.report(.warning, problem, at: transition)
      if try insert(warning, behind: transition, in: parent) {
        index += 1
      } else {
        document.looseMessages.append(warning)
      }
    }
    guard parent is Document || parent is Section, index == parent.children.count - 1 else {
      return
    }
    try lift(transition, from: parent)
  }

  private func problem(
    with transition: Transition, at index: Int, in parent: Element
  ) -> String? {
    let previous = index > 0 ? parent.children[index - 1] : nil
    if !(parent is Document || parent is Section) {
      return "Transition must be child of <document> or <section>."
    }
    if Transition.isBeginning(behind: previous) {
      return "Document or section may not begin with a transition."
    }
    if previous is Transition {
      return
        "At least one body element must separate transitions; "
        + "adjacent transitions are not allowed."
    }
    return nil
  }

  /// Puts a warning behind a transition, if a body element in the transition's place would be valid.
  ///
  /// - Returns: whether it was put there.
  private mutating func insert(
    _ warning: SystemMessage, behind transition: Transition, in parent: Element
  ) throws -> Bool {
    guard spoiled.insert(ObjectIdentifier(parent)).inserted else { return false }
    let stand = Paragraph()
    try parent.replace(transition, with: stand)
    let isValid = (try? parent.validate(recursive: false)) != nil
    try parent.replace(stand, with: transition)
    guard isValid, let index = parent.index(of: transition) else { return false }
    try parent.insert(warning, at: index + 1)
    return true
  }

  /// Moves the last transition of a section behind the nearest section that is not the last one.
  private mutating func lift(_ transition: Transition, from parent: Element) throws {
    var section: Element = parent
    while true {
      guard let outer = section.parent else {
        let warning = document.report(
          .warning, "Document may not end with a transition.", at: transition)
        try parent.append(warning)
        return
      }
      guard let index = index(of: section, in: outer) else { return }
      if index < outer.children.count - 1 {
        try outer.insert(transition, at: index + 1)
        return
      }
      section = outer
    }
  }

  private mutating func index(of node: Node, in parent: Element) -> Int? {
    let key = ObjectIdentifier(parent)
    let start = lastIndices[key] ?? 0
    let found =
      parent.children[min(start, parent.children.count)...].firstIndex { $0 === node }
      ?? parent.index(of: node)
    lastIndices[key] = found
    return found
  }
}
