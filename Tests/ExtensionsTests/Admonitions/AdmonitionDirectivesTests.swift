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
}
