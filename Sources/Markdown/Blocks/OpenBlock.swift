internal import DocTree

/// A block that contains others and is not finished.
struct OpenBlock {
  enum Kind: UInt8 {
    case document
    case quote
    case list
    case item
    /// One that a rule has opened; the rule is in the parser's list of them.
    case custom
  }

  let kind: Kind
  let position: SourcePosition
  /// Where its children begin among the finished nodes.
  let childStart: Int
  /// Items: how many columns its content is indented.
  var contentIndent = 0
  var marker = ListMarker()
  /// Whether the last line that belongs to it alone was blank.
  var lastLineBlank = false
  /// Whether the last line of the last child that is closed was blank.
  var lastChildEndsBlank = false
  var lastChildIsList = false
  /// Lists: whether blank lines stand between items or between an item's children.
  var isLoose = false
  /// Whether its lines begin with `>`.
  var isQuote = false

  init(_ kind: Kind, at position: SourcePosition, childStart: Int) {
    self.kind = kind
    self.position = position
    self.childStart = childStart
    isQuote = kind == .quote
  }
}

/// What stands before a list item.
struct ListMarker {
  /// `-`, `+` or `*`; for a number `.` or `)`.
  var character: UInt8 = 0
  var isNumber = false
  var number = 0
  /// In bytes.
  var length = 0

  func isSameList(as other: ListMarker) -> Bool {
    character == other.character && isNumber == other.isNumber
  }
}

/// The block that takes lines of text and is not finished. At most one is.
struct OpenLeaf {
  enum Kind: UInt8 {
    case none
    case paragraph
    case fence
    case indented
    case html
  }

  var kind = Kind.none
  var position = SourcePosition.unknown
  /// Whether a blank line stands before it in its list item.
  var isAfterBlank = false
  var lastLineBlank = false
  /// Fences: the character, how often, and how far the fence is indented.
  var fenceByte: UInt8 = 0
  var fenceLength = 0
  var fenceIndent = 0
  var fenceInfo = 0..<0
  /// The offset of its first line.
  var lineStart = 0
  /// HTML: the kind of block, from 1 to 7.
  var htmlKind = 0
  /// Paragraphs: how many bytes of definitions were found at the beginning, while looking at what
  /// might underline it.
  var definitionLines = 0
}
