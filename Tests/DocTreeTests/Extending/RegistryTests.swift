import DocTree
import Testing

private final class Card: Element {}
private final class OtherCard: Element {
  override class var elementName: String { "card" }
}

private struct NoDirective: Directive {
  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) -> [Node] { [] }
}
private struct NoRole: Role {
  func run(_ call: RoleCall, in context: any ParseContext) -> [Node] { [] }
}
private struct NoBlockRule: BlockRule {
  let name = "fence"
  let triggers: [Character] = ["%"]
  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? { nil }
}
private struct NoInlineRule: InlineRule {
  let name = "at"
  let triggers = ["@"]
  func match(_ text: InlineText, at offset: Int) -> InlineMatch? { nil }
  func nodes(_ call: InlineCall, in context: any ParseContext) -> [Node] { [] }
}
private struct NoFormat: SourceFormat {
  let name = "none"
  let suffixes = [".none"]
  func read(_ source: Source, in context: ReadContext) -> Document { Document() }
}
private struct NoData: PageData {
  static let key = "cards"
  static func collect(from document: Document, in context: CollectContext) -> NoData? { nil }
}

@Suite struct RegistryTests {
  /// What two extensions that register the same are told.
  private func clash(
    _ body: @escaping @Sendable (inout Registry) throws -> Void
  ) throws -> String {
    let error = try #require(throws: RegistryError.self) {
      try Registry(extensions: [TestExtension("one", body), TestExtension("two", body)])
    }
    return error.description
  }

  @Test func clashesNameBothOwners() throws {
    let end = " is registered by both extension 'one' and extension 'two'"
    #expect(try clash { $0.add(directive: "note", NoDirective()) } == "directive note" + end)
    #expect(try clash { $0.add(role: "kbd", NoRole()) } == "role kbd" + end)
    #expect(try clash { $0.add(format: LispTranslator.self) } == "format lisp" + end)
    #expect(try clash { $0.add(syntax: NoBlockRule()) } == "block syntax fence" + end)
    #expect(try clash { $0.add(syntax: NoInlineRule()) } == "inline syntax at" + end)
    #expect(try clash { $0.add(pageData: NoData.self) } == "page data cards" + end)
    #expect(
      try clash { $0.add(config: ConfigKey("depth", default: 1, affects: .write)) }
        == "config value depth" + end)
    #expect(
      try clash { $0.add(sourceFormat: NoFormat()) }
        == "source suffix .none" + end + "\nsource format none" + end)
    #expect(try clash { $0.add(Card.self, .list("card")) } == "lisp handler for <card>" + end)
    #expect(
      try clash { $0.add(Card.self, .list("card"), builder: "dir") }
        == "builder dir handler for <card>" + end)
  }

  @Test func namesOfDirectivesAndRolesHaveNoCase() throws {
    let error = try #require(throws: RegistryError.self) {
      try Registry(extensions: [
        TestExtension("one") { $0.add(directive: "Note", NoDirective()) },
        TestExtension("two") { $0.add(directive: "NOTE", NoDirective()) },
      ])
    }
    #expect(
      error.description
        == "directive note is registered by both extension 'one' and extension 'two'")
    let registry = try Registry(extensions: [
      TestExtension("one") {
        $0.add(directive: "Note", NoDirective())
        $0.add(role: "KBD", NoRole())
      }
    ])
    #expect(registry.directiveNames == ["note"])
    #expect(registry.directive("nOTE") != nil)
    #expect(registry.roleNames == ["kbd"])
    #expect(registry.role("Kbd") != nil)
    #expect(registry.role("sub") == nil)
  }

  @Test func twoKindsCannotHaveOneName() throws {
    let error = try #require(throws: RegistryError.self) {
      try Registry(extensions: [
        TestExtension("one") { $0.add(kinds: Card.self) },
        TestExtension("two") { $0.add(kinds: OtherCard.self) },
      ])
    }
    #expect(
      error.description == "kind <card> is registered by both extension 'one' and extension 'two'")
  }

  @Test func aKindCanBeClaimedTwice() throws {
    let registry = try Registry(extensions: [
      TestExtension("one") { $0.add(kinds: Card.self) },
      TestExtension("two") {
        $0.add(kinds: Card.self)
        $0.add(Card.self, .list("card"))
      },
    ])
    #expect(registry.kinds["card"]?.kind == Card.kind)
    #expect(registry.owner(of: Card.kind) == "one")
    #expect(registry.owner(of: OtherCard.kind) == nil)
  }

  @Test func allClashesAreReportedAtOnce() throws {
    let error = try #require(throws: RegistryError.self) {
      try Registry(extensions: [
        TestExtension("one") {
          $0.add(directive: "a", NoDirective())
          $0.add(role: "b", NoRole())
        },
        TestExtension("two") { $0.add(directive: "a", NoDirective()) },
        TestExtension("three") { $0.add(role: "b", NoRole()) },
      ])
    }
    #expect(error.problems.map(\.what) == ["directive a", "role b"])
    #expect(error.problems.map(\.first) == ["one", "one"])
    #expect(error.problems.map(\.second) == ["two", "three"])
  }

  @Test func whatAnExtensionThrowsReachesTheCaller() {
    struct NoFont: Error {}
    #expect(throws: NoFont.self) {
      try Registry(extensions: [TestExtension("one") { _ in throw NoFont() }])
    }
  }

  @Test func registriesDoNotShareAnything() throws {
    let one = try Registry(extensions: [
      TestExtension("one") { $0.add(directive: "note", NoDirective()) }
    ])
    let two = try Registry(extensions: [TestExtension("two") { $0.add(role: "note", NoRole()) }])
    #expect(one.extensions.map(\.name) == ["one"])
    #expect(one.directiveNames == ["note"])
    #expect(one.roleNames.isEmpty)
    #expect(two.directiveNames.isEmpty)
    #expect(two.roleNames == ["note"])
  }
}
