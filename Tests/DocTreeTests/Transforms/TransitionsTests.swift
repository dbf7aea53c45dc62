import DocTree
import Testing

/// The expectations are the trees that docutils 0.22.4 makes, with the loose messages where its
/// writers put them.
@Suite struct TransitionsTests {
  private func result(_ document: Document) throws -> String {
    try document.apply(Transitions(), Messages())
    return document.outline
      + document.diagnostics.map { "\n\($0.message)" }.joined()
  }

  private let begins = "\nDocument or section may not begin with a transition."
  private let ends = "\nDocument may not end with a transition."
  private let adjacent =
    "\nAt least one body element must separate transitions; "
    + "adjacent transitions are not allowed."
  private let misplaced = "\nTransition must be child of <document> or <section>."
  /// How an outline shows a warning.
  private let warning = "system_message(paragraph(#text))"
  private let title = "title(#text)"

  private func section(_ content: Node...) -> Section {
    Section(Title("t"), content)
  }

  private func paragraph() -> Paragraph { Paragraph() }

  @Test func aTransitionBetweenParagraphsStays() throws {
    #expect(
      try result(Document(Paragraph(), Transition(), Paragraph()))
        == "document(paragraph transition paragraph)")
  }

  @Test func aTransitionAlone() throws {
    #expect(
      try result(Document(Transition()))
        == "document(transition \(warning) \(warning))\(begins)\(ends)")
  }

  @Test func aTransitionAtTheBeginning() throws {
    #expect(
      try result(Document(Transition(), Paragraph()))
        == "document(transition \(warning) paragraph)\(begins)")
    #expect(
      try result(Document(Meta(), Transition(), Paragraph()))
        == "document(meta transition \(warning) paragraph)\(begins)")
  }

  @Test func theSecondTransitionHasAWarningBeforeIt() throws {
    #expect(
      try result(Document(Transition(), Transition(), Paragraph()))
        == "document(transition \(warning) transition paragraph)\(begins)")
    #expect(
      try result(Document(Paragraph(), Transition(), Transition(), Transition(), Paragraph()))
        == "document(paragraph transition transition \(warning) transition paragraph)\(adjacent)")
  }

  @Test func aParentThatIsInvalidAnywayGetsNoWarning() throws {
    let loose = "section[system-messages](\(title) \(warning) \(warning))"
      .replacing("[system-messages]", with: "")
    #expect(
      try result(
        Document(
          Paragraph(), Transition(), Transition(), Paragraph(), Transition(), Transition(),
          Paragraph()))
        == "document(paragraph transition transition paragraph transition transition paragraph "
        + "\(loose))\(adjacent)\(adjacent)")
    #expect(
      try result(Document(Title("A"), Transition(), Transition()))
        == "document(\(title) transition transition \(warning) \(loose))"
        + "\(begins)\(adjacent)\(ends)")
  }

  @Test func aTransitionSomewhereElse() throws {
    #expect(
      try result(Document(BlockQuote(Paragraph(), Transition()), Paragraph()))
        == "document(block_quote(paragraph transition \(warning)) paragraph)\(misplaced)")
  }

  @Test func transitionsMoveBehindTheirSections() throws {
    #expect(
      try result(
        Document(section(section(section(paragraph(), Transition()))), section(paragraph())))
        == "document(section(\(title) section(\(title) section(\(title) paragraph))) transition "
        + "section(\(title) paragraph))")
    #expect(
      try result(
        Document(section(section(paragraph(), Transition()), section(paragraph())), section()))
        == "document(section(\(title) section(\(title) paragraph) transition "
        + "section(\(title) paragraph)) section(\(title)))")
  }

  @Test func aTransitionAtTheVeryEndStays() throws {
    #expect(
      try result(Document(Paragraph(), section(paragraph(), Transition())))
        == "document(paragraph section(\(title) paragraph transition \(warning)))\(ends)")
  }

  @Test func aWarningStaysWhenTheTransitionMoves() throws {
    // # A, a, ---, # B, ---, # C, a, ---, ---, b, ---
    #expect(
      try result(
        Document(
          section(paragraph(), Transition()), section(Transition()),
          section(
            paragraph(), Transition(), Transition(), paragraph(), Transition())))
        == "document(section(\(title) paragraph) transition section(\(title) \(warning)) "
        + "transition section(\(title) paragraph transition transition paragraph transition "
        + "\(warning)) section(\(title) \(warning)))\(begins)\(adjacent)\(ends)")
  }

  @Test func warningsAreAtTheTransition() throws {
    let transition = Transition()
    transition.position = SourcePosition(file: SourceFile("a.md"), line: 7, column: 1)
    let document = Document(transition, Paragraph())
    _ = try result(document)
    #expect(
      document.diagnostics.map(\.description)
        == ["a.md:7:1: warning: Document or section may not begin with a transition."])
    #expect(document.findAll(SystemMessage.self).map(\.line) == [7])
  }

  @Test func manyBadTransitionsAreNoTrouble() throws {
    let document = Document(children: (0..<20_000).map { _ in Transition() })
    try document.apply(Transitions())
    // One for each, and one for the end, which is the only one that has a place.
    #expect(document.diagnostics.count == 20_001)
    #expect(document.looseMessages.count == 20_000)
  }
}
