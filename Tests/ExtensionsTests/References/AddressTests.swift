import DocTree
import DocTreeProject
import Testing

/// Addresses that have in them what is markup elsewhere. The expected links are MyST's.
@Suite struct AddressTests {
  private func page(_ markdown: String, _ settings: [String: String]) throws -> Document {
    try MystPage(markdown, settings, phase: .local).document
  }

  @Test(arguments: [
    ("x https://github.com/x/__init__.py y", "https://github.com/x/__init__.py"),
    ("https://en.wikipedia.org/wiki/_foo_, and", "https://en.wikipedia.org/wiki/_foo_"),
    ("*http://a.b/x*", "http://a.b/x"), ("*a http://a.b/x_y*", "http://a.b/x_y"),
    ("http://a.b?c=d&amp;e=f", "http://a.b?c=d&amp;e=f"),
    ("http://a.b/`x`", "http://a.b/%60x%60"), ("(HTTP://a.b/_x_)", "HTTP://a.b/_x_"),
  ])
  func areWhole(markdown: String, address: String) throws {
    let document = try page(markdown, ["myst.enable_extensions": "linkify"])
    #expect(document.findAll(Reference.self).map(\.refuri) == [address])
  }

  @Test func noneInLinks() throws {
    let document = try page("[z http://q.w/_r_](k)", ["myst.enable_extensions": "linkify"])
    #expect(
      document.findAll(Reference.self).allSatisfy { !($0.refuri?.hasPrefix("http") ?? false) })
  }

  /// What stands for a substitution has no spaces in it, as an address has none.
  @Test func aSubstitutionIsNoAddress() throws {
    let document = try page(
      "---\nmyst: {substitutions: {u: v}}\n---\n[a]({{ u }}) ![i]({{ u }})",
      ["myst.enable_extensions": "substitution"])
    #expect(document.astext() == "[a](v) ![i](v)")
    #expect(document.findAll(Reference.self).isEmpty)
    #expect(document.findAll(Image.self).isEmpty)
  }

  @Test func sectionsAreCountedAsTheyAreWritten() throws {
    let document = try page(
      "# T\n\n## A §2\n\nSee §2 and §1.1 and §9, [x §1](#a).\n\n### A1\n\n## B\n\n> §1.1\n",
      ["myst.enable_extensions": "section_ref"])
    let links = document.findAll(Reference.self).filter { $0.classes == ["section-ref"] }
    #expect(links.map(\.refid) == ["b", "a1", "a1"])
    #expect(links.map(\.title) == ["B", "A1", "A1"])
    #expect(
      document.diagnostics.map(\.description) == [
        "<string>:5:23: warning: Section reference target not found in this document: '§9'"
          + " [myst.section_ref]"
      ])
  }

  /// What roles and footnotes say is not in anchors.
  @Test(arguments: [
    ("# Install {program}`foo` now", "install--now"),
    ("# Foo [^1] *bar* `c` [l](http://x) {ref}`r`\n\n[^1]: x", "foo--bar-c-l-"),
    ("# H {sub}`2` {kbd}`x` **o**", "h---o"),
  ])
  func anchorsOfHeadings(markdown: String, slug: String) throws {
    let document = try page(markdown, ["myst.heading_anchors": "2"])
    #expect(document.findAll(Section.self).map { $0["slug"]?.text } == [slug])
  }

  /// A value has no lines of its own in the page.
  @Test func whatIsInAValueIsWhereTheValueIsUsed() throws {
    let page = try MystPage(
      """
      ---
      myst:
        substitutions:
          a: "[x](#nope)"
          b: |
            line

            {ref}`nope1`
      ---
      # T

      in the {{ a }}) will

      {{ b }}

      and {{ b }}
      """, ["myst.enable_extensions": "substitution"])
    let places = page.document.diagnostics.map { "\($0.position.line):\($0.position.column)" }
    #expect(places.sorted() == ["12:8", "14:1", "16:5"])
  }

  /// A rule that begins with a colon makes no addresses of their beginnings.
  @Test func noneWhereTheyAreNoLinks() throws {
    let registry = try Registry(extensions: Builtins.extensions + [Smileys()])
    let format = try #require(registry.sourceFormat("myst"))
    let document = try format.read(
      Source("http://a.b/*x* :)", file: SourceFile("<string>")),
      in: ReadContext(registry: registry, configuration: Configuration()))
    #expect(document.findAll(Emphasis.self).map { $0.astext() } == ["x"])
    #expect(document.astext() == "http://a.b/x smile")
  }
}

private struct Smileys: Extension, InlineRule {
  let name = "smileys"
  let triggers = [":)"]

  func register(in registry: inout Registry) { registry.add(syntax: self) }

  func match(_ text: DocTree.InlineText, at offset: Int) -> InlineMatch? {
    InlineMatch(end: offset + 2, name: offset..<offset, content: offset..<offset + 2)
  }

  func nodes(_ call: InlineCall, in context: any ParseContext) -> [Node] { [Text("smile")] }
}
