import DocTree
import Testing

@Suite struct PlainTextTests {
  @Test func case72_childrenAreJoinedAsTheirParentSays() {
    #expect(Paragraph("a", Strong("b", Emphasis("c")), "d").astext() == "abcd")
    #expect(Section(Title("t"), Paragraph("p"), Paragraph("q")).astext() == "t\n\np\n\nq")
    let long = CommandOption(
      OptionString("--f"), OptionArgument("N").with { $0.delimiter = "=" })
    let short = CommandOption(OptionString("-f"), OptionArgument("N"))
    let group = OptionGroup(long, short)
    #expect(group.astext() == "--f=N, -f N")
    #expect(OptionListItem(group, Description(Paragraph("d"))).astext() == "--f=N, -f N  d")
  }

  @Test func case72_anImageIsItsDescription() {
    #expect(Image().with { $0.alt = "a cat" }.astext() == "a cat")
    #expect(Image().astext() == "")
    #expect(Paragraph("see ", Image().with { $0.alt = "cat" }, ".").astext() == "see cat.")
  }

  @Test func textThatIsKeptInANodeCounts() {
    #expect(Comment(text: "hidden").astext() == "hidden")
    #expect(Section(Comment(text: "c"), MathBlock(text: "x^2")).astext() == "c\n\nx^2")
  }

  @Test func emptyChildrenAreJoinedToo() {
    #expect(Section(Paragraph(), Paragraph("x"), Paragraph()).astext() == "\n\nx\n\n")
    #expect(Section().astext() == "")
  }

  @Test func escapesAreTakenOut() {
    // docutils: Text('a\0*b\0 c\0\nd\0\0 e').astext()
    #expect(Text("a\0*b\0 c\0\nd\0\0 e").astext() == "a*bcde")
    #expect(Paragraph("\0\\", Strong("\0 x")).astext() == "\\x")
    #expect(Title("a\0 b").astext() == "ab")
  }

  @Test func aMillionLevelsHaveAText() {
    var tree: Element = Paragraph("x")
    for _ in 0..<1_000_000 { tree = BlockQuote(tree) }
    #expect(tree.astext() == "x")
  }

  @Test func picturesAndRawPartsSayNothing() {
    let title = Title(
      "a ", Image().with { $0["alt"] = .string("b") }, Emphasis("c", Raw(text: "<b>")), "d")
    #expect(title.cleanText() == "a cd")
    #expect(Title("a").cleanText() == "a")
  }
}
