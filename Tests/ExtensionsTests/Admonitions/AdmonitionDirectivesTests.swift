import DocTree
import DocTreeExtensions
import Testing

@Suite struct AdmonitionDirectivesTests {
  @Test func namesAreRegistered() throws {
    let registry = try Registry(extensions: [AdmonitionDirectives()])
    #expect(registry.directive("Note") != nil)
    #expect(registry.directiveNames.count == 10)
  }
}
