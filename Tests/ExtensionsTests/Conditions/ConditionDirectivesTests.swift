import DocTree
import DocTreeExtensions
import DocTreeTesting
import Testing
import Translators

@Suite struct ConditionDirectivesTests {
  @Test func nodes() throws {
    let reader = try SmallReader(ConditionDirectives())
    #expect(
      try reader.run("only", "html and not latex", "{}", "a") == """
        <only expr="html and not latex">
            <paragraph>
                a

        """)
    #expect(
      try reader.run("raw", "HTML latex", #"{"class": "x"}"#, "<b>x</b>") == """
        <raw classes="x" format="html latex" xml:space="preserve">
            <b>x</b>

        """)
    try reader.run("only", "html and", "{}", "a")
    try reader.run("raw", "html", #"{"url": "https://x.org"}"#)
    #expect(
      reader.messages == [
        "'html and' is no condition; write tags with and, or, not and parentheses",
        "\"raw\" reads nothing from the network; use the option \"file\"",
      ])
  }

  @Test(
    arguments: [
      ("a", true), ("b", false), ("not b", true), ("a and b", false), ("a or b", true),
      ("not a or a", true), ("not (a or b)", false), ("b and b or a", true),
      ("a or b and b", true), ("not not a", true), ("True and False", false),
    ])
  func conditions(text: String, holds: Bool) {
    #expect(TagExpression(text).isValid)
    #expect(TagExpression(text).holds(for: ["a"]) == holds)
  }

  @Test(arguments: ["", "a b", "and", "a and", "(a", "a)", "not", "a not b"])
  func noConditions(text: String) { #expect(!TagExpression(text).isValid) }

  @Test func outputs() {
    let both = Document(
      Only(Paragraph("a")).with { $0.expr = "html" }, Only(Paragraph("b")).with { $0.expr = "text" }
    )
    expectHTML(both, "<p>a</p>\n")
    expectText(both, "b\n")
  }
}
