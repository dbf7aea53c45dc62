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
  var values = AttributeValues()
  var position = SourcePosition.unknown

  init() {}

  /// - Returns: nil if the line is something else than attributes. What stands behind the first brace
  ///   that closes says nothing, as long as the line ends with one.
  init?(_ line: BlockLine) {
    let line = line.trimmed(0..<line.bytes.count)
    guard line.bytes.last == 0x7D,
      let (found, _) = line.bytes.withUnsafeBufferPointer({ InlineAttributes.parse($0, from: 0) })
    else { return nil }
    id = found.id
    classes = found.classes
    values = found.values
    position = line.position
  }

  /// Adds the attributes of the block of them behind this one, which take precedence.
  mutating func merge(_ other: BlockAttributes) {
    id = other.id ?? id
    classes += other.classes
    values.merge(other.values)
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
    for (key, value) in values.items {
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
