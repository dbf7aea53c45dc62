extension Node {
  /// The tree as indented text: one line for each element, no end tags, nothing escaped. Two trees
  /// with equal pseudo-XML differ at most in positions and hidden attributes.
  ///
  /// Attributes are sorted by name, text is indented one level deeper than its parent, and a text
  /// without characters prints nothing.
  ///
  /// - Parameter indent: what stands before a line for each level. After 100 levels it grows no
  ///   more, or a deep tree would take quadratic space.
  /// - Complexity: O(*n*) in the size of the tree; the depth costs memory, not stack.
  /// (docutils: Node.pformat.)
  public final func pseudoXML(indent: String = "    ") -> String {
    var output: [UInt8] = []
    writePseudoXML(to: &output, indent: indent)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends what ``pseudoXML(indent:)`` gives, in UTF-8.
  public final func writePseudoXML(to output: inout [UInt8], indent: String = "    ") {
    var writer = PseudoXMLWriter(indent: indent)
    // The bytes change hands, so that they are neither copied nor shared while they grow.
    swap(&writer.output, &output)
    writer.write(self)
    swap(&writer.output, &output)
  }
}

struct PseudoXMLWriter {
  var output: [UInt8] = []
  private let indents: [UInt8]
  private let width: Int
  private var tags: [Tag?] = []

  /// What is the same for all elements of a kind.
  private struct Tag {
    let name: [UInt8]
    let declares: Bool
    let form: Form

    init(_ kind: Kind) {
      name = Array(kind.name.utf8)
      declares = !kind.attributes.isEmpty
      form =
        if kind === HardBreak.kind {
          .hardBreak
        } else if kind === UnknownElement.kind {
          .unknown
        } else if kind.isKind(of: PureTextElement.kind) {
          .pureText
        } else if kind.isKind(of: Pending.kind) {
          .pending
        } else {
          .plain
        }
    }
  }

  private enum Form { case plain, pureText, unknown, hardBreak, pending }

  init(indent: String) {
    let unit = Array(indent.utf8)
    width = unit.count
    indents = Array(repeatElement(unit, count: 100).joined())
  }

  mutating func write(_ root: Node) {
    var stack: [(children: [Node], next: Int)] = []
    if let children = writeOne(root, level: 0) { stack.append((children, 0)) }
    while let last = stack.indices.last {
      let next = stack[last].next
      guard next < stack[last].children.count else {
        stack.removeLast()
        continue
      }
      stack[last].next = next + 1
      if let children = writeOne(stack[last].children[next], level: last + 1) {
        stack.append((children, 0))
      }
    }
  }

  /// - Returns: the children that have to follow, or nil if there are none.
  private mutating func writeOne(_ node: Node, level: Int) -> [Node]? {
    guard let element = node.asElement else {
      if let text = node.asText { writeLines(text.string, level: level) }
      return nil
    }
    let tag = tag(of: element)
    if tag.form == .hardBreak {
      for raw in HardBreak.rawNodes {
        writeIndent(level)
        output += "<raw format=\"\(raw.format)\" xml:space=\"preserve\">\n".utf8
        writeLines(raw.text, level: level + 1)
      }
      return nil
    }
    writeIndent(level)
    output.append(0x3C)
    if tag.form == .unknown {
      // The kind is UnknownElement's own, and that class is final.
      output += unsafeDowncast(element, to: UnknownElement.self).name.utf8
    } else {
      output += tag.name
    }
    if tag.declares || element.hasRareAttributes {
      writeAttributes(of: element, isPending: tag.form == .pending)
    }
    output.append(0x3E)
    output.append(0x0A)
    if tag.form == .pureText {
      // The kind derives from PureTextElement's.
      writeLines(unsafeDowncast(element, to: PureTextElement.self).text, level: level + 1)
    }
    if tag.form == .pending {
      // The kind derives from Pending's.
      writeLines(unsafeDowncast(element, to: Pending.self).internalAttributes, level: level + 1)
    }
    return element.children.isEmpty ? nil : element.children
  }

  private mutating func tag(of element: Element) -> Tag {
    let index = Int(element.kindIndex)
    if index < tags.count, let tag = tags[index] { return tag }
    while tags.count <= index { tags.append(nil) }
    let tag = Tag(element.kind)
    tags[index] = tag
    return tag
  }

  private mutating func writeAttributes(of element: Element, isPending: Bool) {
    for (name, value) in element.attributes() {
      // These are shown as lines below the tag.
      if isPending, name == "transform" || name == "details" { continue }
      output.append(0x20)
      output += name.utf8
      output.append(0x3D)
      output.append(0x22)
      output += value.text.utf8
      output.append(0x22)
    }
  }

  private mutating func writeIndent(_ level: Int) {
    output += indents[..<(min(level, 100) * width)]
  }

  /// Writes each line of `text`, split where Python's `str.splitlines` does.
  private mutating func writeLines(_ text: String, level: Int) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes.endOfLine(from: start)
        writeIndent(level)
        output += bytes[start..<end.lowerBound]
        output.append(0x0A)
        start = end.upperBound
      }
    }
  }
}

extension HardBreak {
  /// What stands for a hard break where only docutils' elements may be shown.
  /// (myst-parser: DocutilsRenderer.render_hardbreak.)
  public static let rawNodes = [
    (format: "html", text: "<br />\n"), (format: "latex", text: "\\\\\n"),
  ]
}

extension UnsafeBufferPointer<UInt8> {
  /// The line break that follows `start`, or the empty range at the end.
  fileprivate func endOfLine(from start: Int) -> Range<Int> {
    var index = start
    while index < count {
      let byte = self[index]
      // Most bytes: printable ASCII.
      if byte &- 0x20 < 0x5F {
        index += 1
        continue
      }
      switch byte {
      case 0x0D where index + 1 < count && self[index + 1] == 0x0A: return index..<index + 2
      case 0x0A...0x0D, 0x1C...0x1E: return index..<index + 1
      case 0xC2 where self[index + 1] == 0x85: return index..<index + 2
      case 0xE2 where self[index + 1] == 0x80 && self[index + 2] & 0xFE == 0xA8:
        return index..<index + 3
      default: index += 1
      }
    }
    return count..<count
  }
}
