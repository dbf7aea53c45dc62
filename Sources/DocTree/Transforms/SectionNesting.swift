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

    /// Nodes in the order of the text, with the conditions around them.
    private static func parts(of only: Only) -> [(condition: String, node: Node)] {
      var result: [(condition: String, node: Node)] = []
      var rest: [(condition: String, node: Node)] = [("", only)]
      while let (condition, node) = rest.popLast() {
        guard let only = node as? Only, SectionNesting.hasTitle(only) else {
          result.append((condition, node))
          continue
        }
        let own = only.expr ?? ""
        let both = condition.isEmpty ? own : "(\(condition)) and (\(own))"
        rest += only.removeChildren().reversed().map { (both, $0) }
      }
      return result
    }

    private mutating func add(_ only: Only) {
      // The sections that are open in it, with their conditions and the targets before them.
      var inner: [(condition: String, section: Open, targets: [Node])] = []
      // What the last node was put into.
      var wrapper: Only?

      func closeInner() {
        let (condition, closed, targets) = inner.removeLast()
        wrapper = nil
        let nodes = targets + [Self.section(closed).0]
        guard inner.isEmpty else {
          for node in nodes { append(node, condition) }
          return
        }
        let place = Self.only(nodes, condition)
        let parent = open.lastIndex { $0.level < closed.level } ?? 0
        if parent == open.count - 1 {
          open[parent].children.append(place)
        } else {
          open[parent + 1].behind.append(place)
        }
      }
      func append(_ node: Node, _ condition: String) {
        if let last = inner.last, last.condition == condition {
          inner[inner.count - 1].section.children.append(node)
        } else if let wrapper, wrapper.expr == condition {
          return wrapper.appendNew([node])
        } else {
          let only = Self.only([node], condition)
          if inner.isEmpty {
            open[open.count - 1].children.append(only)
          } else {
            inner[inner.count - 1].section.children.append(only)
          }
          wrapper = only
          return
        }
        wrapper = nil
      }

      let parts = Self.parts(of: only)
      // The targets that the next title may follow.
      var targets: [(condition: String, node: Node)] = []
      if parts.first?.node is Title {
        targets = Self.takeTargets(from: &open[open.count - 1].children)
          .map { (parts[0].condition, $0) }
      }
      for (condition, node) in parts {
        if node is Target || node is Index {
          targets.append((condition, node))
          continue
        }
        guard let title = node as? Title, let level = title.level else {
          for (condition, target) in targets { append(target, condition) }
          targets = []
          append(node, condition)
          continue
        }
        let above = inner.last { $0.section.level < level }?.section.level
        if let message = message(title, level, above: above ?? openLevel(above: level)) {
          append(message, condition)
        }
        while let last = inner.last, last.section.level >= level { closeInner() }
        wrapper = nil
        inner.append((condition, Open(level: level, children: [title]), targets.map(\.node)))
        targets = []
      }
      for (condition, target) in targets { append(target, condition) }
      while !inner.isEmpty { closeInner() }
    }

    private static func only(_ nodes: [Node], _ condition: String) -> Only {
      let only = Only(children: nodes, position: nodes.first?.position ?? .unknown)
      only.expr = condition
      return only
    }
  }
}
