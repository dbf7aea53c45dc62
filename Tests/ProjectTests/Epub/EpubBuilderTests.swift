import DocTreeTesting
import Foundation
import Testing

@testable import DocTreeProject

@Suite struct EpubBuilderTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    site.builder = "epub"
    try site.write([
      "index.md": """
      # Book

      ```{toctree}
      guide/one
      nav
      ```

      ## Own

      See {doc}`guide/one`, {ref}`a:b`, [web](https://example.org/?a&b), {download}`data.csv`,
      [gone](gone.html), <a href="#own">here</a>, <a href="#nowhere">nowhere</a>, $x < y$.

      ![pic](p.png){w=10px} ![remote](https://example.org/r.png) <img src="no.png" alt="none"> <br>

      {index}`entry`
      """,
      "guide/one.md":
        "# One\n\n(a:b)=\n## Part & parcel\n\n<b>bold\n\n![pic](../p.png)\n\n### Deep\n",
      "nav.md": "# Nav\n\n</div></section><center>raw\n",
      "alone.md": "---\norphan: true\n---\n# Alone\n",
      "p.png": "no real picture", "data.csv": "1,2",
    ])
    site.configuration = """
      project: The Book
      author: Ann
      myst: {enable_extensions: [dollarmath, attrs_inline], heading_anchors: 3}
      suppress_warnings: [myst.xref_missing]
      """
  }

  /// Takes the book apart with Python, which checks the archive and reads all XML in it.
  ///
  /// - Returns: the names of the files in their order; nil if there is no Python.
  private func open(_ name: String = "TheBook.epub") throws -> [String]? {
    let python = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      print("python3 is not installed")
      return nil
    }
    let script = """
      import sys, zipfile, xml.dom.minidom
      book = zipfile.ZipFile(sys.argv[1])
      assert book.testzip() is None
      first = book.infolist()[0]
      assert first.filename == 'mimetype' and first.compress_type == 0
      assert all(i.date_time == (1980, 1, 1, 0, 0, 0) for i in book.infolist())
      for name in book.namelist():
          if name.endswith(('.xhtml', '.opf', '.ncx', '.xml', '.svg')):
              xml.dom.minidom.parseString(book.read(name))
          print(name)
      book.extractall(sys.argv[2])
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", script, site.folder["out/" + name], site.folder["book"]]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text.split(separator: "\n").map(String.init)
  }

  private func text(_ name: String) throws -> String { try site.folder.text("book/EPUB/" + name) }

  @Test func aProjectIsOneBook() throws {
    let result = try site.build()
    #expect(
      site.messages(result) == [
        "src/index.md:13:23: warning: picture 'https://example.org/r.png' is not in the book, as it is "
          + "not in the project; there is a link to it [epub.remote_image]"
      ])
    #expect(try site.files() == ["TheBook.epub"])
    guard let names = try open() else { return }
    #expect(
      names == [
        "mimetype", "META-INF/container.xml",
      ]
        + [
          "content.opf", "text/index.xhtml", "text/guide/one.xhtml", "text/nav.xhtml",
          "text/alone.xhtml", "text/genindex.xhtml", "nav.xhtml", "toc.ncx", "style.css",
          "_images/p.png",
        ].map { "EPUB/" + $0 })
    #expect(try site.folder.text("book/mimetype") == "application/epub+zip")
  }

  @Test func conditionsKnowTheBuilder() throws {
    try site.write(["nav.md": BuilderTags.markdown])
    try site.build()
    guard try open() != nil else { return }
    #expect(
      BuilderTags.seen(in: try text("text/nav.xhtml")) == [
        "html", "epub", "format_html", "builder_epub",
      ])
  }

  @Test func thePackageSaysWhatThereIs() throws {
    site.configuration += "\nepub_cover: p.png\nepub_modified: 2026-01-31\nlanguage: ja\n"
    try site.build()
    guard try open() != nil else { return }
    let package = try text("content.opf")
    for element in [
      "<dc:title>The Book</dc:title>", "<dc:language>ja</dc:language>",
      "<dc:creator>Ann</dc:creator>",
      "<meta property=\"dcterms:modified\">2026-01-31T00:00:00Z</meta>",
      "media-type=\"image/png\" properties=\"cover-image\"",
      "href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"",
    ] { #expect(package.contains(element), "\(element)") }
    #expect(package.contains(#/<dc:identifier id="book-id">urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8/#))
    #expect(package.split(separator: "<itemref").count == 7)
    #expect(try text("nav.xhtml").contains("<h1>目次</h1>"))
  }

  @Test func theContentsAreThoseOfTheTables() throws {
    try site.build()
    guard try open() != nil else { return }
    let entries = try text("nav.xhtml").matches(of: #/<a href="([^"]*)">([^<]*)/#)
      .map { "\($0.output.1) \($0.output.2)" }
    #expect(
      entries == [
        "text/index.xhtml Book", "text/guide/one.xhtml One",
        "text/guide/one.xhtml#a-b Part &amp; parcel", "text/guide/one.xhtml#deep Deep",
        "text/nav.xhtml Nav",
      ])
    let points = try text("toc.ncx").matches(of: #/src="([^"]*)"/#).map { String($0.output.1) }
    #expect(points == entries.map { String($0.prefix { $0 != " " }) })
  }

  @Test func pagesPointToWhatIsThere() throws {
    try site.build()
    guard try open() != nil else { return }
    let page = try text("text/index.xhtml")
    let links = page.matches(of: #/<a [^>]*?href="([^"]*)"[^>]*>/#).map { String($0.output.1) }
    #expect(
      links == [
        "guide/one.xhtml", "guide/one.xhtml#a-b", "guide/one.xhtml#deep", "nav.xhtml",
        "guide/one.xhtml", "guide/one.xhtml#a-b", "https://example.org/?a&amp;b", "#own",
        "https://example.org/r.png",
      ])
    #expect(page.contains("<span class=\"link-target\"> [https://example.org/?a&amp;b]</span>"))
    #expect(page.contains("src=\"../_images/p.png\""))
    #expect(page.contains("<span class=\"missing\">none</span>"))
    #expect(page.contains("<code class=\"math\">x &lt; y</code>"))
    #expect(!page.contains("¶"))
  }

  @Test(arguments: ["no", "footnote"])
  func addressesAreShownAsWished(how: String) throws {
    site.configuration += "\nepub_show_urls: \(how == "no" ? "\"no\"" : how)\n"
    try site.build()
    guard try open() != nil else { return }
    let page = try text("text/index.xhtml")
    #expect(!page.contains("link-target"))
    #expect(page.contains("<p>https://example.org/?a&amp;b</p>") == (how == "footnote"))
    #expect(page.contains("href=\"#link-1\"") == (how == "footnote"))
  }

  @Test func whatIsExcludedIsNotThere() throws {
    site.configuration += "\nepub_exclude_files: [nav, genindex.xhtml, \"_images/*\"]\n"
    try site.build()
    guard let names = try open() else { return }
    #expect(
      names.filter { $0.contains("text/") || $0.contains("_images") }
        == ["index", "guide/one", "alone"].map { "EPUB/text/\($0).xhtml" })
    #expect(try !text("nav.xhtml").contains("text/nav"))
    #expect(try !text("text/index.xhtml").contains("nav.xhtml"))
  }

  @Test func itIsMadeAnewWhenSomethingHasChanged() throws {
    try site.build()
    #expect(try site.build().written.isEmpty)
    try site.write(["p.png": "another picture"])
    try site.expectSameAsClean()
    try site.write(["guide/one.md": "# First\n"])
    try site.expectSameAsClean()
    try site.remove("p.png")
    try site.expectSameAsClean()
    #expect(site.messages(try site.build()).contains { $0.contains("file 'p.png'") })
  }

  @Test func withoutARootThereIsNoBook() throws {
    site.configuration += "\nroot_doc: start\n"
    let messages = site.messages(try site.build())
    #expect(messages.contains { $0.contains("the page 'start', which there is not [epub.root]") })
    #expect(try site.files() == [])
  }
}
