import DocTree
import DocTreeExtensions
import Testing

/// What Sphinx 9.0 makes of the same.
@Suite struct VersionDirectivesTests {
  @Test(arguments: [
    ("versionadded", "added", "Added in version 1.2"),
    ("versionchanged", "changed", "Changed in version 1.2"),
    ("deprecated", "deprecated", "Deprecated since version 1.2"),
    ("versionremoved", "removed", "Removed in version 1.2"),
  ])
  func withoutContent(name: String, class: String, label: String) throws {
    let reader = try SmallReader(VersionDirectives())
    #expect(
      try reader.run(name, "1.2") == """
        <versionmodified type="\(name)" version="1.2">
            <paragraph translatable="0">
                <inline classes="versionmodified \(`class`)">
                    \(label).

        """)
  }

  @Test func theFirstParagraphGoesOn() throws {
    let reader = try SmallReader(VersionDirectives())
    try reader.run("versionadded", "1.2 foo", "{}", "bar")
    #expect(
      try reader.transformed(.local) == """
        <document>
            <versionmodified type="versionadded" version="1.2">
                <paragraph translatable="0">
                    <inline classes="versionmodified added">
                        Added in version 1.2: \("")
                    foo
                <paragraph>
                    bar

        """)
  }

  @Test func aListStandsBelow() throws {
    let reader = try SmallReader(VersionDirectives())
    #expect(
      try reader.run("deprecated", "1.2", "{}", "- a") == """
        <versionmodified type="deprecated" version="1.2">
            <paragraph translatable="0">
                <inline classes="versionmodified deprecated">
                    Deprecated since version 1.2: \("")
            <bullet_list>
                <list_item>
                    <paragraph>
                        a

        """)
  }
}
