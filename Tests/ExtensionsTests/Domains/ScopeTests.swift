import DocTree
import DocTreeTesting
import Testing

/// Where descriptions stand in each other, or in a namespace.
@Suite struct ScopeTests {
  private func signatures(_ markdown: String) throws -> [String] {
    let page = try MystPage(markdown)
    return page.document.findAll(DescSignature.self).map {
      "\($0.tocName ?? "") \($0.tocParts ?? "") \($0.ids.first ?? "-")"
    }
  }

  @Test func c() throws {
    let found = try signatures(
      """
      ````{c:struct} Data
      ```{c:member} int a
      ```
      ````
      ```{c:namespace-push} ns
      ```
      ```{c:function} void h(void)
      ```
      ```{c:namespace-pop}
      ```
      ```{c:var} int v
      ```
      """)
    #expect(
      found == [
        "Data ('Data',) c.Data", "a ('Data', 'a') c.Data.a", "h() ('ns', 'h') c.ns.h",
        "v ('v',) c.v",
      ])
  }

  @Test func cpp() throws {
    let found = try signatures(
      """
      ````{cpp:class} ns::Box
      ```{cpp:function} T &get(size_t i) const &
      ```
      ```{cpp:function} operator bool() const
      ```
      ````
      ```{cpp:namespace} A::B
      ```
      ```{cpp:function} explicit Foo(Foo&&) noexcept
      ```
      """)
    #expect(
      found == [
        "Box ('ns', 'Box') _CPPv4N2ns3BoxE",
        "Box::get() ('ns', 'Box', 'get') _CPPv4NKR2ns3Box3getE6size_t",
        "Box::operator bool() ('ns', 'Box', 'operator bool') _CPPv4NK2ns3BoxcvbEv",
        "Foo() ('A', 'B', 'Foo') _CPPv4N1A1B3FooERR3Foo",
      ])
  }

  @Test func javaScript() throws {
    let found = try signatures(
      """
      ```{js:module} mod.a
      ```
      ````{js:class} Foo
      ```{js:method} bar()
      ```
      ````
      """)
    #expect(
      found == [
        "Foo ('mod.a', 'Foo') mod.a.Foo", "Foo.bar() ('mod.a', 'Foo', 'bar') mod.a.Foo.bar",
      ])
  }

  @Test(arguments: [
    ("c:function", "int f(", "3bad("), ("c:function", "bool f(void), g(void)", ""),
    ("c:macro", "LONG(x) y", ""), ("cpp:function", "void f(std::vector<int v)", ""),
    ("cpp:class", "A : ", ""), ("c:var", "int x = \"a", ""), ("cpp:function", "f(\u{1F600})", ""),
  ])
  func whatIsNotUnderstoodIsShownAsItIs(type: String, text: String, other: String) throws {
    for text in [text, other] where !text.isEmpty {
      let page = try MystPage("```{\(type)} \(text)\n```")
      #expect(page.document.findAll(DescSignature.self).map { $0.astext() } == [text.trimmedEnd])
      #expect(page.messages.count == 1)
      #expect(page.messages.first?.hasPrefix("<string>:1:\(type.count + 7): warning: ") == true)
    }
  }

  @Test(.timeLimit(.minutes(1))) func hostileSignaturesEnd() throws {
    for piece in ["(", "*(", "a<", "f(int (", "::", "a::", "[", "const ", "template<"] {
      let text = "int x" + String(repeating: piece, count: 20_000)
      for type in ["c:function", "cpp:function", "c:type"] {
        let page = try MystPage("```{\(type)} \(text)\n```")
        #expect(page.document.findAll(DescSignature.self).count == 1)
      }
    }
  }

  /// What stands in a namespace has all of its names, so that many would take quadratic room.
  @Test func namespacesHaveALimit() throws {
    let push = "```{cpp:namespace-push} a\n```\n"
    let page = try MystPage(String(repeating: push, count: 102) + "```{cpp:class} A\n```\n")
    let signature = try #require(page.document.next(DescSignature.self))
    #expect(signature.tocParts.flatMap { PythonLiteral.items(ofTuple: $0) }?.count == 101)
    #expect(
      page.messages.first
        == "<string>:201:1: warning: a namespace has more than 100 names; 'a' is left out "
        + "[cpp.namespace]")
    let long = Array(repeating: "a", count: 101).joined(separator: ".")
    #expect(
      try MystPage("```{c:namespace} \(long)\n```").messages == [
        "<string>:1:1: error: a namespace has more than 100 names"
      ])
  }

  /// A key has the id of the function around it, which is as long as all of its parameters.
  @Test(.timeLimit(.minutes(1))) func manyParametersAreReadInLinearTime() throws {
    let parameters = (0..<8000).map { "std::vector<T> a\($0) = x + 1" }.joined(separator: ", ")
    let page = try MystPage("```{cpp:function} void f(\(parameters))\n```")
    #expect(page.document.findAll(DescParameter.self).count == 8000)
  }

  @Test func expressionsAreReferences() throws {
    let page = try MystPage("{cpp:expr}`a::b(1, x)` {c:texpr}`const char *p`", phase: .read)
    #expect(
      page.document.findAll(DescInline.self).map { $0.astext() } == [
        "a::b(1, x)", "const char *p",
      ])
    #expect(
      page.document.findAll(PendingXref.self).map { $0.reftarget } == ["a", "a::b", "x"])
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Each part refers to all before it, so that many would take quadratic room.
  @Test func namesHaveAHundredPartsAtMost() throws {
    func messages(_ parts: Int) throws -> [String] {
      let name = String(repeating: "a::", count: parts - 1) + "f()"
      let page = try MystPage("```{cpp:function} void \(name)\n```")
      return page.document.diagnostics.map(\.message)
    }
    #expect(try messages(100) == [])
    #expect(try messages(101).first?.contains("a name has more than 100 parts") == true)
  }

  /// Quadratic, these would take minutes.
  @Test(arguments: ["py:function", "js:function"])
  func deepOptionalParametersAreNoTrouble(directive: String) throws {
    let parameters =
      String(repeating: "[, a", count: 20_000) + String(repeating: "]", count: 20_000)
    let page = try MystPage("```{\(directive)} f(\(parameters))\n```")
    #expect(page.document.findAll(DescOptional.self).count == 20_000)
  }
}
