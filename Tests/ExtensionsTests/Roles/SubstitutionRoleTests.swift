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

  @Test func undefinedOnesAreErrors() throws {
    let page = try MystPage("{sub-ref}`x` {target}`y`")
    #expect(
      page.messages == [
        "<string>:1:14: error: Interpreted text role \"target\" not implemented.",
        "<string>:1:1: error: Undefined substitution referenced: \"x\".",
      ])
  }
}
