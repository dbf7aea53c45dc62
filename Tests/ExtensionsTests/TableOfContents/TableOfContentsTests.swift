import DocTree
import DocTreeExtensions
import Testing

/// What Sphinx 9.0 makes of the same.
@Suite struct TableOfContentsTests {
  @Test func toctree() throws {
    let reader = try SmallReader(TableOfContentsDirectives())
    #expect(
      try reader.run(
        "toctree", "",
        """
        {"maxdepth": 2, "caption": "Foo", "name": "bar", "hidden": "", "glob": "",
         "numbered": "", "titlesonly": "", "includehidden": "", "class": "z"}
        """, "a\nTitle </b>\n../up\n\nhttps://x.org\nX <https://x.org>\nself\nc*\n") == """
          <compound classes="toctree-wrapper z" ids="bar" names="bar">
              <toctree caption="Foo" entries="(None,\\ 'folder/a') ('Title',\\ 'b') (None,\\ 'up') (None,\\ 'https://x.org') ('X',\\ 'https://x.org') (None,\\ 'self') (None,\\ 'folder/c*')" glob="1" hidden="1" includefiles="folder/a b up" includehidden="1" maxdepth="2" numbered="999" parent="folder/page" titlesonly="1">

          """)
    #expect(
      try reader.run("toctree", "", #"{"reversed": ""}"#, "self\nhttps://x.org") == """
        <compound classes="toctree-wrapper">
            <toctree caption="True" entries="(None,\\ 'https://x.org') (None,\\ 'self')" glob="0" hidden="0" includefiles="" includehidden="0" maxdepth="-1" numbered="0" parent="folder/page" titlesonly="0">

        """)
  }

  @Test func pendingContents() throws {
    let reader = try SmallReader(TableOfContentsDirectives())
    #expect(
      try reader.run(
        "contents", "Foo b",
        #"{"depth": 2, "local": "", "backlinks": "none", "class": "x"}"#) == """
          <topic classes="contents x local">
              <title>
                  Foo b
              <pending>
                  .. internal attributes:
                       .transform: docutils.transforms.parts.Contents
                       .details:
                         backlinks: None
                         class: ['x']
                         depth: 2
                         local: None

          """)
  }

  private func section(_ id: String, _ content: any NodeContent...) -> Section {
    let title = Title(id, FootnoteReference("1"), Reference(Emphasis("x")))
    return Section(children: [title] + content.flatMap(\.nodes)).with { $0.ids = [id] }
  }

  @Test func contentsListHeadings() throws {
    let reader = try SmallReader(TableOfContentsDirectives())
    try reader.run("contents", "", #"{"depth": 2}"#)
    // What the transform TargetNames does.
    let topic = try #require(reader.document.next(Topic.self))
    (topic.ids, topic.names) = (["contents"], ["contents"])
    try reader.document.append(section("a", section("b", section("c"))), section("d"))
    let text = try reader.transformed(.local)
    #expect(
      text.hasPrefix(
        """
        <document>
            <topic classes="contents" ids="contents" names="contents">
                <title>
                    Contents
                <bullet_list>
                    <list_item>
                        <paragraph>
                            <reference ids="toc-entry-1" refid="a">
                                a
                                <emphasis>
                                    x
                        <bullet_list>
                            <list_item>
                                <paragraph>
                                    <reference ids="toc-entry-2" refid="b">
                                        b
                                        <emphasis>
                                            x
                    <list_item>
                        <paragraph>
                            <reference ids="toc-entry-3" refid="d">
                                d
                                <emphasis>
                                    x
            <section ids="a">
                <title refid="toc-entry-1">

        """))
  }

  @Test func localContentsWithoutHeadingsGo() throws {
    let reader = try SmallReader(TableOfContentsDirectives())
    try reader.run("contents", "", #"{"local": ""}"#)
    #expect(try reader.transformed(.local) == "<document>\n")
  }

  /// As in Sphinx 9.0: the first one is called by its title, or as it would be by default.
  @Test func namesOfTablesOfContents() throws {
    let page = try MystPage(
      """
      # T

      ```{contents}
      :local:
      ```

      ## A

      ```{contents} Title
      :local:
      ```

      ### B

      ```{contents}
      ```
      """, phase: .local)
    #expect(page.document.findAll(Topic.self).map(\.ids) == [["contents"], ["title"], ["id1"]])
    let heading = try MystPage("# Contents\n\n```{contents}\n```\n\n## A", phase: .local)
    #expect(heading.document.findAll(Topic.self).map(\.ids) == [["id1"]])
    #expect(heading.document.findAll(Section.self).map(\.ids) == [["contents"], ["a"]])
  }
}
