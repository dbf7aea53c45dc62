internal import DocTree

/// `{#id .class key=value}` alone in a line: attributes for the block behind it.
/// (MyST: attrs_block.)
struct AttributesRule: BlockRule {
  let name = "attrs_block"
  let triggers: [Character] = ["{"]
  let interruptsParagraph = false

  func configured(by configuration: Configuration) -> (any BlockRule)? {
    MystBlocks.isEnabled("attrs_block", in: configuration) ? self : nil
  }

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0], let attributes = BlockAttributes(line) else { return nil }
    let block = AttributeBlock()
    block.attributes = attributes
    (context as? MystParseContext)?.attributeBlocks.append(block)
    return .nodes([block])
  }
}

/// The place of attributes until the block behind them is known.
final class AttributeBlock: Element {
  var attributes = BlockAttributes()
}

/// What stands in braces.
struct BlockAttributes {
  var id: String?
  var classes: [String] = []
  var values: [(key: String, value: String)] = []
  var position = SourcePosition.unknown

  init() {}

  /// - Returns: nil if the line is something else than attributes.
  init?(_ line: BlockLine) {
    position = line.position
    var offset = 1
    while true {
      offset = line.skipSpaces(offset)
      let byte = line[offset]
      if byte == 0x7D { break }
      if byte == 0x23 || byte == 0x2E {
        let end = Self.wordEnd(line, offset + 1, stop: 0x7D)
        guard end > offset + 1 else { return nil }
        let word = line[(offset + 1)..<end].text
        if byte == 0x23 { id = word } else { classes.append(word) }
        offset = end
        continue
      }
      let end = Self.wordEnd(line, offset, stop: 0x3D)
      guard end > offset, line[end] == 0x3D else { return nil }
      let key = line[offset..<end].text
      guard let (value, next) = Self.value(line, end + 1) else { return nil }
      switch key {
      case "class": classes += value.split(separator: " ").map(String.init)
      case "id": id = value
      default: values.append((key, value))
      }
      offset = next
    }
    // What stands behind the first brace that closes says nothing, as long as the line ends with one.
    guard line.trimmed(0..<line.bytes.count).bytes.last == 0x7D else { return nil }
  }

  private static func wordEnd(_ line: BlockLine, _ start: Int, stop: UInt8) -> Int {
    var end = start
    while end < line.bytes.count, !line.isSpace(end), line[end] != 0x7D, line[end] != stop,
      line[end] != 0x22, line[end] != 0x7B
    {
      end += 1
    }
    return end
  }

  private static func value(_ line: BlockLine, _ start: Int) -> (String, Int)? {
    guard line[start] == 0x22 else {
      let end = wordEnd(line, start, stop: 0x7D)
      return end > start ? (line[start..<end].text, end) : nil
    }
    var end = start + 1
    while end < line.bytes.count, line[end] != 0x22 { end += line[end] == 0x5C ? 2 : 1 }
    return end < line.bytes.count ? (line[(start + 1)..<end].text, end + 1) : nil
  }

  /// Adds the attributes of the block of them behind this one, which take precedence.
  mutating func merge(_ other: BlockAttributes) {
    id = other.id ?? id
    classes += other.classes
    values = values.filter { item in !other.values.contains { $0.key == item.key } } + other.values
  }

  private static let styles = [
    "decimal": "arabic", "lower-alpha": "loweralpha", "upper-alpha": "upperalpha",
    "lower-roman": "lowerroman", "upper-roman": "upperroman",
  ]

  /// Gives the attributes to a block, as far as its kind has them.
  ///
  /// - Returns: inline text that has to be read.
  func apply(to element: Element) -> Leaf? {
    if let pending = element as? PendingDirective {
      pending.attributes = self
      return nil
    }
    // These show nothing, or have no attributes in MyST.
    switch element {
    case is Raw, is Transition, is MathBlock, is Comment, is Target, is Footnote: return nil
    default: break
    }
    if element is Container {
      element.classes.insert(contentsOf: classes, at: 0)
    } else if element is FieldList {
      // Behind the class that all of MyST's have.
      element.classes.insert(contentsOf: classes, at: min(1, element.classes.count))
    } else {
      element.classes += classes
    }
    if let id { element.names.insert(ReferenceName.normalized(id), at: 0) }
    var attribution: Leaf?
    for (key, value) in values {
      switch (key, element) {
      case ("style", let list as EnumeratedList):
        list.enumtype = Self.styles[value] ?? list.enumtype
      case ("start", let list as EnumeratedList): list.start = Int(value) ?? list.start
      case ("lineno-start", is LiteralBlock), ("emphasize-lines", is LiteralBlock):
        element[key] = .string(value)
      case ("attribution", let quote as BlockQuote):
        let child = Attribution(children: [], position: quote.position)
        quote.appendQuietly([child])
        let bytes = Array(value.utf8)
        attribution = Leaf(
          child, style: .line, lines: [Leaf.Line(bytes: bytes[...], position: position)])
      default: break
      }
    }
    return attribution
  }
}

extension MystParseContext {
  /// Gives the attributes of blocks in braces to the blocks behind them, and takes the former out.
  ///
  /// - Returns: inline text that has to be read.
  func applyAttributes() throws -> [Leaf] {
    var leaves: [Leaf] = []
    var parents: [Element] = []
    var known: Set<ObjectIdentifier> = []
    for block in attributeBlocks {
      if let parent = block.parent, known.insert(ObjectIdentifier(parent)).inserted {
        parents.append(parent)
      }
    }
    attributeBlocks = []
    for parent in parents {
      var waiting: BlockAttributes?
      var children: [Node] = []
      for child in parent.removeChildren() {
        if let block = child.asElement as? AttributeBlock {
          if waiting?.merge(block.attributes) == nil { waiting = block.attributes }
          continue
        }
        if let element = child.asElement {
          if let leaf = waiting?.apply(to: element) { leaves.append(leaf) }
          waiting = nil
        }
        children.append(child)
      }
      try parent.append(children)
    }
    return leaves
  }
}
