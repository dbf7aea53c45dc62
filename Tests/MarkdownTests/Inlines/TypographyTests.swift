import DocTree
import Testing

@testable import DocTreeMarkdown

/// The expectations are what markdown-it makes of the same texts.
@Suite struct TypographyTests {
  @Test(arguments: [
    ("(C)(r)(Tm) (x) (t", "©®™ (x) (t"),
    ("a.. b... ?.. !.... ...", "a… b… ?.. !.. …"),
    ("a!!!! b??? c?????", "a!!! b??? c???"),
    ("a ?!?! b !?? c ??!?", "a !!! b !?? c ???"),
    ("x,,y, ,,,", "x,y, ,"),
    ("a -- b a--b a ---b --- x---- -- c", "a – b a–b a —b — x---- – c"),
    ("+-1 ++-2 +", "±1 +±2 +"),
    ("\"a 'b' c\" 'd \"e\" f'", "“a ‘b’ c” ‘d “e” f’"),
    ("\"*a* `b`\" '`c`'", "“a b” ‘c’"),
    ("5'10\" 6\"\" \"1\"\"", "5’10\" 6\"\" “1\"”"),
    ("\"(é)\" «\"x\"» “\"y\"”", "“(é)” «“x”» ““y””"),
    ("a\"b\"c it's 'tis", "a\"b\"c it’s 'tis"),
    ("\"a *b\" c*", "\"a b\" c"),
    ("\"a\nb\" '\n c'", "“a\nb” ’\nc’"),
    ("\"\"a\"\"", "““a””"),
    ("'\"a\"' \"'a'\"", "‘“a”’ “‘a’”"),
    ("\\\"a\\\" \\... it\\'s", "\"a\" .… it's"),
  ])
  func signsAndQuotes(source: String, expected: String) throws {
    let context = try InlineTestContext(["smartquotes", "replacements"])
    let nodes = try context.parseInline(source, at: .unknown)
    #expect(nodes.map { $0.astext() }.joined() == expected)
  }

  @Test(arguments: [
    (
      "HTTPS://a.b/c xhttp://d.e 1.2 a.rs A.Com/é",
      ["HTTPS://a.b/c", "http://a.rs", "http://A.Com/%C3%A9"]
    ),
    (
      "a word. (see a.com) and\tb.com é b.c\nd.com",
      ["http://a.com", "http://b.com", "http://d.com"]
    ),
    // A backslash and what follows it are one piece, which no address follows.
    ("\\ www.a.com \\\\ www.b.com \\ http://c.d", ["http://www.b.com", "http://c.d"]),
    ("mailto:x@y.org X@Y.ORG //e.com a//f.com", ["mailto:x@y.org", "mailto:X@Y.ORG", "//e.com"]),
  ])
  func addresses(source: String, expected: [String]) throws {
    let context = try InlineTestContext(["linkify"])
    let nodes = try context.parseInline(source, at: .unknown)
    let found = nodes.flatMap { $0.findAll(Reference.self) }.map { $0.refuri ?? "" }
    #expect(found == expected)
  }

  @Test func addressesHaveTheirPositions() throws {
    let context = try InlineTestContext(["linkify"])
    let nodes = try context.parseInline(
      "a.com é b.com\nc.com *d.com*", at: SourcePosition(file: .string, line: 3, column: 5))
    let places = nodes.flatMap { $0.findAll(Reference.self) }.map { $0.position.description }
    #expect(places == ["<string>:3:5", "<string>:3:14", "<string>:4:1", "<string>:4:8"])
  }

  /// Quadratic, these would take minutes.
  @Test(arguments: ["http://a.com ", "&amp;", "*&amp;b.com* "])
  func manyAreNoTrouble(piece: String) throws {
    let context = try InlineTestContext(["linkify", "smartquotes", "replacements"])
    let text = String(repeating: piece, count: 20_000)
    let nodes = try context.parseInline(text, at: .unknown)
    #expect(nodes.reduce(0) { $0 + $1.astext().utf8.count } >= 20_000)
  }
}
