import DocTree

struct XMLReader {
  private struct Frame {
    let element: Element
    let kind: XMLKind
    var children: [Node] = []
    /// The text of an element that holds it itself.
    var ownText = ""
    /// Where the content begins, in bytes.
    let content: Int
    /// Open elements, this one included, without inline ones.
    let level: Int
    /// Whether white space matters here.
    let isFixed: Bool
    /// Whether some element around, or this one, holds text.
    let isInText: Bool
  }

  private var parser: XMLParser
  private var factory: ElementFactory
  private var kinds = XMLKinds()
  private var frames: [Frame] = []
  private var diagnostics: [Diagnostic] = []
  /// Inside raw XML: how many elements are open there.
  private var rawDepth = 0
  /// Whether the XML is laid out in lines, and by how many spaces each level is indented. The text
  /// before the root's first child shows it.
  private var indent: Int?

  init(_ source: Source, registry: Registry) throws {
    parser = try XMLParser(source)
    factory = ElementFactory(registry)
  }

  mutating func read() throws -> Document {
    var root: Element?
    reading: while true {
      switch try parser.next() {
      case .start(let name, let attributes, let offset):
        if rawDepth > 0 || isInRawXML {
          rawDepth += 1
        } else {
          start(name, attributes, offset)
        }
      case .text(let text, let offset):
        if rawDepth == 0 { add(text: text, at: offset) }
      case .end(let content):
        if rawDepth > 0 {
          rawDepth -= 1
        } else if let element = end(content) {
          root = element
        }
      case .endOfDocument: break reading
      }
    }
    // The parser ends only after a root element; Document is asked for by class, once.
    let document = try root as? Document ?? Document().with { try $0.append(root?.nodes ?? []) }
    document.diagnostics = diagnostics
    return document
  }

  private var isInRawXML: Bool {
    guard let frame = frames.last, frame.kind.form == .raw else { return false }
    return unsafeDowncast(frame.element, to: Raw.self).isXML
  }

  private mutating func start(_ name: String, _ attributes: [XMLParser.Attribute], _ offset: Int) {
    let position = parser.scanner.position(at: offset)
    var refused: [Int] = []
    let element = factory.make(
      name, attributes: attributes.map { ($0.name, $0.treeValue) }, hidden: false
    ) { refused.append($0) }
    element.position = position
    for index in refused {
      let attribute = attributes[index]
      diagnostics.append(
        Diagnostic(
          .error, "<\(name)> cannot have \(attribute.name)=\"\(attribute.value)\"; it is left out",
          at: parser.scanner.position(at: attribute.offset), category: "xml"))
    }
    let kind = kinds[element]
    if let parent = frames.last, parent.kind.form == .pureText || parent.kind.form == .raw {
      diagnostics.append(
        Diagnostic(
          .error, "<\(parent.kind.name)> holds text only, found <\(name)>", at: position,
          category: "xml"))
    }
    let isInText = frames.last?.isInText ?? false
    let isInline = kind.form == .unknown ? isInText : kind.isInline
    frames.append(
      Frame(
        element: element, kind: kind, content: parser.offset,
        level: (frames.last?.level ?? 0) + (isInline ? 0 : 1),
        isFixed: kind.isFixed || frames.last?.isFixed ?? false,
        isInText: kind.isSimple || isInText))
  }

  private mutating func add(text: String, at offset: Int) {
    let top = frames.count - 1
    let kind = frames[top].kind
    let isBlank = text.utf8.allSatisfy(isSpace)
    if isBlank, top == 0, !kind.holdsText, indent == nil, let line = text.utf8.lastIndex(of: 0x0A) {
      indent = text.utf8.distance(from: line, to: text.utf8.endIndex) - 1
    }
    if isBlank, !kind.holdsText, !kind.mayHoldText { return }
    var text = text
    if let indent, indent > 0, !frames[top].isFixed {
      text = unindent(text, by: indent * min(frames[top].level, 100))
    }
    if kind.form == .pureText || kind.form == .raw {
      frames[top].ownText += text
      return
    }
    let node = Text(text)
    node.position = parser.scanner.position(at: offset)
    frames[top].children.append(node)
  }

  /// - Returns: the element if it is the root.
  private mutating func end(_ content: Int) -> Element? {
    let isRaw = isInRawXML
    // There is one: the parser pairs starts and ends.
    var frame = frames.removeLast()
    if frame.kind.form == .pureText || frame.kind.form == .raw {
      // The kind derives from PureTextElement's.
      unsafeDowncast(frame.element, to: PureTextElement.self).text =
        isRaw ? parser.scanner.string(frame.content..<content) : frame.ownText
    }
    if !frame.kind.holdsText, frame.kind.mayHoldText, indent != nil, frame.children.isLayout {
      frame.children.removeAll { $0.asText != nil }
    }
    frame.element.appendNew(frame.children)
    guard let parent = frames.indices.last else { return frame.element }
    frames[parent].children.append(frame.element)
    if frame.kind.form == .raw { mergeHardBreak(in: parent) }
    return nil
  }

  /// Two raw nodes that stand for a hard break become one again.
  private mutating func mergeHardBreak(in parent: Int) {
    let first = frames[parent].children.count - 2
    guard first >= 0 else { return }
    for (index, expected) in HardBreak.rawNodes.enumerated() {
      guard let raw = frames[parent].children[first + index] as? Raw, raw.text == expected.text,
        raw.format == expected.format, raw.xmlSpace == "preserve", !raw.hasRareAttributes
      else { return }
    }
    let hardBreak = factory.make("hard_break", attributes: [], hidden: false) { _ in }
    guard hardBreak is HardBreak else { return }
    hardBreak.position = frames[parent].children[first].position
    frames[parent].children.removeLast(2)
    frames[parent].children.append(hardBreak)
  }
}

/// Takes up to `width` spaces from the beginning of each line but the first.
private func unindent(_ text: String, by width: Int) -> String {
  guard text.utf8.contains(0x0A) else { return text }
  var result: [UInt8] = []
  var spaces = 0
  for byte in text.utf8 {
    if byte == 0x20, spaces > 0 {
      spaces -= 1
      continue
    }
    spaces = byte == 0x0A ? width : 0
    result.append(byte)
  }
  return String(decoding: result, as: UTF8.self)
}

extension Array where Element == Node {
  /// Whether all texts are line breaks and the white space after them.
  fileprivate var isLayout: Bool {
    allSatisfy {
      $0.asText.map { $0.string.utf8.first == 0x0A && $0.string.utf8.allSatisfy(isSpace) } ?? true
    }
  }
}

extension XMLParser.Attribute {
  /// An empty list is not written, so an empty value of a list is one empty item: the name of a
  /// section whose title is empty.
  fileprivate var treeValue: AttributeValue {
    let isEmptyList =
      value.isEmpty && ["ids", "names", "dupnames", "classes", "backrefs"].contains(name)
    return isEmptyList ? .list([""]) : .string(value)
  }
}
