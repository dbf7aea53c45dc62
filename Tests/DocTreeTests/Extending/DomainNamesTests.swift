import DocTree
import Testing

/// What names of roles mean with and without a domain.
@Suite struct DomainNamesTests {
  private struct Named: Role {
    let name: String
    func run(_ call: RoleCall, in context: any ParseContext) -> [Node] { [] }
  }

  private struct Roles: Extension {
    let name = "roles"
    func register(in registry: inout Registry) {
      for name in ["py:func", "py:class", "std:ref", "std:func", "func", "class", "c:func"] {
        registry.add(role: name, Named(name: name))
      }
    }
  }

  @Test(
    arguments: [
      ("func", "py", "py:func"), ("func", "c", "c:func"), ("func", nil, "std:func"),
      ("class", "py", "py:class"), ("Class", "c", "class"), ("ref", "py", "std:ref"),
      ("c:ref", "py", "std:ref"), ("nope:ref", "py", nil), ("c:class", nil, nil),
      ("func", "nope", "std:func"),
    ] as [(String, String?, String?)])
  func rolesAreFoundInOrder(_ name: String, _ domain: String?, _ expected: String?) throws {
    let registry = try Registry(extensions: [Roles()])
    let role = registry.role(name, in: .sphinx, inDomain: domain) as? Named
    #expect(role?.name == expected)
  }

  @Test func docutilsHasNoDomains() throws {
    let registry = try Registry(extensions: [Roles()])
    #expect((registry.role("func", in: .docutils, inDomain: "py") as? Named)?.name == "func")
  }

  @Test func anOptionalValueHasItsDefault() {
    var configuration = Configuration()
    #expect(configuration[Registry.primaryDomain] == "py")
    configuration[Registry.primaryDomain] = nil
    #expect(configuration[Registry.primaryDomain] == nil)
  }

  @Test func idsWithNumbersAreGivenOutOnce() {
    let paragraph = Paragraph("a")
    paragraph.ids = ["a-1"]
    let document = Document(paragraph)
    document.setID(for: paragraph)
    #expect((0..<3).map { _ in document.freeID(numberedBehind: "a-") } == ["a-0", "a-2", "a-3"])
  }

  @Test(arguments: [
    ("m.C.__init__", "m.C.__init__"), ("_private", "private"), ("1.2", ""), ("äÖß", "aOsz"),
    ("a b--c-", "a-b-c"), ("日本", ""),
  ])
  func identifiersKeepTheirCase(_ text: String, _ expected: String) {
    #expect(Identifier.makeKeepingCase(from: text) == expected)
  }

  @Test func charactersThatCannotBePrintedAreEscaped() {
    #expect(PythonLiteral.quoted("a\u{1B}\u{0}\u{7F}") == #"'a\x1b\x00\x7f'"#)
    #expect(PythonLiteral.items(ofTuple: #"('\x1b[0m', None)"#) == ["\u{1B}[0m", nil])
  }
}
