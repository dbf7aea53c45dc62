import Testing

@testable import DocTreeProject

/// The notes of a project where they are listed, on another page.
@Suite struct TodoListTests {
  private func site() throws -> ProjectSite {
    let site = try ProjectSite()
    site.configuration = "todo_include_todos: true"
    try site.write([
      "index.md": "# Index\n\n(lab)=\n## Label\n\n```{toctree}\nsub/a\n```\n\n```{todolist}\n```\n",
      "sub/a.md": """
      # A

      (here)=
      ## Here

      ```{todo}
      Do *it* [](#lab) {ref}`here` {doc}`a` [](../index.md) {py:func}`f` [^1] [h](#here) {ref}`none`

      ![pic](x.png) {download}`x.png`
      ```

      [^1]: foot

      ```{py:function} f()
      ```
      """, "sub/x.png": "", "x.png": "other",
    ])
    return site
  }

  private func list(_ site: ProjectSite) throws -> String {
    let html = try site.text("index.html")
    return String(try #require(html.split(separator: "<p class=\"admonition-title\">").last))
  }

  /// Sphinx looks for the page `a` beside that of the list, and leads to footnotes that are not there.
  @Test func whatTheySayIsResolved() throws {
    let site = try site()
    let result = try site.build()
    let list = try list(site)
    for part in [
      "Do <em>it</em>", "href=\"#lab\"><span class=\"std std-ref\">Label</span></a>",
      "href=\"sub/a.html#here\"><span class=\"std std-ref\">Here</span></a>",
      "href=\"sub/a.html\"><span class=\"doc\">A</span></a>",
      "<span class=\"std std-doc\">Index</span>",
      "href=\"sub/a.html#f\" title=\"f\"", "class=\"footnote-reference",
      "href=\"sub/a.html#here\">h</a>",
      "src=\"_images/x.png\"", "href=\"_downloads/x.png\"",
      "(The <a class=\"reference internal\" href=\"sub/a.html#",
    ] { #expect(list.contains(part), "\(part)") }
    #expect(!list.contains(" id="))
    #expect(
      site.messages(result) == [
        "src/sub/a.md:7:84: warning: undefined label: 'none' [ref.ref]"
      ])
    try site.write([
      "index.md": "# Index\n\n(lab)=\n## Tag\n\n```{toctree}\nsub/a\n```\n\n```{todolist}\n```\n"
    ])
    try site.expectSameAsClean()
    #expect(try self.list(site).contains("<span class=\"std std-ref\">Tag</span>"))
  }
}
