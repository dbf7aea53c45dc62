import DocTree
import DocTreeTesting
import Foundation
import Testing

@testable import DocTreeProject

/// Inventories as projects write and use them.
@Suite struct OtherProjectTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    site.configuration = "intersphinx_mapping: {other: ['https://o.example/x', inv/other.inv]}"
    try site.folder.write(InventoryTests.sample.bytes, to: "src/inv/other.inv")
  }

  private func page(_ text: String) throws -> String {
    try site.write(["index.md": "# Home\n\n\(text)\n"])
    _ = try site.build()
    let html = try site.text("index.html")
    let start = try #require(html.firstRange(of: "</h1>\n")).upperBound
    return String(html[start...].prefix { $0 != "\n" })
  }

  @Test(arguments: [
    ("{py:func}`f`", "api.html#f", "(in Other Things v2.1)", "f()"),
    ("{py:func}`text <f>`", "api.html#f", "(in Other Things v2.1)", "text"),
    ("{term}`Two Words`", "g.html#t", "(in Other Things v2.1)", "Two Words"),
    ("{ref}`題`", "a.html#id1", "(in Other Things v2.1)", "題 の 名"),
    ("{external+other:doc}`a/b`", "a/b.html", "(in Other Things v2.1)", "A title of B"),
    ("{external:py:func}`f`", "api.html#f", "(in Other Things v2.1)", "f()"),
    ("{py:func}`other:f`", "api.html#f", "(in Other Things v2.1)", "f()"),
    ("{any}`two words`", "g.html#t", "(in Other Things v2.1)", "two words"),
    ("<inv:#f>", "api.html#f", "Other Things 2.1", "f"),
    ("[](inv:other:std:doc#a/b)", "a/b.html", "Other Things 2.1", "A title of B"),
    ("[text](inv:*:py:*#*f)", "api.html#f", "Other Things 2.1", "text"),
    ("[text](#f)", "api.html#f", "Other Things 2.1", "text"),
  ])
  func referencesLeadThere(
    text: String, uri: String, title: String, shown: String
  ) throws {
    let html = try page(text)
    #expect(html.contains("href=\"https://o.example/x/\(uri)\""), "\(html)")
    #expect(html.contains("title=\"\(title)\""), "\(html)")
    #expect(html.contains("reference external"), "\(html)")
    let words = html.replacing(/<[^>]*>/, with: "")
    #expect(words == shown)
    #expect(site.messages(try site.build()).isEmpty)
    try site.expectSameAsClean()
  }

  @Test(arguments: [
    ("{doc}`a/b`", "unknown document: 'a/b' [ref.doc]"),
    ("{external+other:py:func}`g`", "external py:func reference target not found: g"),
    ("{external+othr:py:func}`f`", "not found: 'othr'; did you mean 'other'?"),
    ("{external:nothing}`f`", "role for external cross-reference not found: 'nothing'"),
    ("<inv:#nothing>", "No matches for '*:*:*:nothing' [myst.iref_missing]"),
    (
      "<inv:#*>",
      "Multiple matches for '*:*:*:*': other:py:function:f, other:std:doc:a/b, "
        + "other:std:term:two words, ... [myst.iref_ambiguous]"
    ),
  ])
  func whatIsWrongIsSaid(text: String, message: String) throws {
    _ = try page(text)
    let messages = site.messages(try site.build())
    #expect(messages.count == 1)
    #expect(messages.first?.contains(message) == true, "\(messages)")
    try site.expectSameAsClean()
  }

  @Test func aPageOfTheProjectComesFirst() throws {
    try site.write(["index.md": "# Home\n\n(題)=\n\n## Own\n\n{ref}`題`\n"])
    try site.build()
    #expect(!(try site.text("index.html").contains("o.example")))
  }

  @Test func aChangedInventoryMakesAnewWhatUsedIt() throws {
    try site.write([
      "index.md": "# Home\n\n```{toctree}\na\n```\n\n{ref}`題` {py:func}`g`\n", "a.md": "# A\n",
    ])
    try site.build()
    #expect(try site.build().readCount == 0)
    var other = InventoryTests.sample
    other.items[3].title = "New"
    other.items.append(
      .init(name: "g", type: "py:function", priority: 1, uri: "api.html#g", title: "g"))
    try site.folder.write(other.bytes, to: "src/inv/other.inv")
    let result = try site.build()
    #expect(result.written.map(\.description) == ["index.html"])
    #expect(try site.text("index.html").contains(">New<"))
    #expect(try site.text("index.html").contains("api.html#g"))
    try site.expectSameAsClean()
    try site.remove("inv/other.inv")
    try site.expectSameAsClean()
    #expect(
      site.messages(try site.build()).contains { $0.contains("inventory 'other' cannot be used") })
    try site.folder.write(other.bytes, to: "src/inv/other.inv")
    try site.expectSameAsClean()
    #expect(try site.text("index.html").contains(">New<"))
  }

  @Test func aMappingWithoutAFileIsSaid() throws {
    site.configuration = "intersphinx_mapping: {other: ['https://o.example/x', null]}"
    try site.write(["index.md": "# Home\n"])
    #expect(
      site.messages(try site.build()).first?.contains(
        "download https://o.example/x/objects.inv") == true)
  }

  /// A project with something of each sort.
  private func writeSources() throws {
    site.configuration = "project: Mine\nversion: '3'"
    try site.write([
      "index.md": """
      (here)=
      # Home

      ```{toctree}
      sub/a
      ```

      ```{glossary}
      Some Term
        Said.
      ```

      ```{py:function} run(x)
      ```

      {index}`word` {ref}`genindex`
      """,
      "sub/a.md": "# A *title*\n",
    ])
  }

  @Test func thingsOfOneNameAndDifferentTypesAreAllThere() throws {
    let things = ["rst:role} a", "rst:directive} a", "envvar} a", "confval} a", "option} a"]
    try site.write([
      "index.md": "# Home\n" + things.map { "```{\($0)\n```\n" }.joined()
    ])
    try site.expectSameAsClean()
    let inventory = try Inventory(site.folder.read("out/objects.inv"))
    #expect(
      inventory.items.filter { $0.name == "a" }.map(\.type).sorted() == [
        "rst:directive", "rst:role", "std:cmdoption", "std:confval", "std:envvar",
      ])
  }

  private static let expected = [
    "run py:function 1 index.html#run run",
    "Some Term std:term -1 index.html#term-Some-Term Some Term",
    "genindex std:label -1 genindex.html Index",
    "here std:label -1 index.html#here Home",
    "index std:doc -1 index.html Home",
    "sub/a std:doc -1 sub/a.html A title",
  ]

  @Test(arguments: ["html", "dirhtml"])
  func aProjectWritesItsOwn(builder: String) throws {
    site.builder = builder
    try writeSources()
    try site.expectSameAsClean()
    let inventory = try Inventory(site.folder.read("out/objects.inv"))
    #expect(inventory.project == "Mine")
    #expect(inventory.version == "3")
    let lines = inventory.items.map { "\($0.name) \($0.type) \($0.priority) \($0.uri) \($0.title)" }
    #expect(
      lines
        == (builder == "html"
          ? Self.expected
          : Self.expected.map {
            $0.replacing("a.html", with: "a/").replacing("genindex.html", with: "genindex/")
          }))
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: python),
      "DOCTREE_SPHINX_PYTHON names no Python with Sphinx"))
  func sphinxReadsIt() throws {
    try writeSources()
    try site.build()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.arguments = ["-m", "sphinx.ext.intersphinx", site.folder["out/objects.inv"]]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(
      decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    for line in Self.expected {
      let words = line.split(separator: " ")
      #expect(output.contains(words[0]), "\(output)")
    }
    #expect(output.contains("py:function") && output.contains("index.html#run"))
    #expect(output.contains("A title"))
  }

  static let python = ProcessInfo.processInfo.environment["DOCTREE_SPHINX_PYTHON"] ?? ""
}
