/// Makes sections of the titles among a document's children: each takes what follows it, up to the
/// next title of its level or a higher one. (MyST: the renderer's heading tokens.)
///
/// Titles that only some outputs show make sections at their levels, too, with all that these outputs
/// show below them; what stands behind goes on where it was. (Sphinx: directives.other.Only.)
public struct SectionNesting: Transform {
  public let phase = Phase.read
  public let priority = 100

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    defer { document.closingMessages = [] }
    if document.children.contains(where: { $0.asElement.map(Self.hasTitle) ?? false }) {
      var nesting = Nesting(document: document)
      for child in document.removeChildren() { nesting.add(child) }
      try document.append(nesting.finish())
    }
    if !document.closingMessages.isEmpty { try document.append(document.closingMessages) }
  }

  /// Whether an element is a title of a section, or has one that only some outputs show.
  private static func hasTitle(_ element: Element) -> Bool {
    var rest = [element]
    while let element = rest.popLast() {
      if (element as? Title)?.level != nil { return true }
      if element is Only { rest += element.children.compactMap(\.asElement) }
    }
    return false
  }

  /// What is open at a place in a document.
  private struct Nesting {
    /// What a section, or the document, has so far.
    private struct Open {
      let level: Int
      /// The title comes first.
      var children: [Node]
      /// What follows the section.
      var behind: [Node] = []
    }

    let document: Document
    /// The first entry is the document.
    private var open = [Open(level: 0, children: [])]

    init(document: Document) { self.document = document }

    mutating func add(_ child: Node) {
      if let title = child as? Title, let level = title.level {
        begin(title, level)
      } else if let only = child as? Only, SectionNesting.hasTitle(only) {
        add(only)
      } else {
        open[open.count - 1].children.append(child)
      }
    }

    mutating func finish() -> [Node] {
      while open.count > 1 { closeLast() }
      return open[0].children
    }

    private mutating func begin(_ title: Title, _ level: Int) {
      // The message belongs to the section that is open where the heading stands.
      if let message = message(title, level, above: openLevel(above: level)) {
        open[open.count - 1].children.append(message)
      }
      // What is behind the sections that end here must not come between the title and its targets.
      let isApart = open.contains { $0.level >= level && !$0.behind.isEmpty }
      let targets = isApart ? Self.takeTargets(from: &open[open.count - 1].children) : []
      while let last = open.last, last.level >= level { closeLast() }
      open[open.count - 1].children += targets
      open.append(Open(level: level, children: [title]))
    }

    /// The targets at the end of a section, which point to what follows.
    private static func takeTargets(from nodes: inout [Node]) -> [Node] {
      let count = nodes.reversed().prefix { $0 is Target || $0 is Index }.count
      defer { nodes.removeLast(count) }
      return Array(nodes.suffix(count))
    }

    private func openLevel(above level: Int) -> Int {
      open.last { $0.level < level }?.level ?? 0
    }

    private func message(_ title: Title, _ level: Int, above: Int) -> Node? {
      guard level > above + 1 else { return nil }
      let message =
        above == 0
        ? "Document headings start at H\(level), not H1"
        : "Non-consecutive header level increase; H\(above) to H\(level)"
      return document.report(.warning, message, at: title, category: "myst.header")
    }

    private mutating func closeLast() {
      let (section, behind) = Self.section(open.removeLast())
      open[open.count - 1].children.append(section)
      open[open.count - 1].children += behind
    }

    private static func section(_ closed: Open) -> (Section, behind: [Node]) {
      let section = Section(children: closed.children, position: closed.children[0].position)
      section.level = closed.level
      // What an author has said of the heading is said of the section.
      if let title = closed.children[0].asElement, title.hasRareAttributes {
        section.classes = title.classes
        section.names = title.names
        title.classes = []
        title.names = []
      }
      return (section, closed.behind)
    }

    // MARK: What only some outputs show

    /// The conditions around a node, the outermost first.
    private typealias Conditions = [Only]

    /// A section in a condition.
    private struct Conditional {
      let conditions: Conditions
      /// What stands right before it and points to it.
      let targets: [Node]
      var section: Open
    }

    /// The sections that are open in a condition.
    private var inner: [Conditional] = []
    /// What conditions were made of that are in their places now.
    private var origins: [ObjectIdentifier: Only] = [:]

    private mutating func add(_ only: Only) {
      let parts = Self.parts(of: only)
      // The targets that the next title may follow.
      var targets: [(conditions: Conditions, node: Node)] = []
      if parts.first?.node is Title {
        targets = Self.takeTargets(from: &open[open.count - 1].children)
          .map { (parts[0].conditions, $0) }
      }
      for (conditions, node) in parts {
        if node is Target || node is Index {
          targets.append((conditions, node))
          continue
        }
        let title = node as? Title
        if title?.level == nil {
          for (conditions, target) in targets { append([target], conditions) }
          targets = []
        }
        guard let title, let level = title.level else {
          append([node], conditions)
          continue
        }
        endInner(around: conditions)
        let above = inner.last { $0.section.level < level }?.section.level
        if let message = message(title, level, above: above ?? openLevel(above: level)) {
          append([message], conditions)
        }
        while let last = inner.last, last.section.level >= level { closeInner() }
        inner.append(
          Conditional(
            conditions: conditions, targets: targets.map(\.node),
            section: Open(level: level, children: [title])))
        targets = []
      }
      for (conditions, target) in targets { append([target], conditions) }
      while !inner.isEmpty { closeInner() }
    }

    /// Nodes in the order of the text, with the conditions around them.
    private static func parts(of only: Only) -> [(conditions: Conditions, node: Node)] {
      var result: [(conditions: Conditions, node: Node)] = []
      var rest: [(conditions: Conditions, node: Node)] = [([], only)]
      while let (conditions, node) = rest.popLast() {
        guard let only = node as? Only, SectionNesting.hasTitle(only) else {
          result.append((conditions, node))
          continue
        }
        let conditions = conditions + [only]
        rest += only.removeChildren().reversed().map { (conditions, $0) }
      }
      return result
    }

    /// Ends the sections that began in conditions which do not go on.
    private mutating func endInner(around conditions: Conditions) {
      while let last = inner.last, !conditions.starts(with: last.conditions, by: { $0 === $1 }) {
        closeInner()
      }
    }

    private mutating func closeInner() {
      let closed = inner.removeLast()
      let nodes = closed.targets + [Self.section(closed.section).0]
      let level = closed.section.level
      guard inner.isEmpty, let parent = open.lastIndex(where: { $0.level < level }),
        parent + 1 < open.count
      else { return append(nodes, closed.conditions) }
      Self.place(nodes, closed.conditions, in: &open[parent + 1].behind, &origins)
    }

    private mutating func append(_ nodes: [Node], _ conditions: Conditions) {
      endInner(around: conditions)
      guard let last = inner.last else {
        return Self.place(nodes, conditions, in: &open[open.count - 1].children, &origins)
      }
      Self.place(
        nodes, Array(conditions.dropFirst(last.conditions.count)),
        in: &inner[inner.count - 1].section.children, &origins)
    }

    /// Puts nodes into conditions like those that they were in, which are made where the last node is
    /// not in them.
    private static func place(
      _ nodes: [Node], _ conditions: Conditions, in children: inout [Node],
      _ origins: inout [ObjectIdentifier: Only]
    ) {
      var parent: Only?
      var known = 0
      while known < conditions.count,
        let last = (parent?.children ?? children).last as? Only,
        origins[ObjectIdentifier(last)] === conditions[known]
      {
        parent = last
        known += 1
      }
      var content = nodes
      for condition in conditions[known...].reversed() {
        let only = Only(children: content, position: condition.position)
        only.expr = condition.expr
        origins[ObjectIdentifier(only)] = condition
        content = [only]
      }
      if let parent { parent.appendNew(content) } else { children += content }
    }
  }
}
