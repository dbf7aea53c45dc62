import DocTree
import Testing
import Translators

private final class Callout: Element {}
private final class Grid: Element {}
private final class Unhandled: Element {}

private enum CalloutText: NodeTranslator {
  static func visit(_ node: Callout, _ text: inout TextTranslator) -> VisitAction {
    text.openBlock(prefix: "（!） ")
    return .continue
  }
  static func depart(_ node: Callout, _ text: inout TextTranslator) -> DepartAction {
    text.closeBlock()
    return .continue
  }
}

private final class Aside: Element {}

private enum AsideHTML: NodeTranslator {
  static func visit(_ node: Aside, _ html: inout HTMLTranslator) -> VisitAction { .continue }
}

private enum AsideText: NodeTranslator {
  static func visit(_ node: Aside, _ text: inout TextTranslator) -> VisitAction {
    text.addParagraph("Aside:", isSpaced: false)
    return .continue
  }
}

private struct Asides: Extension {
  let name = "asides"
  func register(in registry: inout Registry) {
    registry.add(Aside.self, html: AsideHTML.self, text: AsideText.self)
    registry.add(Unhandled.self, html: .childrenOnly, text: .childrenOnly)
    registry.add(Grid.self, text: .skipped)
  }
}

private struct Callouts: Extension {
  let name = "callouts"
  func register(in registry: inout Registry) {
    registry.add(CalloutText.self)
    registry.add(
      Grid.self,
      NodeHandler<Grid, TextTranslator>(visit: { _, text in
        text.addParagraph("Grid \(text.width):", isSpaced: false)
        text.openTable()
        for row in 0..<2 {
          text.openRow(isHeading: row == 0)
          for column in 0..<2 {
            text.openCell(alignment: column == 0 ? .left : .right)
            text.add("\(row * 100)/\(column)")
            text.closeCell()
          }
        }
        text.closeTable()
        text.openBlock(indent: 1, style: .heading("#"))
        text.add("End")
        text.closeBlock()
        return .skipNode
      }))
    registry.add(
      Unbalanced.self,
      NodeHandler<Unbalanced, TextTranslator>(visit: { _, text in
        text.closeBlock()
        text.closeCell()
        text.closeTable()
        text.openTable()
        text.openCell()
        text.openBlock()
        text.add("x")
        return .skipNode
      }))
  }
}

private final class Unbalanced: Element {}

@Suite struct TextExtendingTests {
  @Test func blocksWithPrefixes() throws {
    #expect(
      try plain(
        Paragraph("a"), Callout(Paragraph(fox), Paragraph("y")), width: 40,
        extensions: [Callouts()]) == """
          a

          （!） The quick brown fox jumps over the
                lazy dog while the well-known
                state-of-the-art machine, a high-
                performance engine--and not a slow
                one--runs on.

                y

          """)
  }

  @Test func handlersForTwoFormatsAtOnce() throws {
    #expect(
      try plain(Aside(Paragraph("x")), Unhandled(Paragraph("y")), Grid(), extensions: [Asides()])
        == "Aside:\nx\n\ny\n")
  }

  @Test func tablesAndHeadings() throws {
    #expect(
      try plain(Grid(), Paragraph("x"), extensions: [Callouts()]) == """
        Grid 70:
        +-------+-------+
        | 0/0   |   0/1 |
        |=======|=======|
        | 100/0 | 100/1 |
        +-------+-------+


         End
         ###

        x

        """)
  }

  @Test func handlersThatForgetToClose() throws {
    #expect(
      try plain(Unbalanced(), extensions: [Callouts()]) == """
        +------+
        |    x |
        +------+

        """)
  }

  @Test func kindsWithoutHandlerAreWrittenWithAWarning() throws {
    let document = Document(Unhandled(Paragraph("x")), Unhandled(Paragraph("y")))
    let (text, diagnostics) = try plainWithDiagnostics(document)
    #expect(text == "x\n\ny\n")
    #expect(
      diagnostics.map(\.message) == [
        "no text handler for <unhandled>; its children are written without it"
      ])
  }

  @Test func everyStandardKindIsHandled() throws {
    let kinds: [Node.Type] = [
      Abbreviation.self, Acronym.self, Address.self, Admonition.self, Attention.self,
      Attribution.self, Author.self, Authors.self, BlockQuote.self, BulletList.self, Caption.self,
      Caution.self, Citation.self, CitationReference.self, Classifier.self, Colspec.self,
      CommandOption.self, Comment.self, Compound.self, Contact.self, Container.self,
      Copyright.self, Danger.self, DateElement.self, Decoration.self, Definition.self,
      DefinitionList.self, DefinitionListItem.self, Description.self, Docinfo.self,
      DoctestBlock.self, Emphasis.self, Entry.self, EnumeratedList.self, ErrorAdmonition.self,
      Field.self, FieldBody.self, FieldList.self, FieldName.self, Figure.self, Footer.self,
      Footnote.self, FootnoteReference.self, Generated.self, HardBreak.self, Header.self,
      Hint.self, Image.self, Important.self, Inline.self, Label.self, Legend.self, Line.self,
      LineBlock.self, ListItem.self, Literal.self, LiteralBlock.self, Math.self, MathBlock.self,
      Meta.self, Note.self, OptionArgument.self, OptionGroup.self, OptionList.self,
      OptionListItem.self, OptionString.self, Organization.self, Paragraph.self, Pending.self,
      Problematic.self, Raw.self, Reference.self, Revision.self, Row.self, Rubric.self,
      Section.self, Sidebar.self, Status.self, Strong.self, Subscript.self,
      SubstitutionDefinition.self, SubstitutionReference.self, Subtitle.self, Superscript.self,
      SystemMessage.self, Table.self, Target.self, Tbody.self, Term.self, Tgroup.self, Thead.self,
      Tip.self, Title.self, TitleReference.self, Topic.self, Transition.self, Version.self,
      Warning.self,
    ]
    let registry = try Registry(extensions: [TextFormat()])
    for kind in kinds {
      #expect(registry.owner(of: kind.kind) == "text", "\(kind)")
      let (_, diagnostics) = try plainWithDiagnostics(Document(kind.init()))
      #expect(diagnostics == [])
    }
  }

  @Test func formatAndConfigValuesAreRegistered() throws {
    let registry = try Registry(extensions: [TextFormat()])
    #expect(registry.format("text") is TextTranslator.Type)
    #expect(registry.configDeclarations.map(\.name) == ["text.sectionchars", "text.width"])
    #expect(TextTranslator.suffix == ".txt")
  }
}
