import DocTree
import DocTreeExtensions
import Testing

@Suite struct CrossReferenceRoleTests {
  private func run(_ name: String, _ text: String) throws -> String {
    try StubContext([CrossReferences()]).run(name, text)
  }

  @Test(arguments: [
    (
      "ref", "A B  c", "std", "0", "a b c", "ref", "1", "<inline classes=\"xref std std-ref\">",
      "A B  c"
    ),
    ("ref", "t <x>", "std", "1", "x", "ref", "1", "<inline classes=\"xref std std-ref\">", "t"),
    ("term", "a", "std", "0", "a", "term", "1", "<inline classes=\"xref std std-term\">", "a"),
    ("eq", "a", "math", "0", "a", "eq", "1", "<literal classes=\"xref eq\">", "a"),
    ("any", "a <alt text>", "", "1", "alt text", "any", "1", "<literal classes=\"xref any\">", "a"),
    (
      "token", "~a:b", "std", "0", "a:b", "token", "0", "<literal classes=\"xref std std-token\">",
      "b"
    ),
  ])
  func referencesWait(
    name: String, text: String, domain: String, explicit: String, target: String, type: String,
    warns: String, inner: String, title: String
  ) throws {
    #expect(
      try run(name, text) == """
        <pending_xref refdoc="index" refdomain="\(domain)" refexplicit="\(explicit)" \
        reftarget="\(target)" reftype="\(type)" refwarn="\(warns)">
            \(inner)
                \(title)
        """)
  }

  @Test func anExclamationMarkMakesNoReference() throws {
    #expect(try run("ref", "!x") == "<inline classes=\"xref std std-ref\">\n    x")
  }

  @Test func downloadsAreTheirOwnKind() throws {
    #expect(
      try run("download", "a") == """
        <download_reference refdoc="index" refdomain="" refexplicit="0" reftarget="a" \
        reftype="download" refwarn="0">
            <literal classes="xref download">
                a
        """)
  }
}
