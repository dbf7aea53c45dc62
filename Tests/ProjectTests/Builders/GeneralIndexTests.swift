import DocTreeTesting
import Testing

@testable import DocTreeProject

@Suite struct GeneralIndexTests {
  let site: ProjectSite

  init() throws { site = try ProjectSite() }

  /// The text of the index, a line for each entry, with the addresses of its links.
  private func index() throws -> [String] {
    let html = try site.text("genindex.html")
    return html.split(separator: "<li>").dropFirst().map { item in
      var line = ""
      for (number, part) in item.split(separator: "<", omittingEmptySubsequences: false)
        .enumerated()
      {
        guard number > 0, let end = part.firstIndex(of: ">") else {
          line += part
          continue
        }
        if part.hasPrefix("a ") { line += Self.address(part) }
        if part.hasPrefix("strong") { line += "!" }
        if part.hasPrefix("/section") { break }
        line += part[part.index(after: end)...]
      }
      return line.split(separator: "\n").joined(separator: " ")
    }
  }

  private static func address(_ tag: Substring) -> String {
    guard let start = tag.firstRange(of: "href=\"")?.upperBound,
      let end = tag[start...].firstIndex(of: "\"")
    else { return "" }
    return "<\(tag[start..<end])>"
  }

  private func letters() throws -> [String] {
    try site.text("genindex.html").split(separator: "<section id=\"").dropFirst(2)
      .map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func sortsAllKindsOfEntries() throws {
    try site.write([
      "index.md": """
      # Home

      ```{index} zebra, !apple
      ```

      ```{index} pair: loop; statement
      ```

      ```{index} single: apple; red
      ```

      ```{index} see: pomme; apple
      ```

      ```{index} seealso: apple; pear
      ```

      Text {index}`role <triple: one; two; three>` and {index}`Écru`, {index}`_private`, {index}`42`.
      """,
      "b.md": "# B\n\n```{index} apple\n```\n\n```{glossary}\nterm\n  Said.\n```\n",
    ])
    #expect(site.messages(try site.build()).isEmpty)
    #expect(
      try index() == [
        "<index.html#index-8>42", "<index.html#index-7>_private",
        "<index.html#index-0>!apple, <b.html#index-0>[1]", "<index.html#index-2>red",
        "see also pear", "<index.html#index-6>Écru", "loop", "<index.html#index-1>statement",
        "one", "<index.html#index-5>two three", "pomme", "see apple", "statement",
        "<index.html#index-1>loop", "<b.html#term-term>!term", "three",
        "<index.html#index-5>one two", "two", "<index.html#index-5>three, one",
        "<index.html#index-0>zebra",
      ])
    #expect(try letters() == ["Symbols", "_", "A", "E", "L", "O", "P", "S", "T", "Z"])
  }

  @Test func groupsWhatDiffersInParentheses() throws {
    try site.write([
      "index.md": """
      # Home

      {index}`f() (in module b)` {index}`f() (in module a)` {index}`g() (alone)`
      """
    ])
    try site.build()
    let html = try site.text("genindex.html")
    #expect(
      try index() == [
        "<index.html#index-1>f() (in module a)", "<index.html#index-0>(in module b)",
        "<index.html#index-2>g() (alone)",
      ])
    #expect(html.contains("class=\"indextable genindextable\""))
  }

  @Test(arguments: [
    ("がく", "か"), ("ぱん", "は"), ("ガラス", "カ"), ("各", "各"), ("강", "ᄀ"), ("ésprit", "E"),
    ("Ångström", "A"), ("Øre", "Ø"), ("ế", "E"), ("Яблоко", "Я"), ("9", "Symbols"),
    ("(x)", "Symbols"),
  ])
  func putsTextsUnderLetters(text: String, letter: String) throws {
    try site.write(["index.md": "# Home\n\n{index}`\(text)`\n"])
    try site.build()
    #expect(try letters() == [letter])
  }

  @Test func saysWhatIsWrong() throws {
    try site.write(["index.md": "# Home\n\n```{index} pair: alone\n```\n"])
    #expect(
      site.messages(try site.build()) == [
        "src/index.md:3:1: warning: invalid pair index entry 'alone' [index]"
      ])
    try site.expectSameAsClean()
  }

  @Test func includedFilesAreNamedWithTheirLines() throws {
    site.configuration = "exclude: [inc]"
    try site.write([
      "index.md": "# Home\n\n```{include} inc/x.md\n```\n",
      "inc/x.md": """
      ![](p.png)

      ```{index} pair: alone
      ```

      (here)=
      ```{math}
      :class: a
      :label: e
      x
      ```

      ```{prf:theorem}
      :label: t
      ```

      ```{prf:lemma}
      :label: t
      ```

      ```{envvar} A
      ```

      ```{envvar} A
      ```
      """,
    ])
    #expect(
      site.messages(try site.build()).filter { !$0.contains("Content block") }.map {
        $0.split(separator: ": ").first.map(String.init)
      }.sorted { ($0 ?? "") < ($1 ?? "") } == [
        "src/inc/x.md:17:1", "src/inc/x.md:1:1", "src/inc/x.md:24:1", "src/inc/x.md:3:1",
      ])
    try site.expectSameAsClean()
  }

  @Test func isThereIfSomethingRefersToIt() throws {
    try site.write(["index.md": "# Home\n"])
    try site.build()
    #expect(try site.files() == ["index.html", "objects.inv"])
    for text in ["{ref}`genindex`", "{doc}`genindex`", "```{toctree}\ngenindex\n```"] {
      try site.write(["index.md": "# Home\n\n\(text)\n"])
      #expect(site.messages(try site.build()).isEmpty)
      #expect(try site.text("index.html").contains("href=\"genindex.html\""))
      #expect(try site.text("index.html").contains(">Index<"))
      #expect(try site.text("genindex.html").contains("<h1>Index<"))
      try site.expectSameAsClean()
    }
    try site.write(["index.md": "# Home\n"])
    try site.expectSameAsClean()
    #expect(try site.files() == ["index.html", "objects.inv"])
  }

  @Test func followsChanges() throws {
    try site.write([
      "index.md": "# Home\n\n```{toctree}\na\n```\n", "a.md": "# A\n\n{index}`one`\n",
    ])
    try site.build()
    try site.write(["a.md": "# A\n\n{index}`one` {index}`two`\n"])
    try site.expectSameAsClean()
    #expect(try index().count == 2)
    try site.remove("a.md")
    try site.write(["index.md": "# Home\n"])
    try site.expectSameAsClean()
    #expect(try site.files() == ["index.html", "objects.inv"])
  }

  @Test func yieldsToAPageOfThatName() throws {
    try site.write([
      "index.md": "# Home\n\n{index}`one` {doc}`genindex`\n",
      "genindex.md": "---\norphan: true\n---\n# Own\n",
    ])
    try site.expectSameAsClean()
    #expect(try site.text("genindex.html").contains("Own"))
    #expect(try site.text("index.html").contains(">Own<"))
  }

  @Test func speaksTheLanguage() throws {
    site.configuration = "language: ja"
    try site.write([
      "index.md": "# 家\n\n```{index} see: 甲; 乙\n```\n{index}`1`\n"
    ])
    try site.build()
    let html = try site.text("genindex.html")
    for part in ["<h1>索引<", "<h2>記号<", "乙を参照"] { #expect(html.contains(part), "\(part)") }
  }
}
