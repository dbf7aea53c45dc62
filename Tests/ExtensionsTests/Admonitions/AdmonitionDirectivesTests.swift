import DocTree
import DocTreeExtensions
import Testing

@Suite struct AdmonitionDirectivesTests {
  @Test func namesAreRegistered() throws {
    let registry = try Registry(extensions: [AdmonitionDirectives()])
    #expect(registry.directive("Note") != nil)
    #expect(registry.directiveNames.count == 11)
  }

  @Test(arguments: [
    "attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip",
    "warning",
  ])
  func theNameIsTheKind(name: String) throws {
    let reader = try SmallReader(AdmonitionDirectives())
    #expect(
      try reader.run(name, "", #"{"class": "A b", "name": "My Name"}"#, "x") == """
        <\(name) classes="a b" ids="my-name" names="my\\ name">
            <paragraph>
                x

        """)
  }

  @Test func aTitleMakesAClassUnlessOneIsGiven() throws {
    let reader = try SmallReader(AdmonitionDirectives())
    #expect(
      try reader.run("admonition", "My Title", "{}", "x") == """
        <admonition classes="admonition-my-title">
            <title>
                My Title
            <paragraph>
                x

        """)
    #expect(
      try reader.run("admonition", "My Title", #"{"class": "tip"}"#, "x")
        .hasPrefix("<admonition classes=\"tip\">"))
  }

  @Test func contentIsRequired() throws {
    let reader = try SmallReader(AdmonitionDirectives())
    #expect(try reader.run("note") == "")
    #expect(
      reader.messages == ["Content block expected for the \"note\" directive; none found."])
  }

  @Test(arguments: ["note", "seealso"])
  func readersCanFoldThem(name: String) throws {
    let reader = try SmallReader(AdmonitionDirectives())
    for (value, state) in [("", "open"), ("Closed", "closed")] {
      #expect(
        try reader.run(name, "", #"{"collapsible": "\#(value)"}"#, "x")
          .hasPrefix("<\(name) collapsible=\"\(state)\">"))
    }
    #expect(throws: DecodingError.self) { try reader.run(name, "", #"{"collapsible": "no"}"#, "x") }
  }

  @Test func docutilsDoesNotFoldThem() throws {
    #expect(
      try MystPage("```{note}\n:collapsible:\n\nx\n```", ["dialect": "docutils"]).messages == [
        "<string>:2:2: warning: 'note': Unknown option key: 'collapsible' (allowed: ['class', 'name']) "
          + "[myst.directive_option]"
      ])
  }
}
