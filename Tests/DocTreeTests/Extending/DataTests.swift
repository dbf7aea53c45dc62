import DocTree
import Testing

/// How deep the lists of a document are.
private struct ListDepth: PageData {
  static let key = "list-depth"
  var depth: Int

  static func collect(from document: Document, in context: CollectContext) throws -> ListDepth? {
    var depth = 0
    var deepest = 0
    var visitor = SparseNodeVisitor()
    visitor.on(BulletList.self) { _, _ in
      depth += 1
      deepest = max(deepest, depth)
      return .continue
    } depart: { _, _ in
      depth -= 1
      return .continue
    }
    try document.walkabout(&visitor)
    return deepest > 0 ? ListDepth(depth: deepest) : nil
  }
}

/// One paragraph a line.
private struct Lines: SourceFormat {
  static let mark = ConfigKey("lines.mark", default: "", affects: .read)

  let name = "lines"
  let suffixes = [".txt", ".lines"]

  func read(_ source: Source, in context: ReadContext) throws -> Document {
    let document = Document()
    document.source = source.file.name
    for (index, line) in source.bytes.split(separator: 0x0A).enumerated() {
      let text = context.configuration[Self.mark] + String(decoding: line, as: UTF8.self)
      try document.append(
        Paragraph(text).with {
          $0.position = SourcePosition(file: source.file, line: index + 1, column: 1)
        })
    }
    return document
  }
}

@Suite struct DataTests {
  @Test func configValuesHaveDefaults() throws {
    let depth = ConfigKey("toc.depth", default: 2, affects: .resolve)
    let name = ConfigKey("author", default: String?.none, affects: .write)
    var configuration = Configuration()
    #expect(configuration[depth] == 2)
    #expect(configuration[name] == nil)
    configuration[depth] = 3
    configuration[name] = "A"
    let copy = configuration
    configuration[name] = "B"
    #expect(configuration[depth] == 3)
    #expect(configuration[name] == "B")
    #expect(copy[name] == "A")
  }

  @Test func configValuesAreDeclared() throws {
    let registry = try Registry(extensions: [
      TestExtension("toc") {
        $0.add(config: ConfigKey("toc.depth", default: 2, affects: .resolve))
        $0.add(config: ConfigKey("author", default: "", affects: .write))
      }
    ])
    #expect(registry.configDeclarations.map(\.name) == ["author", "toc.depth"])
    #expect(registry.configDeclarations.map(\.phase) == [.write, .resolve])
    #expect(registry.configDeclarations.map(\.typeName) == ["String", "Int"])
  }

  @Test func pageDataIsCollected() throws {
    let registry = try Registry(extensions: [
      TestExtension("lists") { $0.add(pageData: ListDepth.self) }
    ])
    let nested = BulletList(ListItem(Paragraph("a"), BulletList(ListItem(Paragraph("b")))))
    let values = try Document(nested).collectPageData(registry)
    #expect(values[ListDepth.self] == ListDepth(depth: 2))
    let none = try Document(Paragraph("a")).collectPageData(registry)
    #expect(none[ListDepth.self] == nil)
  }

  @Test func sourceFormatsAreFoundByNameAndSuffix() throws {
    let registry = try Registry(extensions: [
      TestExtension("lines") {
        $0.add(sourceFormat: Lines())
        $0.add(config: Lines.mark)
      }
    ])
    #expect(registry.sourceSuffixes == [".lines", ".txt"])
    #expect(registry.sourceFormat(".txt")?.name == "lines")
    #expect(registry.sourceFormat(".md") == nil)
    let format = try #require(registry.sourceFormat("lines"))
    var configuration = Configuration()
    configuration[Lines.mark] = "> "
    let document = try format.read(
      Source("a\nb\n", file: SourceFile("x.txt")),
      in: ReadContext(registry: registry, configuration: configuration))
    #expect(
      document.pseudoXML() == """
        <document source="x.txt">
            <paragraph>
                > a
            <paragraph>
                > b

        """)
    #expect(document.children.last?.position.description == "x.txt:2:1")
  }
}
