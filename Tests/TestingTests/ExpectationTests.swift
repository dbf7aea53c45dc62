import DocTree
import DocTreeTesting
import Synchronization
import Testing

private final class Card: Element {}

/// Writes a card as `<article>`.
private struct CardFormat: Extension {
  let name = "card"
  func register(in registry: inout Registry) { registry.add(kinds: Card.self) }
}

@Suite struct ExpectationTests {
  private final class Messages: Sendable {
    let all = Mutex<[String]>([])
  }

  /// Expects that `body` records an issue, and gives what is said then.
  private func failure(_ body: () -> Void) -> String {
    let messages = Messages()
    withKnownIssue {
      body()
    } matching: { issue in
      let error = issue.error.map { ["\($0)"] } ?? []
      let message = (issue.comments.map(\.rawValue) + error).joined(separator: "\n")
      messages.all.withLock { $0.append(message) }
      return true
    }
    return messages.all.withLock { $0.joined(separator: "\n\n") }
  }

  @Test func aTreeIsAsExpected() {
    let tree = Paragraph("a", Strong("b"))
    expectTree(tree, "<paragraph>\n    a\n    <strong>\n        b")
    expectTree(tree, "<paragraph>\n    a\n    <strong>\n        b\n")
    #expect(
      failure { expectTree(tree, "<paragraph>\n    a\n    <emphasis>\n        b") } == """
        --- expected
        +++ actual
        @@ -1,4 +1,4 @@
         <paragraph>
             a
        -    <emphasis>
        +    <strong>
                 b

        """)
  }

  @Test func onlyOneLineBreakAtTheEndDoesNotMatter() {
    expectLines("a\n", "a")
    #expect(failure { expectLines("a\n\n", "a") }.hasSuffix("@@ -1,1 +1,2 @@\n a\n+\n"))
  }

  @Test func markdownIsAsExpected() {
    expectTree(
      markdown: "a *b*",
      """
      <document source="<string>">
          <paragraph>
              a \("")
              <emphasis>
                  b
      """)
  }

  @Test func htmlIsAsExpected() {
    expectHTML(Paragraph("a < b"), "<p>a &lt; b</p>")
    expectHTML(markdown: "a *b*", "<p>a <em>b</em></p>")
    #expect(
      failure { expectHTML(Paragraph("a"), "<p>b</p>") }
        == "--- expected\n+++ actual\n@@ -1,1 +1,1 @@\n-<p>b</p>\n+<p>a</p>\n")
  }

  @Test func plainTextIsAsExpected() {
    expectText(Paragraph("a ", Strong("b")), "a **b**")
    expectText(markdown: "a *b*\n\nc", "a *b*\n\nc")
    #expect(
      failure { expectText(Paragraph("a"), "b") }
        == "--- expected\n+++ actual\n@@ -1,1 +1,1 @@\n-b\n+a\n")
  }

  @Test func aPartOfATreeStaysInIt() {
    let paragraph = Paragraph("a")
    let section = Section(paragraph)
    expectHTML(paragraph, "<p>a</p>")
    #expect(paragraph.parent === section)
  }

  @Test func diagnosticsAreExpectedToo() {
    let warning =
      "warning: no html handler for <card> (extension 'card'); "
      + "its children are written without it [write.unknown]"
    expectHTML(
      Card(Paragraph("a")), "<p>a</p>", extensions: [CardFormat()], diagnostics: [warning])
    #expect(
      failure {
        expectHTML(Card(Paragraph("a")), "<p>a</p>", extensions: [CardFormat()])
      }.contains("other diagnostics:\n--- expected\n+++ actual\n@@ -1,1 +1,1 @@\n-\n+" + warning))
  }

  @Test func anErrorIsAFailure() {
    #expect(failure { expectOutput("morse", Paragraph("a"), "") }.hasPrefix("no format 'morse'"))
    #expect(
      failure { expectHTML(Paragraph("a"), "<p>a</p>", extensions: [CardFormat(), CardFormat2()]) }
        .contains("kind <card> is registered by both extension 'card' and extension 'card2'"))
  }
}

private struct CardFormat2: Extension {
  final class Card: Element {
    override class var elementName: String { "card" }
  }
  let name = "card2"
  func register(in registry: inout Registry) { registry.add(kinds: Card.self) }
}
