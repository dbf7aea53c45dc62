extension Node {
  /// The text without markup: children joined by what their parent puts between them, a blank line
  /// for most and nothing for text elements.
  ///
  /// - Complexity: O(*n*) in the size of the tree; the depth costs memory, not stack.
  /// (docutils: Node.astext.)
  public final func astext() -> String {
    if let text = asText {
      return text.string.hasNull ? PlainTextWriter.text(of: self) : text.string
    }
    // What most titles and paragraphs are.
    if let element = asElement, element.children.count == 1, element.ownText.isEmpty,
      let text = element.children[0].asText, !text.string.hasNull
    {
      return text.string
    }
    return PlainTextWriter.text(of: self)
  }

  /// The text without that of pictures and without raw parts: what names a heading, and what links to
  /// it show.
  ///
  /// - Complexity: O(*n*) in the size of the tree; the depth costs memory, not stack.
  /// (Sphinx: util.nodes.clean_astext.)
  public final func cleanText() -> String {
    let hasOthers = asElement.map { !$0.kindsBelow.isDisjoint(with: .picturesAndRaw) } ?? false
    return hasOthers ? PlainTextWriter.text(of: self, isClean: true) : astext()
  }
}

extension KindMask {
  /// Those whose text is not said.
  fileprivate static let picturesAndRaw = KindMatcher([Image.self, Raw.self]).mask
}

extension String {
  /// Whether there is a null character: eight bytes at a time, as nearly no text has one.
  fileprivate var hasNull: Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var index = 0
      while index &+ 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
        index &+= 8
      }
      return raw[index...].contains(0)
    }
    return found ?? utf8.contains(0)
  }
}

private struct PlainTextWriter {
  private struct Frame {
    let nodes: [Node]
    let separator: String
    var next = 0
  }

  private var output: [UInt8] = []
  private var stack: [Frame] = []
  private var isClean = false

  static func text(of root: Node, isClean: Bool = false) -> String {
    var writer = PlainTextWriter()
    writer.isClean = isClean
    writer.enter(root)
    while let last = writer.stack.indices.last {
      let next = writer.stack[last].next
      guard next < writer.stack[last].nodes.count else {
        writer.stack.removeLast()
        continue
      }
      writer.stack[last].next = next + 1
      if next > 0 { writer.output += writer.stack[last].separator.utf8 }
      writer.enter(writer.stack[last].nodes[next])
    }
    return String(decoding: writer.output, as: UTF8.self)
  }

  private mutating func enter(_ node: Node) {
    if let text = node.asText {
      append(text.string)
    } else if let element = node.asElement {
      if isClean, element is Image || element is Raw { return }
      output += element.ownText.utf8
      guard !element.children.isEmpty else { return }
      stack.append(
        Frame(nodes: element.children, separator: type(of: element).childTextSeparator))
    }
  }

  /// Takes out docutils' escapes: a null character, with a space or a line break that follows it.
  private mutating func append(_ text: String) {
    guard text.hasNull else {
      output += text.utf8
      return
    }
    var afterNull = false
    for byte in text.utf8 {
      if byte == 0 {
        afterNull = true
        continue
      }
      if !(afterNull && (byte == 0x20 || byte == 0x0A)) { output.append(byte) }
      afterNull = false
    }
  }
}
