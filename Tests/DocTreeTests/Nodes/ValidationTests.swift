import DocTree
import Testing

/// The messages are docutils 0.22.4's for the same trees.
@Suite struct ValidationTests {
  /// What is wrong with the tree, without the line that shows the element; nil if it is valid.
  private func problem(_ element: Element) -> String? {
    do throws(ValidationError) {
      try element.validate()
      return nil
    } catch {
      let lines = error.message.split(separator: "\n", maxSplits: 1)
      return lines.count == 2 ? String(lines[1].dropFirst(2)) : error.message
    }
  }

  @Test func case81_aListHoldsItems() {
    #expect(problem(BulletList()) == "Missing child of type <list_item>.")
    #expect(
      problem(BulletList(Paragraph())) == "Expecting child of type <list_item>, not <paragraph>.")
    #expect(
      problem(BulletList(ListItem(), Paragraph()))
        == "Child element <paragraph> not allowed at this position.")
    #expect(problem(BulletList(ListItem(), ListItem(Paragraph("x")))) == nil)
  }

  @Test func theFirstLineShowsTheElement() {
    let list = BulletList().with { $0.ids = ["x"] }
    list.position = SourcePosition(file: SourceFile("a.md"), line: 3)
    let document = Document(list)
    #expect {
      try document.validate()
    } throws: { error in
      let error = error as? ValidationError
      return error?.message
        == "Element <bullet_list ids=\"x\"> invalid:\n  Missing child of type <list_item>."
        && error?.position.description == "a.md:3"
    }
    #expect(throws: Never.self) { try document.validate(recursive: false) }
  }

  @Test func case82_textHasToStandInATextElement() {
    #expect(problem(Section(Title(), "x")) == "Spurious text: \"x\".")
    #expect(
      problem(Figure("aa"))
        == "Expecting child of type <image> or <reference>, not text data \"aa\".")
    #expect(
      problem(Paragraph(Emphasis(), Paragraph()))
        == "Child element <paragraph> not allowed at this position.")
  }

  @Test func case83_aFigureHoldsAnImage() {
    #expect(problem(Figure(Image())) == nil)
    #expect(problem(Figure(Reference(Image()), Caption("c"), Legend(Paragraph()))) == nil)
    #expect(problem(Figure()) == "Missing child of type <image> or <reference>.")
  }

  @Test func case84_aSubtitleFollowsATitle() {
    #expect(
      problem(Sidebar(Subtitle(), Paragraph())) == "<subtitle> only allowed after <title>.")
    #expect(problem(Sidebar(Title(), Subtitle(), Paragraph())) == nil)
    #expect(problem(Subtitle()) == nil)
    #expect(
      problem(Section(Title(), Subtitle(), Subtitle()))
        == "Child element <subtitle> not allowed at this position.")
  }

  @Test func case85_transitionsStandBetweenOtherThings() {
    #expect(
      problem(Section(Title(), Transition(), Paragraph()))
        == "<transition> may not begin a section or document.")
    #expect(
      problem(Section(Title(), Paragraph(), Transition()))
        == "<transition> may not end a section or document.")
    #expect(
      problem(Section(Title(), Paragraph(), Transition(), Transition(), Paragraph()))
        == "<transition> may not directly follow another transition.")
    #expect(
      problem(Section(Title(), Transition()))
        == "<transition> may not begin a section or document.\n  "
        + "<transition> may not end a section or document.")
    #expect(problem(Section(Title(), Paragraph(), Transition(), Paragraph())) == nil)
  }

  @Test func case86_valuesAreNormalized() throws {
    let paragraph = Paragraph().with { $0["classes"] = "my test" }
    #expect(problem(paragraph) == nil)
    #expect(paragraph.classes == ["my", "test"])
    let image = Image().with {
      $0.width = "007.50 em"
      $0.height = "030  mm"
    }
    #expect(problem(image) == nil)
    #expect(image.width == "7.5em")
    #expect(image.height == "30mm")
    let reference = Reference().with { $0.refname = " a  b " }
    #expect(problem(reference) == nil)
    #expect(reference.refname == "a b")
    let column = Colspec().with { $0.colwidth = "2*" }
    #expect(problem(column) == nil)
    #expect(column.colwidth == "2")
  }

  @Test(arguments: [
    ("30 mm", "30mm"), ("12.", "12.0"), ("0.50 em", "0.5em"), (".5", "0.5"), ("1.0%", "1.0%"),
    ("-.1em", "-0.1em"), ("12345678901234567890", "12345678901234567890"), ("00", "0"),
    ("5µm", "5µm"),
  ])
  func measures(_ measure: String, _ normalized: String) {
    let image = Image().with { $0.width = measure }
    #expect(problem(image) == nil)
    #expect(image.width == normalized)
  }

  @Test(arguments: ["1in 3pt", "x", ".", "1e5", "", "1.2.3", "--1", "5 %%", "5é", "1-2"])
  func valuesThatAreNoMeasures(_ measure: String) {
    #expect(
      problem(Image().with { $0.width = measure })
        == "Attribute \"width\" has invalid value \"\(measure)\".\n  "
        + "\"\(measure)\" is no valid measure.")
  }

  @Test func allProblemsWithAttributesAreTold() {
    let image = Image().with {
      $0.width = "x"
      $0["id"] = "k"
      $0["internal:note"] = "k"
      $0["source"] = "k"
    }
    #expect(
      problem(image)
        == "Attribute \"id\" not one of \"ids\", \"classes\", \"names\", \"dupnames\", "
        + "\"source\", \"alt\", \"uri\", \"align\", \"height\", \"width\", \"scale\", \"loading\", "
        + "\"title\".\n  Attribute \"width\" has invalid value \"x\".\n  \"x\" is no valid measure."
    )
  }

  @Test func otherValues() {
    #expect(
      problem(Paragraph().with { $0.ids = ["A", "b"] })
        == "Attribute \"ids\" has invalid value \"A b\".\n  \"A\" is no valid id or class name.")
    #expect(
      problem(Reference().with { $0.refid = "1" })
        == "Attribute \"refid\" has invalid value \"1\".\n  \"1\" is no valid id or class name.")
    #expect(
      problem(Entry().with { $0.charoff = "a b" })
        == "Attribute \"charoff\" has invalid value \"a b\".\n  \"a b\" is no NMTOKEN.")
    #expect(
      problem(Entry().with { $0.valign = "x" })
        == "Attribute \"valign\" has invalid value \"x\".\n  "
        + "\"x\" is not one of \"top\", \"middle\", \"bottom\".")
    #expect(
      problem(Colspec().with { $0.colwidth = "-1" })
        == "Attribute \"colwidth\" has invalid value \"-1\".\n  \"-1\" is no proportional measure.")
    #expect(
      problem(Image().with { $0.scale = "x" })
        == "Attribute \"scale\" has invalid value \"x\".\n  \"x\" is no integer.")
    #expect(problem(Footnote(Paragraph()).with { $0.backrefs = ["x"] }) == nil)
    #expect(
      problem(Title().with { $0.backrefs = ["x"] })?.hasPrefix("Attribute \"backrefs\" not one of")
        == true)
  }

  @Test func case87_aKindOfYourOwnNeedsACategory() {
    final class Loose: Element {}
    final class Block: Element {
      override class var schema: Schema { Schema(.body) }
    }
    #expect(
      problem(Section(Title(), Loose())) == "Child element <loose> not allowed at this position.")
    #expect(problem(Section(Title(), Block())) == nil)
    #expect(
      problem(Block(Paragraph())) == "Child element <paragraph> not allowed at this position.")
  }

  @Test func case88_authorsRepeat() {
    #expect(problem(Authors(Author(), Organization(), Author(), Contact())) == nil)
    #expect(
      problem(Authors(Author(), Paragraph()))
        == "Expecting child of type <author>, not <paragraph>.")
    #expect(problem(Authors()) == "Missing child of type <author>.")
  }

  @Test func missingAndWrongParts() {
    #expect(problem(Docinfo()) == "Missing child of type <Bibliographic>.")
    #expect(
      problem(DefinitionListItem(Term(), Classifier(), Paragraph()))
        == "Expecting child of type <definition>, not <paragraph>.")
    #expect(problem(Label(Strong())) == "Child element <strong> not allowed at this position.")
  }

  @Test func aKindCanHaveARuleForItsPlace() {
    final class Last: Element {
      override class var schema: Schema { Schema(.body) }
      override func positionProblems(in parent: Element, at index: Int) -> [String] {
        index == parent.children.count - 1 ? [] : ["<last> has to come last."]
      }
    }
    #expect(problem(Container(Paragraph(), Last())) == nil)
    #expect(problem(Container(Last(), Paragraph())) == "<last> has to come last.")
  }

  @Test func aMillionLevelsAreValidated() {
    var tree = BlockQuote(Paragraph("x"))
    for _ in 0..<1_000_000 { tree = BlockQuote(tree) }
    #expect(problem(tree) == nil)
  }
}
