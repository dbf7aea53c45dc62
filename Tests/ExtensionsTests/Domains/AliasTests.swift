import DocTree
import Testing

/// Declarations that are shown once more. The texts and targets are those of Sphinx.
@Suite struct AliasTests {
  private func page(_ aliases: String) throws -> MystPage {
    try MystPage(
      """
      :::{c:struct} Data
      ```{c:member} int a
      ```
      ```{c:member} Data *next
      ```
      :::
      ```{c:function} int f(int x, Data *d)
      ```
      :::{cpp:class} N::Foo
      ```{cpp:function} template<typename T> void g(T a)
      ```
      ```{cpp:function} void g(double a) const
      ```
      ```{cpp:enum} E
      ```
      :::
      \(aliases)
      """, ["myst.enable_extensions": "colon_fence"])
  }

  /// The lines of the aliases, with the levels that they stand on and their links.
  private func lines(_ page: MystPage) -> [String] {
    page.document.findAll(DescSignature.self).compactMap { signature in
      var depth = 0
      var desc = signature.parent as? Desc
      guard desc?.objtype == "alias" else { return nil }
      while let outer = desc?.parent?.parent as? Desc {
        depth += 1
        desc = outer
      }
      let links = signature.findAll(Reference.self).map { $0.refid ?? "-" }
      let text = signature.children.map { $0.astext() }.joined(separator: " ")
      return String(repeating: "  ", count: depth) + text
        + (links.isEmpty ? "" : " [\(links.joined(separator: " "))]")
    }
  }

  @Test func ofC() throws {
    let page = try page(
      """
      ```{c:alias} Data
      ```
      ```{c:alias} f
      ```
      ```{c:alias} Data
      :maxdepth: 2
      ```
      ```{c:alias} Data
      :maxdepth: 0
      :noroot:
      ```
      """)
    #expect(
      lines(page) == [
        "struct Data [c.Data]", "int f(int x, Data *d) [c.f c.Data]", "struct Data [c.Data]",
        "  int a [c.Data.a]", "  Data *next [c.Data c.Data.next]", "int a [c.Data.a]",
        "Data *next [c.Data c.Data.next]",
      ])
    #expect(page.messages == [])
  }

  @Test func ofCpp() throws {
    let template = "template<typename T> void g(T a) [_CPPv4I0EN1N3Foo1gEv1T]"
    let plain = "void g(double a) const [_CPPv4NK1N3Foo1gEd]"
    let page = try page(
      """
      ```{cpp:alias} N::Foo
      :maxdepth: 0
      ```
      ```{cpp:namespace} N
      ```
      ```{cpp:alias} Foo::g
      text
      ```
      ```{cpp:alias} void Foo::g(double) const
      ```
      ```{cpp:alias} Foo::g()
      ```
      """)
    #expect(
      lines(page) == [
        "class N::Foo [_CPPv4N1N3FooE]", "  " + template, "  " + plain,
        "  enum E [_CPPv4N1N3Foo1EE]", template, plain, plain, template, plain,
      ])
    #expect(page.tree.contains("text"))
    #expect(page.messages == [])
  }

  @Test func ofNothing() throws {
    let page = try page(
      """
      ```{cpp:alias} nope
      ```
      ```{c:alias} +
      ```
      ```{c:alias} Data
      :noroot:
      ```
      """)
    #expect(lines(page) == ["nope", "+"])
    #expect(
      page.messages == [
        "<string>:21:1: warning: option 'noroot' leaves nothing of an alias with 'maxdepth' 1; "
          + "write 0 for all levels, or 2 or more [c.alias]",
        "<string>:17:1: warning: Can not find C++ declaration for alias 'nope'. [cpp.alias]",
        "<string>:19:1: warning: Could not find C declaration for alias '+'. [c.alias]",
      ])
  }
}
