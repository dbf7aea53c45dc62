internal import CCmark
internal import CCmarkShim
public import DocTree

/// CommonMark as libcmark reads it, and nothing else.
public struct CommonMark: SourceFormat {
  /// Whether quotes, dashes and ellipses become typographic ones.
  public static let smart = ConfigKey("markdown.smart", default: false, affects: .read)

  public let name = "commonmark"
  public let suffixes: [String] = []

  public init() {}

  /// Reads a document. Headings are titles among the document's children afterwards; the transform
  /// ``SectionNesting`` makes sections of them.
  ///
  /// Any bytes are a document: what is no UTF-8 is read as U+FFFD.
  public func read(_ source: Source, in context: ReadContext) throws -> Document {
    let options = context.configuration[Self.smart] ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT
    let allocator = doctree_arena_begin()
    defer { doctree_arena_end() }
    guard let parser = cmark_parser_new_with_mem(options, allocator) else {
      preconditionFailure("libcmark's allocator ends the program rather than give nothing")
    }
    let root = source.bytes.withUnsafeBytes { bytes in
      cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
      return cmark_parser_finish(parser)
    }
    var children: [Node] = []
    if let root {
      // The tree and the parser are freed with the arena.
      let lines = LineTable(source.bytes)
      var builder = CmarkTreeBuilder(PlainDialect(lines: lines, file: source.file))
      children = builder.build(root)
    }
    let document = Document(
      children: children, position: SourcePosition(file: source.file, line: 1, column: 1))
    document.source = source.file.name
    if let files = context.files {
      document.docname = context.documentName
      try document.replaceDocumentLinks(files)
    }
    return document
  }
}

extension Document {
  /// Makes references of links to the files of other documents: `notes/a.md#x`.
  fileprivate func replaceDocumentLinks(_ files: any ProjectFiles) throws {
    for reference in findAll(Reference.self) {
      guard let uri = reference.refuri, let first = uri.utf8.first, first != 0x23, first != 0x2F
      else { continue }
      let path = uri.utf8.prefix { $0 != 0x23 && $0 != 0x3F }
      guard !path.contains(0x3A), let name = files.documentName(ofFile: URLEncoding.decode(path))
      else { continue }
      let xref = PendingXref(children: [], position: reference.position)
      xref.reftype = "myst"
      xref.refdomain = "doc"
      xref.refdoc = docname
      xref.reftarget = name
      if let hash = uri.utf8.firstIndex(of: 0x23) {
        xref.reftargetid = URLEncoding.decode(uri.utf8[hash...].dropFirst())
      }
      xref.refexplicit = true
      xref.title = reference.title
      try xref.append(Inline(children: reference.removeChildren()))
      try reference.replace(with: xref)
    }
  }
}

/// Markdown as an extension.
public struct MarkdownExtension: Extension {
  public let name = "markdown"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(sourceFormat: CommonMark())
    registry.add(config: CommonMark.smart)
  }
}

extension CommonMark {
  /// The version of libcmark, whose first two numbers are those of the specification it implements.
  public static var specificationVersion: String { String(cString: cmark_version_string()) }
}
