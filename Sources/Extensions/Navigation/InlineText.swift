import DocTree

/// Text with the little markup that headings have, as data.
struct InlineText: Codable, Equatable, Sendable {
  struct Run: Codable, Equatable, Sendable {
    /// The name of the element around it; empty for none.
    var kind: String
    var text: String
  }

  var runs: [Run] = []

  init() {}
  init(_ text: String) { runs = [Run(kind: "", text: text)] }
  init(code text: String) { runs = [Run(kind: "literal", text: text)] }

  /// The content of a heading, without what may not stand in a link.
  init(of heading: Element) {
    for node in heading.children {
      switch node {
      case is FootnoteReference, is CitationReference, is Target: continue
      case let text as DocTree.Text: add("", text.string)
      case is Literal: add("literal", node.astext())
      case is Emphasis: add("emphasis", node.astext())
      case is Strong: add("strong", node.astext())
      case is Math: add("math", node.astext())
      default: add("", node.astext())
      }
    }
  }

  private mutating func add(_ kind: String, _ text: String) {
    if let last = runs.last, last.kind == kind {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(kind: kind, text: text))
    }
  }

  var isEmpty: Bool { runs.isEmpty }
  var plain: String { runs.map(\.text).joined() }

  var nodes: [Node] {
    runs.map { run in
      let text = DocTree.Text(run.text)
      return switch run.kind {
      case "literal": Literal(children: [text])
      case "emphasis": Emphasis(children: [text])
      case "strong": Strong(children: [text])
      case "math": Math(text: run.text)
      default: text
      }
    }
  }
}

extension InlineText {
  func store(to writer: inout StoreWriter) {
    writer.write(runs) {
      $0.write($1.kind)
      $0.write($1.text)
    }
  }

  init(stored reader: inout StoreReader) throws {
    runs = try reader.readItems { Run(kind: try $0.readString(), text: try $0.readString()) }
  }
}
