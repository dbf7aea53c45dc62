import CCmark
import DocTree

@testable import DocTreeMarkdown

/// The paragraphs and headings of a document as leaves, found by libcmark's own blocks.
struct SpecificationLeaves {
  private let lines: LineTable
  private(set) var leaves: [Leaf] = []
  private var quotes = 0
  /// Lines that belong to some block with text.
  private var covered: Set<Int> = []

  init(_ markdown: String) {
    let bytes = Array(markdown.utf8)
    lines = LineTable(bytes)
    let root = bytes.withUnsafeBytes { bytes in
      cmark_parse_document(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
    }
    defer { cmark_node_free(root) }
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      cover(node)
      switch cmark_node_get_type(node) {
      case CMARK_NODE_BLOCK_QUOTE: quotes += event == CMARK_EVENT_ENTER ? 1 : -1
      case CMARK_NODE_PARAGRAPH where event == CMARK_EVENT_ENTER: addParagraph(node)
      case CMARK_NODE_HEADING where event == CMARK_EVENT_ENTER: addHeading(node)
      default: break
      }
    }
    addDefinitions()
  }

  private mutating func cover(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK,
      CMARK_NODE_THEMATIC_BREAK:
      let first = Int(cmark_node_get_start_line(node))
      covered.formUnion(first...max(first, Int(cmark_node_get_end_line(node))))
    default: break
    }
  }

  /// Lines that belong to nothing are definitions, which libcmark has taken.
  private mutating func addDefinitions() {
    var group: [Leaf.Line] = []
    var leaves: [Leaf] = []
    for number in 1...lines.count + 1 {
      var content = covered.contains(number) ? [] : text(number, from: 1)
      content = content.drop { [0x20, 0x09, 0x3E].contains($0) }
      if content.isEmpty || content.allSatisfy({ $0 == 0x3D }) {
        if group.first?.bytes.first == 0x5B {
          leaves.append(Leaf(Paragraph(), style: .paragraph, lines: group))
        }
        group = []
      } else {
        let position = SourcePosition(file: .string, line: number, column: 1)
        group.append(Leaf.Line(bytes: content, position: position))
      }
    }
    self.leaves += leaves
  }

  private func text(_ line: Int, from column: Int) -> ArraySlice<UInt8> {
    let range = lines.fullRange(ofLine: line)
    var slice = lines.bytes[min(range.lowerBound + column - 1, range.upperBound)..<range.upperBound]
    while slice.last == 0x0A || slice.last == 0x0D { slice.removeLast() }
    return slice
  }

  private func line(_ line: Int, column: Int) -> Leaf.Line {
    Leaf.Line(
      bytes: text(line, from: column),
      position: SourcePosition(file: .string, line: line, column: column))
  }

  private mutating func addParagraph(_ node: OpaquePointer) {
    let first = Int(cmark_node_get_start_line(node))
    var content = [line(first, column: Int(cmark_node_get_start_column(node)))]
    let last = max(Int(cmark_node_get_end_line(node)), first)
    for number in (first + 1)..<(last + 1) where number <= last {
      content.append(line(number, column: lines.prefixLength(line: number, quotes: quotes) + 1))
    }
    leaves.append(Leaf(Paragraph(), style: .paragraph, lines: content))
  }

  private mutating func addHeading(_ node: OpaquePointer) {
    let first = Int(cmark_node_get_start_line(node))
    let column = Int(cmark_node_get_start_column(node))
    let start = lines.byte(line: first, column: column)
    guard start == 0x23 else {
      // A setext heading ends before its underline. libcmark says a later line than that of some.
      addParagraph(node)
      if let leaf = leaves.popLast() {
        let underline = leaf.lines.lastIndex { line in
          let run = line.bytes.reversed().drop { ByteClass.isBlank($0) }
          return !run.isEmpty && run.allSatisfy { $0 == run.first && ($0 == 0x3D || $0 == 0x2D) }
        }
        let lines = Array(leaf.lines[..<(underline ?? leaf.lines.count)])
        leaves.append(Leaf(Paragraph(), style: .paragraph, lines: lines))
      }
      return
    }
    var slice = text(first, from: column)
    let level = slice.prefix { $0 == 0x23 }.count
    slice = slice.dropFirst(level)
    var place = column + level
    while let byte = slice.first, ByteClass.isBlank(byte) {
      slice = slice.dropFirst()
      place += 1
    }
    while let byte = slice.last, ByteClass.isBlank(byte) { slice.removeLast() }
    let hashes = slice.reversed().prefix { $0 == 0x23 }.count
    let before = slice.dropLast(hashes)
    if hashes > 0, before.isEmpty || ByteClass.isBlank(before.last ?? 0) { slice = before }
    while let byte = slice.last, ByteClass.isBlank(byte) { slice.removeLast() }
    let position = SourcePosition(file: .string, line: first, column: place)
    leaves.append(
      Leaf(Paragraph(), style: .line, lines: [Leaf.Line(bytes: slice, position: position)]))
  }
}
