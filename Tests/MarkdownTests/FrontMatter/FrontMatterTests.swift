import DocTree
import DocTreeMarkdown
import DocTreeTesting
import Testing

@Suite struct FrontMatterTests {
  private func docutils() -> Configuration {
    var configuration = Configuration()
    configuration[Dialect.key] = .docutils
    return configuration
  }

  @Test func docutilsHasFieldsAsBibliography() throws {
    let document = try MystReading.transformed(
      """
      ---
      author: Jane **Doe**
      authors: A; B, C
      date: '$Date: 2026/01/31 10:00:00 $'
      dedication: To *you*
      draft: true
      map: {x: [1, null, "é"]}
      ---
      text
      """, docutils())
    expectTree(
      document,
      """
      <document source="<string>">
          <docinfo>
              <author>
                  Jane \n            <strong>
                      Doe
              <authors>
                  <author>
                      A
                  <author>
                      B, C
              <date>
                  2026-01-31
              <field classes="draft">
                  <field_name>
                      draft
                  <field_body>
                      <paragraph>
                          <literal>
                              True
              <field classes="map">
                  <field_name>
                      map
                  <field_body>
                      <paragraph>
                          <literal>
                              {"x": [1, null, "\\u00e9"]}
          <topic classes="dedication">
              <title>
                  Dedication
              <paragraph>
                  To \n            <emphasis>
                      you
          <paragraph>
              text
      """.replacing("\\n", with: "\n"))
  }

  @Test func sphinxKeepsFieldsAsMetadata() throws {
    let document = try MystReading.transformed(
      "---\norphan:\ntocdepth: 2\nnocomments: false\nabstract: x\n---\ntext\n")
    #expect(document.children.map(\.kind.name) == ["topic", "paragraph"])
    #expect(document.isOrphan && !document.hasNoComments && document.tocdepth == 2)
    #expect(document.metadata["abstract"]?.position.line == 5)
  }

  @Test func settingsAreForTheDocumentOnly() throws {
    var configuration = Configuration()
    configuration[MySTInline.substitutions] = ["a": "1", "b": "2"]
    let document = try MystReading.transformed(
      """
      ---
      myst:
        enable_extensions: [substitution]
        substitutions: {b: 3}
        html_meta: {"description lang=en": x, keywords: y}
        title_to_header: yes
      title: A *title*
      ---
      {{ a }}{{ b }}
      """, configuration)
    expectTree(
      document,
      """
      <document source="<string>">
          <meta content="x" lang="en" name="description">
          <meta content="y" name="keywords">
          <section ids="a-title" names="a\\ title">
              <title>
                  A \n            <emphasis>
                      title
              <paragraph>
                  1
                  3
      """.replacing("\\n", with: "\n"))
  }

  @Test func mistakesAreFoundWhereTheyAre() {
    func expect(_ text: String, _ diagnostics: String...) {
      do {
        let document = try MystReading.transformed("---\n\(text)\n---\n")
        #expect(document.diagnostics.map(\.description) == diagnostics)
      } catch {
        Issue.record(error)
      }
    }
    expect(
      "myst:\n  enable_extension: [x]",
      "<string>:3:3: warning: Unknown field: enable_extension: did you mean 'enable_extensions'? "
        + "[myst.topmatter]")
    expect(
      "myst: {words_per_minute: 0}",
      "<string>:2:26: warning: config value 'myst.words_per_minute' cannot be '0'; "
        + "allowed: a whole number from 1 [myst.topmatter]")
    expect(
      "myst: {update_mathjax: no}",
      "<string>:2:8: warning: 'update_mathjax' is a global-only config and cannot be set in "
        + "topmatter [myst.topmatter]")
    expect(
      "html_meta: {a: b}",
      "<string>:2:1: warning: top-level 'html_meta' key is deprecated, place under 'myst' key "
        + "instead [myst.topmatter]")
    expect(
      "- a",
      "<string>:2:1: warning: YAML is not a dict: <class 'list'>: front matter is a map of names "
        + "to values [myst.topmatter]")
    expect(
      "a: b: c",
      "<string>:2:5: warning: Malformed YAML: mapping values are not allowed in this context "
        + "[myst.topmatter]")
    expect(
      "myst:\n  html_meta: {a b: c}",
      "<string>:3:20: error: Error parsing meta tag attribute \"a b\": no '=' in b.")
  }

  @Test func dotsEndItToo() throws {
    let document = try MystReading.transformed("---\na: 1\n...\ntext\n")
    #expect(document.frontMatter?.text == "a: 1\n")
    #expect(document.children.map(\.kind.name) == ["paragraph"])
  }
}
