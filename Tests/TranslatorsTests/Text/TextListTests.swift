import DocTree
import Testing
import Translators

/// Expectations that are not marked otherwise are what Sphinx 9.0 writes.
@Suite struct TextListTests {
  @Test func nestedListsAndNumbers() throws {
    let inner = EnumeratedList(item("x"), item("y " + fox)).with { $0.start = 9 }
    #expect(
      try plain(BulletList(item("a", BulletList(item("b", fox))), item("c", inner))) == """
        * a

          * b

            The quick brown fox jumps over the lazy dog while the well-known
            state-of-the-art machine, a high-performance engine--and not a
            slow one--runs on.

        * c

          9. x

          10. y The quick brown fox jumps over the lazy dog while the well-
              known state-of-the-art machine, a high-performance engine--and
              not a slow one--runs on.

        """)
  }

  @Test func listsThatBeginWithLists() throws {
    #expect(try plain(BulletList(item(BulletList(item("a"), item("b"))))) == "* * a\n\n  * b\n")
  }

  /// Sphinx numbers every list with Arabic numerals and a period.
  @Test func numberingTypes() throws {
    let list = EnumeratedList(item("x"), item("y"), item("z")).with {
      $0.enumtype = "lowerroman"
      $0.start = 8
      $0.prefix = "("
      $0.suffix = ")"
    }
    #expect(try plain(list) == "(viii) x\n\n(ix) y\n\n(x) z\n")
    let letters = EnumeratedList(item("x"), item("y")).with {
      $0.enumtype = "upperalpha"
      $0.start = 26
    }
    #expect(try plain(letters) == "Z. x\n\nAA. y\n")
  }

  @Test func numbersThatATypeHasNoSignFor() throws {
    let roman = EnumeratedList(item("x"), item("y")).with {
      $0.enumtype = "upperroman"
      $0.start = 4999
    }
    #expect(try plain(roman) == "MMMMCMXCIX. x\n\n5000. y\n")
    let zero = EnumeratedList(item("x"), item("y")).with {
      $0.enumtype = "loweralpha"
      $0.start = 0
    }
    #expect(try plain(zero) == "0. x\n\na. y\n")
  }

  /// Sphinx drops an empty item.
  @Test func emptyItems() throws {
    #expect(try plain(BulletList(item(), item("b"))) == "*\n\n* b\n")
    #expect(try plain(EnumeratedList(item(BulletList(item()))), Paragraph("x")) == "1. *\n\nx\n")
  }

  /// Sphinx puts the mark where the code begins.
  @Test func itemsThatBeginWithIndentedBlocks() throws {
    #expect(
      try plain(EnumeratedList(item(LiteralBlock("a\nb")), item(BlockQuote(Paragraph("q"))))) == """
        1.    a
              b

        2.    q

        """)
  }

  @Test func definitionLists() throws {
    let list = DefinitionList(
      DefinitionListItem(
        Term("t"), Classifier("c"), Classifier("d"), Definition(Paragraph("x"), Paragraph("y"))),
      DefinitionListItem(Term("t2"), Definition(Paragraph("z"))))
    #expect(
      try plain(list, Paragraph("after")) == """
        t : c : d
           x

           y

        t2
           z

        after

        """)
  }

  @Test func severalTermsOfOneDefinition() throws {
    let list = DefinitionList(
      DefinitionListItem(Term("a"), Term("b"), Definition(Paragraph("x"))))
    #expect(try plain(list) == "a\nb\n   x\n")
  }

  /// Sphinx puts what follows right below a field without a body.
  @Test func fieldLists() throws {
    let list = FieldList(
      Field(FieldName("a"), FieldBody(Paragraph("b"))), Field(FieldName("c"), FieldBody()))
    #expect(
      try plain(list, Paragraph("after")) == """
        a:
           b

        c:

        after

        """)
  }

  /// In Sphinx, options and their descriptions look like paragraphs of one kind.
  @Test func optionLists() throws {
    let list = OptionList(
      OptionListItem(
        OptionGroup(
          CommandOption(OptionString("-f"), OptionArgument("FILE")),
          CommandOption(OptionString("--file"), OptionArgument("FILE").with { $0.delimiter = "=" })
        ), Description(Paragraph("Reads it."))),
      OptionListItem(
        OptionGroup(CommandOption(OptionString("-q"))), Description(Paragraph("Is quiet."))))
    #expect(
      try plain(list, Paragraph("after")) == """
        -f FILE, --file=FILE
           Reads it.

        -q
           Is quiet.

        after

        """)
  }
}
