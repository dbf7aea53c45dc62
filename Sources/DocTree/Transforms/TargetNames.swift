/// Gives ids to what has a name, in document order: to headings, which have theirs by their text, and
/// to what an author has named. Of two with one name, the first that an author has named keeps it.
///
/// Readers and directives only set the names. Each is entered when all that stands before it is, which
/// they could not do, as they do not work in document order.
/// (MyST: render_heading, render_myst_target, render_footnote_reference; docutils:
/// document.note_explicit_target, document.note_implicit_target.)
public struct TargetNames: Transform {
  public let phase = Phase.read
  public let priority = 110

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    let hasReferences = document.contains(KindMatcher.of(FootnoteReference.self))
    var work = Work(
      document: document, words: Words(context.configuration), hasReferences: hasReferences)
    for element in work.elements() { try work.enter(element) }
    try work.place()
    work.finish()
  }

  private struct Work {
    let document: Document
    private let words: Words
    /// Whether there are references to footnotes, which have ids as well.
    private let hasReferences: Bool
    /// What takes the place of an element.
    private var replacements: [ObjectIdentifier: [Node]] = [:]
    private var parents: [Element] = []
    private var parts = Self.knownParts.current

    /// What gets an id or a name.
    private enum Part { case section, rubric, reference, link, contents, text, other }
    private static let knownParts = SharedPerKind<Part>()

    init(document: Document, words: Words, hasReferences: Bool) {
      self.document = document
      self.words = words
      self.hasReferences = hasReferences
    }

    func finish() { Self.knownParts.update(from: parts) }

    private static func part(_ node: Node) -> Part {
      switch node {
      case is Section: .section
      case is Rubric: .rubric
      case is FootnoteReference: .reference
      case is Reference: .link
      case is Topic: .contents
      case is TextElement: .text
      default: .other
      }
    }

    /// What may get an id or a name.
    mutating func elements() -> [Element] {
      var result: [Element] = []
      func needs(_ element: Element, _ part: Part) -> Bool {
        part != .other && part != .text && part != .link || element.hasRareAttributes
      }
      var parts = parts
      if needs(document, parts.value(for: document, Self.part)) { result.append(document) }
      document.forEachElement { element in
        let part = parts.value(for: element, Self.part)
        if needs(element, part) { result.append(element) }
        // A link among blocks is around a picture.
        return hasReferences || part == .section || part == .link || part == .contents
          || part == .other
      }
      self.parts = parts
      return result
    }

    mutating func enter(_ element: Element) throws {
      let part = parts.value(for: element, Self.part)
      if part == .section, let title = element.children.first as? Title {
        // What is in it comes before it.
        if hasReferences {
          for reference in title.findAll(FootnoteReference.self) { document.setID(for: reference) }
        }
        try note(element, title)
      } else if part == .rubric, let rubric = element as? Rubric, rubric.level != nil {
        try note(rubric, rubric)
      } else if part == .reference {
        document.setID(for: element)
      } else if part == .contents, element.ids.isEmpty, element.classes.contains("contents"),
        element.children.last is Pending
      {
        note(contents: element)
      } else if element.hasRareAttributes, !element.names.isEmpty, element.ids.isEmpty {
        try note(named: element)
      }
    }

    private func note(_ element: Element, _ heading: Element) throws {
      let name = ReferenceName.normalized((heading.untranslated ?? heading).cleanText())
      let named = element.names
      if !named.isEmpty { document.noteExplicitTarget(element, messagesIn: element) }
      // Only the new name is one that the heading has by its text.
      element.names = [name]
      let messages = newMessages { document.noteImplicitTarget(element) }
      let lost = element.names.isEmpty
      element.names = named.contains(name) || lost ? named : named + [name]
      // A message about a section's name stands behind its title; docutils gives those about
      // rubrics no place.
      if element is Section, !messages.isEmpty { try element.insert(messages, at: 1) }
    }

    /// A table of contents has the name of its title, if nothing before it has it.
    /// (docutils: directives.parts.Contents.)
    private func note(contents topic: Element) {
      let title = (topic.children.first as? Title)?.cleanText() ?? words["Contents"]
      let name = ReferenceName.normalized(title)
      if topic.names.isEmpty, document.nameTable.entry(named: name) == nil {
        topic.names = [name]
      }
      document.noteImplicitTarget(topic, messagesIn: topic)
    }

    private mutating func note(named element: Element) throws {
      if let footnote = element as? Footnote {
        if replace(duplicate: footnote) { return }
        let messages = newMessages { document.noteExplicitTarget(footnote) }
        if !messages.isEmpty {
          try footnote.insert(messages, at: footnote.children.first is Label ? 1 : 0)
        }
      } else if element is Target {
        let messages = newMessages { document.noteExplicitTarget(element) }
        if !messages.isEmpty { replace(element, with: messages + [element]) }
      } else {
        document.noteExplicitTarget(element, messagesIn: element)
      }
    }

    /// Replaces a footnote whose label is taken by a warning.
    private mutating func replace(duplicate footnote: Footnote) -> Bool {
      guard let name = footnote.names.first,
        document.nameTable.entry(named: name)?.isExplicit == true
      else { return false }
      let warning = document.report(
        .warning, "Duplicate footnote definition found for label: '\(name)'", at: footnote,
        category: "ref.footnote")
      replace(footnote, with: [warning])
      return true
    }

    /// The messages without a place that come of `note`.
    private func newMessages(_ note: () -> Void) -> [SystemMessage] {
      let known = document.looseMessages.count
      note()
      let messages = Array(document.looseMessages[known...])
      document.looseMessages.removeSubrange(known...)
      return messages
    }

    private mutating func replace(_ element: Element, with nodes: [Node]) {
      guard let parent = element.parent else { return }
      if parents.last !== parent { parents.append(parent) }
      replacements[ObjectIdentifier(element)] = nodes
    }

    /// Puts the replacements in their places, for each parent at once.
    func place() throws {
      var done: Set<ObjectIdentifier> = []
      for parent in parents where done.insert(ObjectIdentifier(parent)).inserted {
        let children = parent.removeChildren().flatMap { child in
          replacements[ObjectIdentifier(child)] ?? [child]
        }
        try parent.append(children)
      }
    }
  }
}
