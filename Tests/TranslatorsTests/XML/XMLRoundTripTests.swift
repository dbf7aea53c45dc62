import DocTree
import Testing
import Translators

@Suite struct XMLRoundTripTests {
  /// How XML can be laid out.
  static let layouts: [@Sendable (inout Configuration) -> Void] = [
    { _ in },
    { $0[XMLTranslator.newlines] = true },
    { $0[XMLTranslator.indents] = true },
  ]

  private func roundTrip(
    _ document: Document, layout: Int, registry: Registry, reading: Registry? = nil
  ) throws -> Document {
    var configuration = Configuration()
    Self.layouts[layout](&configuration)
    let (output, diagnostics) = try document.translate(
      to: XMLTranslator.self, registry: registry, configuration: configuration)
    #expect(diagnostics.isEmpty)
    let result = try DocutilsXML().read(
      Source(file: SourceFile("round trip.xml"), bytes: output),
      in: ReadContext(registry: reading ?? registry))
    #expect(result.diagnostics.isEmpty)
    return result
  }

  @Test(arguments: layouts.indices) func everyKindComesBack(layout: Int) throws {
    let registry = try Sample.registry(StampExtension())
    let document = try Sample.everyKind(registry)
    // A text that XML has no sign for cannot come back.
    let hardBreak = try #require(document.children.compactMap { $0 as? HardBreak }.first)
    hardBreak.removeChildren()
    hardBreak.undeclaredAttributes = [:]
    hardBreak.ids = []
    hardBreak.classes = []
    for case let raw as Raw in document.children { raw.format = "html" }
    // What fills a pending element is shown by dumps, but is no attribute in XML.
    for case let pending as Pending in document.children {
      pending.transform = nil
      pending.details = []
    }
    let result = try roundTrip(document, layout: layout, registry: registry)
    #expect(result.pseudoXML() == document.pseudoXML())
    #expect(
      try TreeDescription.of(result, visibleOnly: true)
        == TreeDescription.of(document, visibleOnly: true))
  }

  @Test(arguments: layouts.indices) func unknownKindsAreWrittenBack(layout: Int) throws {
    let full = try Sample.registry(StampExtension())
    let without = try Sample.registry()
    let document = Document(
      Paragraph("a", Stamp("x\n y", Stamp("z")).with { $0.count = 3 }, "b"),
      UnknownElement(Paragraph("p\nq"), UnknownElement("\n r")).with { $0.name = "blocks" })
    let unknown = try roundTrip(document, layout: layout, registry: full, reading: without)
    #expect(unknown.pseudoXML() == document.pseudoXML())
    #expect(((unknown.children[0] as? Element)?.children[1] as? UnknownElement)?.name == "stamp")
    let back = try roundTrip(unknown, layout: layout, registry: without, reading: full)
    #expect(back.pseudoXML() == document.pseudoXML())
    #expect(((back.children[0] as? Element)?.children[1] as? Stamp)?.count == 3)
  }

  @Test func attributesThatWereTakenAwayStayAway() throws {
    let document = Document(
      LiteralBlock("x").with { $0.xmlSpace = nil },
      EnumeratedList().with {
        $0.enumtype = nil
        $0.prefix = nil
      }, Paragraph(Stamp("s").with { $0.shape = nil }))
    let result = try roundTrip(
      document, layout: 0, registry: Sample.registry(StampExtension()))
    #expect(result.pseudoXML() == document.pseudoXML())
    #expect((result.children[0] as? LiteralBlock)?.xmlSpace == nil)
  }

  @Test func anEmptyNameComesBack() throws {
    let document = Document(Section().with { $0.dupnames = [""] })
    let result = try roundTrip(document, layout: 0, registry: Sample.registry())
    #expect((result.children[0] as? Section)?.dupnames == [""])
  }

  @Test func rawXMLComesBackAsItWas() throws {
    let raw = Raw(text: "<b a='1'>x &amp; <raw>y</raw><!-- c --><i/></b>").with {
      $0.format = "xml"
    }
    let result = try roundTrip(Document(raw), layout: 0, registry: Sample.registry())
    #expect((result.children.first as? Raw)?.text == raw.text)
    #expect((result.children.first as? Raw)?.children.isEmpty == true)
  }

  @Test func hardBreaksComeBack() throws {
    let document = Document(
      Paragraph("a", HardBreak(), HardBreak(), "b"),
      Raw(text: "<br />\n").with { $0.format = "html" })
    let result = try roundTrip(document, layout: 0, registry: Sample.registry())
    #expect(
      try TreeDescription.of(result, visibleOnly: true)
        == TreeDescription.of(document, visibleOnly: true))
  }

  @Test func aMillionLevels() throws {
    let registry = try Sample.registry()
    var tree: Element = Paragraph("deep")
    for _ in 1..<1_000_000 { tree = BlockQuote(tree) }
    let result = try roundTrip(Document(tree), layout: 0, registry: registry)
    var levels = 0
    var node: Node? = result
    while let child = (node as? Element)?.children.first {
      levels += 1
      node = child
    }
    #expect(levels == 1_000_001)
    #expect((node as? Text)?.string == "deep")
  }
}
