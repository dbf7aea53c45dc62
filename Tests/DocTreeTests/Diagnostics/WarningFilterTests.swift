import DocTree
import Testing

@Suite struct WarningFilterTests {
  @Test(arguments: [
    ("myst.header", true), ("myst", true), ("myst.*", true), ("my", false), ("myst.head", false),
    ("other", false),
  ])
  func patterns(pattern: String, isSuppressed: Bool) {
    let filter = WarningFilter([pattern])
    #expect(
      filter.suppresses(Diagnostic(.warning, "a", category: "myst.header")) == isSuppressed)
    #expect(!filter.suppresses(Diagnostic(.error, "a", category: "myst.header")))
    #expect(!filter.suppresses(Diagnostic(.warning, "a")))
  }

  @Test func messagesGoFromTheTreeToo() throws {
    let document = Document(Paragraph("a"))
    try document.append(document.report(.warning, "x", category: "myst.header"))
    try document.append(document.report(.warning, "y", category: "other"))
    WarningFilter(["myst"]).apply(to: document)
    #expect(document.diagnostics.map(\.message) == ["y"])
    #expect(document.children.count == 2)
  }
}
