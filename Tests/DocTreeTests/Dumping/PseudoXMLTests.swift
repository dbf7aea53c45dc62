import DocTree
import Testing

/// The expectations are what docutils 0.22.4 prints for the same trees.
@Suite struct PseudoXMLTests {
  @Test func case70_listsAreEscapedAndEmptyOnesLeftOut() {
    let section = Section().with {
      $0.ids = ["z", "a b"]
      $0.names = ["my name", "b\\c"]
    }
    #expect(section.pseudoXML() == "<section ids=\"z a\\ b\" names=\"my\\ name b\\\\c\">\n")
  }

  @Test func case70_everySortOfValueIsShown() {
    let section = Section().with {
      $0.ids = ["z", "a b"]
      $0["nil"] = AttributeValue.none
      $0["yes"] = true
      $0["no"] = false
      $0["n"] = 3
      $0["quote"] = "\"<&"
      $0["empty"] = ""
      $0["list"] = []
      $0["A"] = "x"
      $0["lst"] = ["a b", "c\\ d", ""]
    }
    #expect(
      section.pseudoXML() == #"""
        <section A="x" empty="" ids="z a\ b" list="" lst="a\ b c\\\ d " n="3" nil="True" no="0" quote=""<&" yes="1">

        """#)
  }

  @Test func hiddenAttributesAreNotShown() {
    let list = BulletList().with {
      $0.bullet = "-"
      $0.isTight = true
    }
    #expect(list.pseudoXML() == "<bullet_list bullet=\"-\">\n")
  }

  @Test func case71_textIsPrintedLineByLine() {
    #expect(Paragraph("a\n\nb\n").pseudoXML() == "<paragraph>\n    a\n    \n    b\n")
    #expect(Paragraph("").pseudoXML() == "<paragraph>\n")
    #expect(Text("a\n\nb\n").pseudoXML() == "a\n\nb\n")
    #expect(Text("").pseudoXML() == "")
    #expect(Text("a\nb").pseudoXML() == "a\nb\n")
  }

  @Test func linesEndWherePythonEndsThem() {
    let text = "x\r\ny\u{B}z\u{C}u\u{1C}v\u{1D}w\u{1E}q\u{85}r\u{2028}s\u{2029}t\u{1F}é\n\n"
    #expect(
      Text(text).pseudoXML() == "x\ny\nz\nu\nv\nw\nq\nr\ns\nt\u{1F}é\n\n")
    // Beginnings of the long line breaks that are none.
    #expect(
      Text("\u{80}\u{2027}\u{202A}\u{20A8}").pseudoXML() == "\u{80}\u{2027}\u{202A}\u{20A8}\n")
  }

  @Test func ownTextStandsWhereDocutilsHasAChild() {
    let tree = Section(Comment(text: "one\n two"), MathBlock(text: "x^2"))
    #expect(
      tree.pseudoXML(indent: "\t") == """
        <section>
        \t<comment xml:space="preserve">
        \t\tone
        \t\t two
        \t<math_block xml:space="preserve">
        \t\tx^2

        """)
  }

  @Test func aHardBreakIsTwoRawNodes() {
    // What myst-parser makes of `a\` and `b` on the next line.
    #expect(
      Paragraph("a", HardBreak(), "b").pseudoXML() == #"""
        <paragraph>
            a
            <raw format="html" xml:space="preserve">
                <br />
            <raw format="latex" xml:space="preserve">
                \\
            b

        """#)
  }

  @Test func anUnknownElementHasTheNameItCameWith() {
    let unknown = UnknownElement("x").with {
      $0.name = "todo"
      $0["b"] = 1
    }
    #expect(unknown.pseudoXML() == "<todo b=\"1\">\n    x\n")
  }

  @Test func aKindOfYourOwnPrintsItsDeclaredAttributes() {
    #expect(
      Stamp("x").with { $0.count = 2 }.pseudoXML() == "<stamp count=\"2\">\n    x\n")
  }

  @Test func bytesAreAppended() {
    var output = Array("before\n".utf8)
    Paragraph("x").writePseudoXML(to: &output, indent: " ")
    #expect(String(decoding: output, as: UTF8.self) == "before\n<paragraph>\n x\n")
  }

  @Test func indentationEndsAtAHundredLevels() {
    var tree = BlockQuote()
    for _ in 1..<1_000_000 { tree = BlockQuote(tree) }
    var bytes: [UInt8] = []
    tree.writePseudoXML(to: &bytes, indent: " ")
    let line = "<block_quote>\n".utf8.count
    #expect(bytes.count == 1_000_000 * (line + 100) - 101 * 50)
    #expect(bytes.starts(with: "<block_quote>\n <block_quote>\n  <".utf8))
    #expect(
      bytes.suffix(line + 101).prefix(102)
        == ([0x0A] + Array(repeating: 0x20, count: 100) + [0x3C])[...])
  }
}

private final class Stamp: TextElement {
  var count: Int?
  override class var schema: Schema {
    Schema([.inline], attributes: [Attribute("count", \Stamp.count)])
  }
}
