import DocTree
import Testing

@testable import DocTreeMarkdown

/// What becomes of links by the form of their addresses, as myst-parser has it.
@Suite struct LinkFormTests {
  @Test("docutils' dialect")
  func docutils() throws {
    let context = try InlineTestContext()
    let text = """
      [](label)[t](file.md#anchor)[t](<#a b> "ti")<project:#x><project:f.md><path:f.txt>\
      <inv:a:b:c#d>[t](foo:bar)<foo:bar><http://a><a@b.cd>
      """
    #expect(
      try context.read(text) == """
        <paragraph>
            <reference refname="label">
            <reference refname="file.md#anchor">
                t
            <reference id_link="1" reftitle="ti" refuri="#a b">
                t
            <reference id_link="1" refuri="#x">
            <system_message level="2" line="1" source="<string>" type="WARNING">
                <paragraph>
                    `project:` scheme for file paths not yet supported in docutils [myst.not_supported]
            <reference refuri="project:f.md">
                project:f.md
            <system_message level="2" line="1" source="<string>" type="WARNING">
                <paragraph>
                    `path:` scheme not yet supported in docutils [myst.not_supported]
            <reference refuri="path:f.txt">
                path:f.txt
            <system_message level="2" line="1" source="<string>" type="WARNING">
                <paragraph>
                    No matches for 'a:b:c:d' [myst.iref_missing]
            <reference refname="foo:bar">
                t
            <reference refuri="foo:bar">
                foo:bar
            <reference refuri="http://a">
                http://a
            <reference refuri="mailto:a@b.cd">
                a@b.cd
        """)
  }

  @Test("Sphinx's dialect")
  func sphinx() throws {
    let context = try InlineTestContext(dialect: .sphinx)
    context.documents = ["other.rst": "folder/other"]
    context.files = ["f.zip"]
    let text = """
      [](label)[t](none.md#a)[](other.rst#b)[*t*](f.zip)<project:../f.md><path:f.txt>[t](foo:bar)
      """
    #expect(
      try context.read(text) == """
        <paragraph>
            <pending_xref refdoc="folder/index" refdomain="True" refexplicit="0" reftarget="label" reftype="myst">
                <inline classes="xref myst">
            <pending_xref refdoc="folder/index" refdomain="True" refexplicit="1" reftarget="none.md#a" reftype="myst">
                <inline classes="xref myst">
                    t
            <pending_xref refdoc="folder/index" refdomain="doc" refexplicit="0" reftarget="folder/other" reftargetid="b" reftype="myst">
                <inline classes="xref myst">
            <download_reference refdoc="folder/index" refdomain="True" refexplicit="1" reftarget="f.zip" reftype="myst">
                <inline classes="xref download myst">
                    <emphasis>
                        t
            <pending_xref refdoc="folder/index" refdomain="doc" refexplicit="0" reftarget="f" reftargetid="True" reftype="myst">
                <inline classes="xref myst">
            <download_reference refdoc="folder/index" refdomain="True" refexplicit="0" reftarget="f.txt" reftype="myst">
                <literal classes="xref download myst">
                    f.txt
            <pending_xref refdoc="folder/index" refdomain="True" refexplicit="1" reftarget="foo:bar" reftype="myst">
                <inline classes="xref myst">
                    t
        """)
  }

  @Test("Schemes of the author's own, and links that are external by attribute")
  func schemes() throws {
    let context = try InlineTestContext(["attrs_inline"], dialect: .sphinx) {
      $0[MySTInline.urlSchemes] = [
        "xx": .init(
          url: "https://e.org/{{path}}#{{ fragment }}", title: "T {{path}}", classes: ["k"])
      ]
    }
    #expect(
      try context.read("[t](xx:a/b?c#d)<xx:a/b>[](xx:q)[e](label){.external}") == """
        <paragraph>
            <reference classes="k" refuri="https://e.org/a/b#d">
                t
            <reference classes="k" refuri="https://e.org/a/b#">
                T a/b
            <reference classes="k" refuri="https://e.org/q#">
                T q
            <reference classes="external" refuri="label">
                e
        """)
  }
}
