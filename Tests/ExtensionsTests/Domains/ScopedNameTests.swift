import DocTree
import Testing

/// References to things of C and C++ are looked up in the scopes that they stand in, from the inside
/// out, as with Sphinx 9.0.
@Suite struct ScopedNameTests {
  /// Where the references of a page lead to; nil for nowhere.
  private func targets(_ markdown: String) throws -> [String?] {
    let page = try MystPage(markdown, ["myst.enable_extensions": "colon_fence"])
    #expect(page.messages.isEmpty)
    return page.document.findAll([Reference.self, Literal.self]) {
      !($0.parent is Reference) && $0.next(Literal.self, includeSelf: true) != nil
    }.map { ($0 as? Reference)?.refid }
  }

  @Test func c() throws {
    #expect(
      try targets(
        """
        ```{c:struct} Data
        :::{c:member} int a
        :::
        :::{c:union} @anon
        ::::{c:member} int b
        ::::
        :::
        ```
        ```{c:enum} E
        :::{c:enumerator} A1
        :::
        ```
        {c:member}`Data.a` {c:member}`a` {c:member}`Data.b` {c:enumerator}`A1` {c:enumerator}`E.A1`

        ```{c:namespace} Data
        ```
        {c:member}`a` {c:struct}`Data`

        ```{c:namespace} NULL
        ```
        {c:member}`a`

        ```{c:namespace-push} Data
        ```
        ```{c:function} void inner(int z)
        {c:member}`a` {c:func}`inner`
        ```
        ```{c:namespace-pop}
        ```
        {c:func}`inner` {c:func}`Data.inner`
        """) == [
          "c.Data.a", nil, "c.Data.@anon.b", "c.E.A1", "c.E.A1", "c.Data.a", "c.Data", nil,
          "c.Data.a", "c.Data.inner", nil, "c.Data.inner",
        ])
  }

  @Test func cpp() throws {
    #expect(
      try targets(
        """
        ```{cpp:class} N::Cls
        {cpp:func}`m` {cpp:class}`Other`
        :::{cpp:function} void m(int i) const
        {cpp:func}`m` {cpp:class}`Cls`
        :::
        :::{cpp:function} void m(double d)
        :::
        ```
        ```{cpp:class} N::Other
        ```
        ```{cpp:enum} Fruit
        :::{cpp:enumerator} apple
        :::
        ```
        ```{cpp:enum-class} Color
        :::{cpp:enumerator} red
        :::
        ```
        {cpp:func}`m` {cpp:func}`N::Cls::m` {cpp:func}`N::Cls::m(int i) const`
        {cpp:enumerator}`apple` {cpp:enumerator}`red` {cpp:enumerator}`Color::red`

        ```{cpp:namespace} N
        ```
        {cpp:class}`Cls` {cpp:func}`Cls::m` {cpp:class}`::N::Cls` {cpp:class}`::Cls`
        {cpp:enum}`Color`
        """) == [
          "_CPPv4NK1N3Cls1mEi", "_CPPv4N1N5OtherE", "_CPPv4NK1N3Cls1mEi", "_CPPv4N1N3ClsE", nil,
          "_CPPv4NK1N3Cls1mEi", "_CPPv4NK1N3Cls1mEi", "_CPPv4N5Fruit5appleE", nil,
          "_CPPv4N5Color3redE", "_CPPv4N1N3ClsE", "_CPPv4NK1N3Cls1mEi", "_CPPv4N1N3ClsE", nil,
          "_CPPv45Color",
        ])
  }

  /// The names that are linked in a page's declarations and expressions, with what the links say that
  /// they lead to, as with Sphinx 9.0.
  private func links(_ markdown: String) throws -> [String] {
    let page = try MystPage(markdown, ["myst.enable_extensions": "colon_fence"])
    #expect(page.messages.isEmpty)
    return page.document.findAll(Reference.self).filter { $0.next(DescSigName.self) != nil }
      .map { "\($0.astext()) \($0.title ?? "") \($0.refid ?? "")" }
  }

  @Test func templatesAndTheirParameters() throws {
    let vector = "Vec Vec _CPPv4I0E3Vec"
    let base = "Base Base _CPPv44Base"
    #expect(
      try links(
        """
        ```{cpp:class} Base
        ```
        ```{cpp:class} template<typename T> Vec
        :::{cpp:function} T get()
        :::
        ```
        ```{cpp:class} Derived : public Vec<Base>, ::Base
        ```
        ```{cpp:function} template<typename T> void g(Vec<T> t, T u = T(1), int n = sizeof(Vec<Base>))
        ```
        ```{cpp:function} ::Base f(Base x = static_cast<Base>(3))
        ```

        {cpp:expr}`Vec<Vec<int>>::x` {cpp:expr}`Base(a < 3 && b > 2)`
        """) == [
          "T Vec::T _CPPv4I0E3Vec", vector, base, base, vector, "T g::T _CPPv4I0E1gv3VecI1TE1Ti",
          "T g::T _CPPv4I0E1gv3VecI1TE1Ti", "T g::T _CPPv4I0E1gv3VecI1TE1Ti", vector, base, base,
          base, base, vector, vector, base,
        ])
  }

  @Test func templatesByTheirArguments() throws {
    #expect(
      try targets(
        """
        ```{cpp:class} template<typename T> Vec
        ```

        {cpp:class}`Vec` {cpp:any}`x <Vec<int>>` {cpp:class}`y <Vec<std::map<int, int>>>`
        """) == ["_CPPv4I0E3Vec", "_CPPv4I0E3Vec", "_CPPv4I0E3Vec"])
  }
}
