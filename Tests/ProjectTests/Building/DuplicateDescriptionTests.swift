import Testing

@testable import DocTreeProject

/// What several pages describe. References lead where those of Sphinx 9.0 do.
@Suite struct DuplicateDescriptionTests {
  private static let body = """
    ```{py:function} f(x)
    ```
    ```{py:module} mod
    ```
    ```{py:class} K
    ```
    ```{js:function} jf(x)
    ```
    ```{c:function} int cf(int x)
    ```
    ```{cpp:class} cppk
    ```
    ```{envvar} EV
    ```
    ```{confval} cv
    ```
    ```{option} --opt
    ```
    ```{rst:directive} rd
    ```
    ```{rst:role} rr
    ```
    ```{glossary}
    Term
      Text
    ```
    ```{math}
    :label: eqn
    x
    ```

    """

  private func site() throws -> ProjectSite {
    let site = try ProjectSite()
    try site.write([
      "index.md": """
      # Home

      ```{toctree}
      :hidden:
      a
      b
      c
      ```

      {py:func}`f` {py:mod}`mod` {py:class}`.K` {js:func}`jf` {c:func}`cf` {cpp:class}`cppk`
      {envvar}`EV` {confval}`cv` {option}`--opt` {rst:dir}`rd` {rst:role}`rr` {term}`Term` {eq}`eqn`
      """,
      "a.md": "# A\n\n" + Self.body, "b.md": "# B\n\n" + Self.body,
      "c.md": "# C\n\n" + Self.body
        + "```{py:module} mod\n```\n```{py:class} K\n```\n```{js:function} jf(x)\n```\n"
        + "```{confval} cv\n```\n```{rst:role} rr\n```\n",
    ])
    return site
  }

  private func targets(_ site: ProjectSite) throws -> [String] {
    try site.text("index.html").split(separator: "class=\"reference internal\" href=\"")
      .dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func theLastOneCounts() throws {
    let site = try site()
    let result = try site.build()
    #expect(
      try targets(site) == [
        "c.html#f", "c.html#module-0", "c.html#id0", "c.html#id1", "a.html#c.cf",
        "a.html#_CPPv44cppk", "c.html#envvar-EV", "c.html#confval-0", "a.html#cmdoption-opt",
        "c.html#directive-rd", "c.html#role-rr", "c.html#term-Term", "c.html#equation-eqn",
      ])
    let messages = site.messages(result).filter { $0.contains("description of mod") }
    #expect(
      messages.map { String($0.dropFirst(4)) } == [
        "b.md:5:1: warning: duplicate object description of mod, other instance in a [ref.duplicate]",
        "b.md:7:1: warning: duplicate object description of mod.K, other instance in a [ref.duplicate]",
        "c.md:5:1: warning: duplicate object description of mod, other instance in b [ref.duplicate]",
        "c.md:7:1: warning: duplicate object description of mod.K, other instance in b [ref.duplicate]",
        "c.md:33:1: warning: duplicate object description of mod, other instance in c [ref.duplicate]",
        "c.md:35:1: warning: duplicate object description of mod.K, other instance in c [ref.duplicate]",
      ])
  }

  @Test func anyBuildLeadsThere() throws {
    let site = try site()
    try site.build()
    try site.write(["c.md": "# C\n\n```{py:class} mod.K\n```\n"])
    try site.expectSameAsClean()
    #expect(
      try targets(site).prefix(4) == ["b.html#f", "b.html#module-mod", "c.html#mod.K", "b.html#jf"])
    try site.write(["a.md": "# A\n"])
    try site.expectSameAsClean()
    #expect(try targets(site)[4] == "b.html#c.cf")
  }
}
