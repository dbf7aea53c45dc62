import DocTree
import DocTreeTesting
import Testing

@Suite struct SubstitutionRoleTests {
  @Test func definitionsAreFilledIn() throws {
    let page = try MystPage("{sub-ref}`Name`", phase: .read)
    let definition = SubstitutionDefinition("a ", Strong("b"))
    definition.names = ["name"]
    try page.document.insert(definition, at: 0)
    try page.finish()
    expectLines(
      try page.written(to: "text"), "a **b**")
    #expect(page.messages.isEmpty)
  }

  @Test func someAreThereAnyway() throws {
    let text = "# The title\n\nOne, two-three *four* `five` (six). 7 {sub-ref}`wordcount-words`\n"
    let page = try MystPage(text)
    #expect(try page.written(to: "text").contains("7 5"))
    let settings = ["today": "1 May", "version": "2.1", "myst.words_per_minute": "2"]
    let other = try MystPage(
      "one two three *four five* {sub-ref}`wordcount-minutes` {sub-ref}`today` {sub-ref}`version`",
      settings)
    #expect(try other.written(to: "text").hasSuffix(" 2 1 May 2.1\n"))
    #expect(
      try MystPage("{sub-ref}`today`").messages == [
        "<string>:1:1: error: Undefined substitution referenced: \"today\". Set 'today' in the "
          + "configuration."
      ])
  }

  @Test func undefinedOnesAreErrors() throws {
    let page = try MystPage("{sub-ref}`x` {target}`y`")
    #expect(
      page.messages == [
        "<string>:1:14: error: Interpreted text role \"target\" not implemented.",
        "<string>:1:1: error: Undefined substitution referenced: \"x\".",
      ])
  }
}
