import DocTree
import DocTreeTesting
import Foundation
import Testing

/// Texts and labels are those of sphinxcontrib-bibtex 2.7, where nothing else is said.
@Suite struct CitationsTests {
  private static let works = #"""
    @article{knuth84, author={Donald E. Knuth}, title={Literate Programming},
      journal={The Computer Journal}, year=1984, volume=27, number=2, pages={97--111}}
    @book{lamport94, author="Leslie Lamport", title="{LaTeX}: A Document Preparation System",
      publisher={Addison-Wesley}, address={Reading}, year={1994}, edition={2nd}, isbn={0-201}}
    @inproceedings{a3, author={Alice Able and Bob Baker and Carl Charlie and Dora Dee},
      title={Things}, booktitle={Proc. X}, editor={E. Ditor}, year=2001, pages={1--2},
      doi={10.1000/1}, url={https://example.org/a}}
    @misc{web, title={A Page}, howpublished={Web}, note={Accessed}, url={https://example.org}, year=2020}
    @phdthesis{th, author={van M{\"u}ller, J{\"o}rg}, title={Thesis Of Mine}, school={ETH}, year=1999}
    @book{unused, title={Nobody Reads It}}
    """#

  private func page(_ text: String, _ settings: [String: String] = [:]) throws -> MystPage {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.works.utf8).write(to: folder.appendingPathComponent("refs.bib"))
    return try MystPage(
      text, settings.merging(["bibtex_bibfiles": "refs.bib", "text.width": "0"]) { $0 + $1 },
      file: folder.appendingPathComponent("page.md").path)
  }

  private let everything = """
    {cite}`knuth84` {cite:p}`knuth84,lamport94` {cite:t}`lamport94` {cite:ps}`a3` {cite:ts}`a3` \
    {cite:t}`a3` {cite:alp}`th` {cite:ct}`th` {cite:author}`knuth84` {cite:year}`knuth84` \
    {cite:yearpar}`web` {cite:title}`th` {cite:p}`{see}knuth84{p. 3}`

    ```{bibliography}
    ```
    """

  @Test func labelsAndEntries() throws {
    let page = try page(everything)
    expectLines(
      try page.written(to: "text"),
      """
      [Knu84] [Knu84, Lam94] Lamport [Lam94] [ABCD01] Able, Baker, Charlie, and Dee [ABCD01] \
      Able *et al.* [ABCD01] vM99 Van Müller [vM99] Knuth 1984 [2020] Thesis Of Mine \
      [see Knu84, p. 3]

      [web20] A page. Web, 2020. Accessed. URL: https://example.org.

      [ABCD01] Alice Able, Bob Baker, Carl Charlie, and Dora Dee. Things. In E. Ditor, editor, \
      *Proc. X*, 1–2. 2001. URL: https://example.org/a, doi:10.1000/1.

      [Knu84] Donald E. Knuth. Literate programming. *The Computer Journal*, 27(2):97–111, 1984.

      [Lam94] Leslie Lamport. *LaTeX: A Document Preparation System*. Addison-Wesley, Reading, \
      2nd edition, 1994. ISBN 0-201.

      [vM99] Jörg van Müller. *Thesis Of Mine*. PhD thesis, ETH, 1999.
      """)
    #expect(page.messages.isEmpty)
  }

  @Test func linksLeadToEntriesAndBack() throws {
    let page = try page("{cite}`knuth84`\n\n```{bibliography} refs.bib\n```")
    expectLines(
      try page.written(to: "html"),
      """
      <p><span class="bibtex-citation" id="id1">[<a class="reference internal" href="#cite-knuth84" \
      title="Donald E. Knuth. Literate programming. The Computer Journal, 27(2):97–111, 1984.">\
      Knu84</a>]</span></p>
      <aside class="citation-list brackets">
      <aside class="citation brackets" id="cite-knuth84" role="doc-footnote">
      <span class="label"><span class="fn-bracket">[</span><a href="#id1" role="doc-backlink">\
      Knu84</a><span class="fn-bracket">]</span></span>
      <p>Donald E. Knuth. Literate programming. <em>The Computer Journal</em>, 27(2):97–111, \
      1984.</p>
      </aside>
      </aside>
      """)
  }

  private func firstLine(_ style: [String: String]) throws -> Substring? {
    try page(
      "{cite:p}`lamport94,a3` {cite:t}`th`\n\n```{bibliography}\n```", style
    ).written(to: "text").split(separator: "\n").first
  }

  @Test func stylesOfReferences() throws {
    #expect(
      try firstLine(["bibtex_reference_style": "author_year"])
        == "[Lamport, 1994, Able *et al.*, 2001] van Müller [1999]")
    #expect(
      try firstLine(["bibtex_reference_style": "author_year_round"])
        == "(Lamport, 1994, Able *et al.*, 2001) van Müller (1999)")
    #expect(try firstLine(["bibtex_default_style": "plain"]) == "[2, 1] van Müller [3]")
    #expect(try firstLine(["bibtex_default_style": "unsrt"]) == "[1, 2] van Müller [3]")
  }

  @Test(arguments: [
    (":all:", 6), (":notcited:", 5), (":filter: docname in docnames", 1), (":filter: False", 0),
    (":filter: type == \"book\"", 2), (":filter: year != \"1984\"", 5), (":cited:", 1),
    (":filter: author % \"able|müller\"", 2), (":filter: publisher and year < \"2000\"", 1),
    (":filter: editor == \"Ditor, E.\" or key in {\"web\"}", 2),
  ])
  func filtersChoose(option: String, count: Int) throws {
    let page = try page("{cite:empty}`knuth84`\n\n```{bibliography}\n\(option)\n```")
    #expect(page.document.findAll(Citation.self).count == count)
  }

  @Test func wrongFiltersKeepAll() throws {
    let page = try page("```{bibliography}\n:filter: author +\n```")
    let first = try #require(page.document.diagnostics.first)
    #expect(first.message.hasPrefix("filter: '+' does not belong there; "))
    #expect(first.message.hasSuffix("; all works are listed"))
    #expect(first.position.line == 2 && first.position.column == 17)
    #expect(page.document.findAll(Citation.self).count == 6)
  }

  @Test func missingKeysAreWarningsWithTheNearest() throws {
    let page = try page("See\n{cite}`knuth48`.\n\n```{bibliography}\n```")
    #expect(
      page.document.diagnostics.map(\.message) == [
        "could not find bibtex key 'knuth48'; did you mean 'knuth84'?"
      ])
    #expect(page.document.diagnostics.first?.position.line == 2)
    expectLines(try page.written(to: "text"), "See [knuth48].")
  }

  @Test func listsInsteadOfLabels() throws {
    let page = try page(
      "{cite}`th`\n\n```{bibliography}\n:list: enumerated\n:start: 3\n```")
    expectLines(
      try page.written(to: "text"),
      "[vM99]\n\n3. Jörg van Müller. *Thesis Of Mine*. PhD thesis, ETH, 1999.")
    let romans = try self.page(
      "```{bibliography}\n:list: enumerated\n:enumtype: upperroman\n:all:\n```")
    #expect(romans.document.next(EnumeratedList.self)?.enumtype == "upperroman")
    let wrong = try self.page("```{bibliography}\n:list: enumerated\n:enumtype: roman\n:all:\n```")
    #expect(
      wrong.document.diagnostics.last?.message.hasSuffix(
        #"choose from "arabic", "loweralpha", "upperalpha", "lowerroman", or "upperroman""#) == true
    )
  }
}
