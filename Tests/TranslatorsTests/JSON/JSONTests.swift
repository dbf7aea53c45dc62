import DocTree
import Testing
import Translators

@Suite struct JSONTests {
  private func write(_ document: Document, _ registry: Registry) throws -> String {
    let (output, diagnostics) = try document.translate(to: JSONTranslator.self, registry: registry)
    #expect(diagnostics.isEmpty)
    return String(decoding: output, as: UTF8.self)
  }

  private func read(_ json: String, _ registry: Registry? = nil) throws -> Document {
    try DocumentJSON().read(
      Source(json, file: SourceFile("in.json")),
      in: ReadContext(registry: registry ?? Sample.registry()))
  }

  @Test func theShape() throws {
    let file = SourceFile("a.md")
    let document = Document(
      Paragraph(
        "plain",
        Text("placed").with { $0.position = SourcePosition(file: file, line: 2, column: 9) },
        Math(text: "x\\\"\n\u{1}"), HardBreak()
      ).with {
        $0.position = SourcePosition(file: SourceFile("b.md"), line: 2)
      },
      BulletList().with {
        $0.isTight = true
        $0.ids = ["a b"]
        $0["n"] = 3
        $0["nil"] = AttributeValue.none
      }
    ).with { $0.position = SourcePosition(file: file, line: 1, column: 1) }
    #expect(
      try write(document, Sample.registry()) == #"""
        {"kind":"document","position":[1,1,"a.md"],"children":[
        {"kind":"paragraph","position":[2,0,"b.md"],"children":[
        "plain",
        {"text":"placed","position":[2,9]},
        {"kind":"math","text":"x\\\"\n\u0001"},
        {"kind":"hard_break"}]},
        {"kind":"bullet_list","attributes":{"ids":["a b"],"n":3,"nil":null,"tight":true}}]}

        """#)
  }

  @Test func everyKindComesBack() throws {
    let registry = try Sample.registry(StampExtension())
    let document = try Sample.everyKind(registry)
    let json = try write(document, registry)
    let result = try read(json, registry)
    #expect(result.diagnostics.isEmpty)
    #expect(try TreeDescription.of(result) == TreeDescription.of(document))
    #expect(try write(result, registry) == json)
  }

  @Test func unknownKindsAreWrittenBack() throws {
    let full = try Sample.registry(StampExtension())
    let without = try Sample.registry()
    let stamp = Stamp("x").with {
      $0.count = 3
      $0.isRed = true
      $0.tags = ["a b", ""]
      $0.secret = "s"
      $0.shape = nil
    }
    let json = try write(Document(Paragraph(stamp)), full)
    let unknown = try read(json, without)
    #expect(((unknown.children[0] as? Element)?.children[0] as? UnknownElement)?.name == "stamp")
    let back = try read(write(unknown, without), full)
    let found = try #require((back.children[0] as? Element)?.children[0] as? Stamp)
    #expect(try TreeDescription.of(found) == TreeDescription.of(stamp))
    #expect(found.secret == "s")
    #expect(found.shape == nil)
  }

  @Test func attributesThatWereTakenAwayStayAway() throws {
    let document = Document(LiteralBlock("x").with { $0.xmlSpace = nil })
    let registry = try Sample.registry()
    let result = try read(write(document, registry), registry)
    #expect((result.children[0] as? LiteralBlock)?.xmlSpace == nil)
  }

  @Test func keysComeInAnyOrder() throws {
    let document = try read(
      #"""
      { "children" : [ { "children" : [ ] , "position" : [ 2 , 3 ] , "kind" : "paragraph" } ,
        {"position":[4,1],"text":"t"} ], "position" : [1, 1, "a.md"] , "kind" : "document" }
      """#)
    #expect(document.children.map(\.position.description) == ["a.md:2:3", "a.md:4:1"])
    #expect(document.children[0] is Paragraph)
  }

  @Test func escapesAreRead() throws {
    let document = try read(
      #"{"kind":"document","children":["\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00\u0000é"]}"#)
    #expect(
      (document.children[0] as? Text)?.string == "\"\\/\u{8}\u{C}\n\r\t\u{E9}\u{1F600}\u{0}é")
  }

  @Test func aValueThatDoesNotFitIsReported() throws {
    let document = try read(
      """
      {"kind":"document","children":[
      {"kind":"tgroup","attributes":{"align":"left","cols":"two"}}]}
      """)
    #expect(
      document.diagnostics.map(\.description) == [
        "in.json:2:47: error: <tgroup> cannot have cols=\"two\"; it is left out [json]"
      ])
    #expect((document.children[0] as? Tgroup)?.align == "left")
  }

  @Test func aMillionLevels() throws {
    let registry = try Sample.registry()
    var tree: Element = Paragraph("deep")
    for _ in 1..<1_000_000 { tree = BlockQuote(tree) }
    let result = try read(write(Document(tree), registry), registry)
    var levels = 0
    var node: Node? = result
    while let child = (node as? Element)?.children.first {
      levels += 1
      node = child
    }
    #expect(levels == 1_000_001)
    #expect((node as? Text)?.string == "deep")
  }

  @Test(arguments: [
    ("", "1:1: expected '{', found the end"),
    ("[]", "1:1: expected '{', found '['"),
    ("{", "1:2: expected a key or '}', found the end"),
    ("\n {}", "2:2: expected \"kind\" in this object"),
    ("{\"kind\":\"paragraph\"}", "1:1: expected a document, found <paragraph>"),
    ("{\"text\":\"x\"}", "1:1: expected a document, found <#text>"),
    ("{\"kind\":\"document\"} x", "1:21: expected the end, found 'x'"),
    ("{\"kind\":\"document\",}", "1:20: expected a key, found '}'"),
    ("{\"kind\":\"document\" \"text\":\"\"}", "1:20: expected ',' or '}', found '\"'"),
    ("{\"kind\" \"document\"}", "1:9: expected ':', found '\"'"),
    ("{\"kind\":1}", "1:9: expected a string, found '1'"),
    ("{\"kind\":\"a\",\n\"kind\":\"b\"}", "2:1: expected each key once, found \"kind\" again"),
    (
      "{\"knid\":1}",
      "1:2: expected \"kind\", \"position\", \"attributes\", \"text\" or \"children\", found \"knid\""
    ),
    ("{\"kind\":\"\u{1}\"}", "1:10: expected '\\u0001', found the byte 0x01"),
    ("{\"kind\":\"a\nb\"}", "1:11: expected '\\u000a', found a line break"),
    ("{\"kind\":\"a", "1:11: expected '\"', found the end"),
    ("{\"kind\":\"\\x\"}", "1:10: expected an escape: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000"),
    ("{\"kind\":\"\\u12g4\"}", "1:10: expected four hexadecimal digits after '\\u'"),
    ("{\"kind\":\"\\ud800\"}", "1:10: expected a pair such as '\\ud83d\\ude00', found one half"),
    ("{\"kind\":\"\\udc00\"}", "1:10: expected a pair such as '\\ud83d\\ude00', found one half"),
    (
      "{\"kind\":\"\\ud800\\u0041\"}",
      "1:10: expected the second half of a pair such as '\\ud83d\\ude00'"
    ),
    ("{\"position\":1}", "1:13: expected '[', found '1'"),
    ("{\"position\":[1]}", "1:15: expected ',', found ']'"),
    ("{\"position\":[-1,2]}", "1:14: expected the number of a line, found '-'"),
    ("{\"position\":[1,2.5]}", "1:16: expected the number of a column, found '2'"),
    ("{\"position\":[1,2,3]}", "1:18: expected the name of a file, found '3'"),
    ("{\"position\":[1,2 3]}", "1:18: expected ',' or ']', found '3'"),
    ("{\"position\":[1,2,\"f\" 3]}", "1:22: expected ']', found '3'"),
    ("{\"attributes\":[]}", "1:15: expected '{', found '['"),
    ("{\"attributes\":{1}}", "1:16: expected the name of an attribute or '}', found '1'"),
    ("{\"attributes\":{\"a\":1,}}", "1:22: expected the name of an attribute, found '}'"),
    ("{\"attributes\":{\"a\":1 2}}", "1:22: expected ',' or '}', found '2'"),
    (
      "{\"attributes\":{\"a\":1,\"a\":2}}",
      "1:22: expected each attribute once, found \"a\" again"
    ),
    (
      "{\"attributes\":{\"a\":{}}}",
      "1:20: expected a string, an integer, true, false, null or a list of strings, found '{'"
    ),
    (
      "{\"attributes\":{\"a\":01}}",
      "1:20: expected a string, an integer, true, false, null or a list of strings, found '0'"
    ),
    (
      "{\"attributes\":{\"a\":99999999999999999999}}",
      "1:20: expected a string, an integer, true, false, null or a list of strings, found '9'"
    ),
    ("{\"attributes\":{\"a\":[1]}}", "1:21: expected a string or ']', found '1'"),
    ("{\"attributes\":{\"a\":[\"b\",]}}", "1:25: expected a string, found ']'"),
    ("{\"attributes\":{\"a\":[\"b\" \"c\"]}}", "1:25: expected ',' or ']', found '\"'"),
    ("{\"attributes\":{\"a\":[", "1:21: expected a string or ']', found the end"),
    ("{\"attributes\":{", "1:16: expected the name of an attribute or '}', found the end"),
    ("{\"children\":{}}", "1:13: expected '[', found '{'"),
    ("{\"children\":[1]}", "1:14: expected a string, '{' or ']', found '1'"),
    ("{\"children\":[\"a\",]}", "1:18: expected a string or '{', found ']'"),
    ("{\"children\":[\"a\" \"b\"]}", "1:18: expected ',' or ']', found '\"'"),
    ("{\"children\":[", "1:14: expected a string, '{' or ']', found the end"),
    (
      "{\"kind\":\"document\",\"children\":[\n{\"text\":\"a\",\"children\":[]}]}",
      "2:1: expected \"kind\" in this object"
    ),
  ])
  func malformed(json: String, message: String) throws {
    let error = try #require(throws: ReadError.self) { try read(json) }
    let position = error.diagnostic.position
    #expect("\(position.line):\(position.column): \(error.diagnostic.message)" == message)
  }
}
