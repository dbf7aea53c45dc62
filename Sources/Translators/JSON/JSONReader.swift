import DocTree

/// Reads a tree from JSON, one object at a time.
struct JSONReader {
  /// An object that is being read.
  struct Frame {
    /// Where it begins, in bytes.
    let offset: Int
    var isEmpty = true
    var isInChildren = false
    var kind: String?
    var attributes: [(name: String, value: AttributeValue)]?
    var attributeOffsets: [Int] = []
    var position: SourcePosition?
    /// Whether the position names its file.
    var hasFile = false
    var text: String?
    var children: [Node]?
  }

  var scanner: ByteScanner
  private var factory: ElementFactory
  var frames: [Frame] = []
  private var refused: [(message: String, offset: Int)] = []
  /// Nodes whose position is in the root's file.
  private var withoutFile: [Node] = []
  /// The same file again and again needs no look-up.
  var lastFile: (name: String, file: SourceFile) = ("", .unknown)

  init(_ source: Source, registry: Registry) throws {
    scanner = try ByteScanner(source, category: "json")
    factory = ElementFactory(registry)
  }

  mutating func read() throws -> Document {
    scanner.skipSpace()
    guard scanner.next == 0x7B else { throw scanner.expected("'{'") }
    let start = scanner.index
    openObject()
    var root: Node?
    while let top = frames.indices.last {
      scanner.skipSpace()
      if frames[top].isInChildren {
        try readChild()
      } else if scanner.next == 0x7D {
        scanner.index += 1
        let node = try makeNode(frames.removeLast())
        if frames.isEmpty {
          root = node
        } else {
          frames[top - 1].children?.append(node)
        }
      } else {
        try readMember()
      }
    }
    scanner.skipSpace()
    guard scanner.isAtEnd else { throw scanner.expected("the end") }
    guard let document = root as? Document else {
      throw scanner.error("expected a document, found <\(root?.kind.name ?? "")>", at: start)
    }
    for node in withoutFile { node.position.file = document.position.file }
    document.diagnostics = refused.sorted { $0.offset < $1.offset }.map {
      Diagnostic(.error, $0.message, at: scanner.position(at: $0.offset), category: "json")
    }
    return document
  }

  private mutating func openObject() {
    frames.append(Frame(offset: scanner.index))
    scanner.index += 1
  }

  /// Reads up to the next child, or to the end of the children.
  private mutating func readChild() throws {
    let top = frames.count - 1
    let isFirst = frames[top].children?.isEmpty ?? true
    if scanner.next == 0x5D {
      scanner.index += 1
      frames[top].isInChildren = false
      return
    }
    if !isFirst {
      guard scanner.next == 0x2C else { throw scanner.expected("',' or ']'") }
      scanner.index += 1
      scanner.skipSpace()
    }
    switch scanner.next {
    case 0x7B: openObject()
    case 0x22: frames[top].children?.append(Text(try scanner.readString()))
    default: throw scanner.expected(isFirst ? "a string, '{' or ']'" : "a string or '{'")
    }
  }

  /// Reads a key and its value; of children, only the opening bracket.
  private mutating func readMember() throws {
    let top = frames.count - 1
    if frames[top].isEmpty {
      frames[top].isEmpty = false
      guard scanner.next == 0x22 else { throw scanner.expected("a key or '}'") }
    } else {
      guard scanner.next == 0x2C else { throw scanner.expected("',' or '}'") }
      scanner.index += 1
      scanner.skipSpace()
    }
    let offset = scanner.index
    let key = try scanner.readString("a key")
    try readColon()
    let isNew: Bool
    switch key {
    case "kind":
      isNew = frames[top].kind == nil
      frames[top].kind = try scanner.readString()
    case "text":
      isNew = frames[top].text == nil
      frames[top].text = try scanner.readString()
    case "position":
      isNew = frames[top].position == nil
      try readPosition()
    case "attributes":
      isNew = frames[top].attributes == nil
      try readAttributes()
    case "children":
      isNew = frames[top].children == nil
      guard scanner.next == 0x5B else { throw scanner.expected("'['") }
      scanner.index += 1
      frames[top].children = frames[top].children ?? []
      frames[top].isInChildren = true
    default:
      throw scanner.error(
        "expected \"kind\", \"position\", \"attributes\", \"text\" or \"children\", "
          + "found \"\(key)\"", at: offset)
    }
    guard isNew else {
      throw scanner.error("expected each key once, found \"\(key)\" again", at: offset)
    }
  }

  private mutating func makeNode(_ frame: Frame) throws -> Node {
    let node: Node
    if let kind = frame.kind {
      var wrong: [Int] = []
      let attributes = frame.attributes ?? []
      let element = factory.make(kind, attributes: attributes, hidden: true) { wrong.append($0) }
      for index in wrong {
        let attribute = attributes[index]
        refused.append(
          (
            "<\(kind)> cannot have \(attribute.name)=\"\(attribute.value.text)\"; it is left out",
            frame.attributeOffsets[index]
          ))
      }
      if let text = frame.text {
        // Asked by class only where there is such a text. A kind that holds none, or is not known
        // here, gets it as a child, which XML shows in the same way.
        if let element = element as? PureTextElement {
          element.text = text
        } else {
          try element.append(Text(text))
        }
      }
      if let children = frame.children { element.appendNew(children) }
      node = element
    } else {
      guard let text = frame.text, frame.attributes == nil, frame.children == nil else {
        throw scanner.error("expected \"kind\" in this object", at: frame.offset)
      }
      node = Text(text)
    }
    if let position = frame.position {
      node.position = position
      if !frame.hasFile {
        // Usually the root's position stands before its children.
        if let root = frames.first?.position, root.file != .unknown {
          node.position.file = root.file
        } else {
          withoutFile.append(node)
        }
      }
    }
    return node
  }
}
