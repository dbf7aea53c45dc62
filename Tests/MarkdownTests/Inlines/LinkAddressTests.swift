import DocTree
import Testing

@testable import DocTreeMarkdown

/// Links that are none because of their addresses. (markdown-it: validateLink.)
@Suite struct LinkAddressTests {
  /// What MyST-Parser 5.2 leaves of each as text.
  @Test(arguments: [
    ("[a](javascript:x)", "[a](javascript:x)"),
    ("[a](<VBScript:x y> \"t\")", "[a](<VBScript:x y> \"t\")"),
    ("![a](file:x)", "![a](file:x)"), ("[a](data:text/html,x)", "[a](data:text/html,x)"),
    ("<javascript:x>", "<javascript:x>"), ("[a](&#106;avascript:x)", "[a](javascript:x)"),
    ("[a](java\\script:x)", nil), ("[a](javascript\\:x)", "[a](javascript:x)"),
    ("[a](\n file:x)", "[a](\nfile:x)"), ("[a](file)", nil), ("[a](files:x)", nil),
    ("![a](data:image/png;x)", nil), ("<data:image/webp;x>", nil), ("[a](x?javascript:)", nil),
    ("[d]: javascript:x", "[d]: javascript:x"), ("[d]: <file:x>\n'e'", "[d]: <file:x>\n'e'"),
  ])
  func isRefused(_ text: String, _ left: String?) throws {
    let context = try InlineTestContext()
    _ = try context.read(text)
    let hasLinks =
      context.document.next(Reference.self) != nil || context.document.next(Image.self) != nil
    #expect(hasLinks == (left == nil))
    if let left { #expect(context.document.astext() == left) }
  }

  @Test func whatIsAroundStays() throws {
    let context = try InlineTestContext()
    let text = """
      [ok]: b
      [d]: javascript:x

      [d] [*a* `b`](javascript:x)[ok] [ok](javascript:x) [c [ok](file:x) d](e)
      """
    #expect(
      try context.read(text) == """
        <paragraph>
            [d]: javascript:x
        <paragraph>
            [d] [
            <emphasis>
                a
            <literal>
                b
            ](javascript:x)
            <reference refname="b">
                ok
            <reference refname="b">
                ok
            (javascript:x) [c
            <reference refname="b">
                ok
            (file:x) d](e)
        """)
  }

  /// Each takes time of its own alone.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["[a](javascript:x ", "[a](<", "<javascript:", "[a](j", "[a](<\t"])
  func manyOfThem(_ text: String) throws {
    let context = try InlineTestContext()
    _ = try context.read(String(repeating: text, count: 20_000))
    #expect(context.document.next(Reference.self) == nil)
  }
}
