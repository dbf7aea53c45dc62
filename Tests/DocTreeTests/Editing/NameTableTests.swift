import DocTree
import Testing

/// The expectations are what docutils 0.22.4 does with the same calls.
@Suite struct NameTableTests {
  /// A document with one section named `n` for each letter: `e` an explicit target, `i` an implicit one.
  private func document(_ letters: String) throws -> Document {
    let document = Document()
    for letter in letters {
      let section = Section(Title()).with { $0.names = ["n"] }
      try document.append(section)
      if letter == "e" {
        document.noteExplicitTarget(section, messagesIn: section)
      } else {
        document.noteImplicitTarget(section, messagesIn: section)
      }
    }
    return document
  }

  /// For each section: `id`, then `n` if it has the name or `d` if it was taken away, then the
  /// message that it holds.
  private func summary(_ document: Document) -> [String] {
    document.children.compactMap(\.asElement).map { section in
      var words = section.ids
      if section.names == ["n"] { words.append("n") }
      if section.dupnames == ["n"] { words.append("d") }
      for message in section.findAll(SystemMessage.self) {
        words.append("\(message.type ?? ""): \(message.astext())")
        words += message.backrefs.map { "<- \($0)" }
      }
      return words.joined(separator: " ")
    }
  }

  private let explicit = "WARNING: Duplicate explicit target name: \"n\"."
  private let implicit = "INFO: Duplicate implicit target name: \"n\"."
  private let overrides = "INFO: Target name overrides implicit target name \"n\"."

  private func entry(_ document: Document) -> NameTable.Entry? {
    document.nameTable.entry(named: "n")
  }

  @Test func case65_twoExplicitTargets() throws {
    let document = try document("ee")
    #expect(summary(document) == ["n d", "n-1 d \(explicit) <- n-1"])
    #expect(entry(document)?.id == nil)
    #expect(entry(document)?.isExplicit == true)
    #expect(document.element(named: "n") == nil)
  }

  @Test func case65_anExplicitTargetOverridesAnImplicitOne() throws {
    let document = try document("ie")
    #expect(summary(document) == ["n d", "n-1 n \(overrides) <- n-1"])
    #expect(entry(document)?.id == "n-1")
    #expect(document.element(named: "n") === document.children[1])
  }

  @Test func case65_anImplicitTargetGivesWayToAnExplicitOne() throws {
    let document = try document("ei")
    #expect(summary(document) == ["n n", "n-1 d \(implicit) <- n-1"])
    #expect(entry(document)?.id == "n")
    #expect(entry(document)?.isExplicit == true)
  }

  @Test func case65_twoImplicitTargets() throws {
    let document = try document("ii")
    #expect(summary(document) == ["n d", "n-1 d \(implicit) <- n-1"])
    #expect(entry(document)?.id == nil)
    #expect(entry(document)?.isExplicit == false)
  }

  @Test func case65_threeExplicitTargets() throws {
    let document = try document("eee")
    #expect(
      summary(document) == ["n d", "n-1 d \(explicit) <- n-1", "n-2 d \(explicit) <- n-2"])
    #expect(document.diagnostics.map(\.severity) == [.warning, .warning])
  }

  @Test func case65_anExplicitTargetAfterTwoImplicitOnes() throws {
    let document = try document("iie")
    #expect(summary(document) == ["n d", "n-1 d \(implicit) <- n-1", "n-2 n"])
    #expect(entry(document)?.id == "n-2")
  }

  @Test func case65_twoExplicitTargetsAfterAnImplicitOne() throws {
    let document = try document("iee")
    #expect(
      summary(document) == ["n d", "n-1 d \(overrides) <- n-1", "n-2 d \(explicit) <- n-2"])
    #expect(entry(document)?.id == nil)
    #expect(entry(document)?.isExplicit == true)
  }

  @Test func case65_aSecondExplicitTargetAfterTwoImplicitOnes() throws {
    let document = try document("iiee")
    #expect(
      summary(document)
        == ["n d", "n-1 d \(implicit) <- n-1", "n-2 d", "n-3 d \(explicit) <- n-3"])
    #expect(entry(document)?.id == nil)
  }

  @Test func case65_anImplicitTargetAfterTwoExplicitOnes() throws {
    let document = try document("eei")
    #expect(summary(document)[2] == "n-2 d \(implicit) <- n-2")
    #expect(entry(document)?.isExplicit == true)
  }

  @Test func case66_oneAddressUnderOneNameIsKept() {
    let document = Document()
    let targets = [0, 1].map { _ in
      Target().with {
        $0.names = ["n"]
        $0.refuri = "u"
      }
    }
    for target in targets { document.noteExplicitTarget(target) }
    #expect(targets.map(\.names) == [["n"], []])
    #expect(targets.map(\.ids) == [["n"], ["n-1"]])
    #expect(document.element(named: "n") === targets[0])
    #expect(document.diagnostics.map(\.severity) == [.info])
    #expect(document.diagnostics[0].message == "Duplicate name \"n\" for external target \"u\".")
    #expect(document.looseMessages.map(\.backrefs) == [[]])
  }

  @Test(arguments: [
    ("", "%", ["test", "section-1", "test-1", "footnote-1"]),
    ("P-", "auto", ["P-test", "P-auto1", "P-auto2", "P-2019-10-30"]),
    ("P:", "a-%", ["P:test", "P:a-section-1", "P:test-1", "P:2019-10-30"]),
    ("", "id", ["test", "id1", "id2", "id3"]),
  ])
  func case63_ids(_ prefix: String, _ autoPrefix: String, _ ids: [String]) {
    let document = Document()
    document.nameTable.idPrefix = prefix
    document.nameTable.autoIDPrefix = autoPrefix
    let elements: [Element] = [
      Section().with { $0.names = ["test"] }, Section(), Section().with { $0.names = ["Test"] },
      Footnote().with { $0.names = ["2019-10-30"] },
    ]
    #expect(elements.map { document.setID(for: $0) } == ids)
    #expect(elements.map(\.ids) == ids.map { [$0] })
  }

  @Test func aSuggestedPrefixStandsForTheKind() {
    let document = Document()
    #expect(document.setID(for: Section(), suggestedPrefix: "part") == "part-1")
    #expect(document.setID(for: SystemMessage()) == "system-message-1")
  }

  @Test func theFirstNameThatMakesAnIdIsTaken() {
    let document = Document()
    document.setID(for: Section().with { $0.names = ["a"] })
    #expect(document.setID(for: Section().with { $0.names = ["a", "1", "b", "c"] }) == "b")
  }

  @Test func case64_anIdBelongsToTheFirst() {
    let document = Document()
    let (first, second) = (Section(), Section())
    for section in [first, second] { section.ids = ["q"] }
    document.setID(for: first)
    #expect(document.setID(for: second, messagesIn: second) == "q")
    #expect(document.element(withID: "q") === first)
    #expect(
      document.diagnostics.map(\.description) == [
        "error: Duplicate ID: \"q\" used by <section ids=\"q\"> and <section ids=\"q\">"
      ])
    #expect(second.children.count == 1)
    // Its own id is no news.
    document.setID(for: first)
    #expect(document.diagnostics.count == 1)
  }

  @Test func aMessageThatMayNotStandThereIsLoose() {
    let document = Document()
    for _ in 0..<2 {
      let paragraph = Paragraph().with { $0.names = ["n"] }
      document.noteImplicitTarget(paragraph, messagesIn: paragraph)
      #expect(paragraph.children.isEmpty)
    }
    #expect(
      document.looseMessages.map { $0.astext() } == ["Duplicate implicit target name: \"n\"."])
    #expect(document.looseMessages.allSatisfy { $0.parent == nil })
  }

  @Test func aDocumentThatHasAnIdIsFreed() {
    weak var freed: Document?
    do {
      let document = Document().with { $0.names = ["n"] }
      document.noteImplicitTarget(document)
      #expect(document.element(named: "n") === document)
      freed = document
    }
    #expect(freed == nil)
  }

  @Test func manyEqualNamesAreNumbered() {
    let document = Document()
    for _ in 0..<20_000 {
      let section = Section(Title()).with { $0.names = ["n"] }
      document.noteImplicitTarget(section, messagesIn: section)
    }
    #expect(document.nameTable.contains(id: "n-19999"))
    #expect(!document.nameTable.contains(id: "n-20000"))
  }
}
