public import DocTree

/// Writes the body of a manual page: roff with the macros of man(7), tables for tbl(1).
///
/// The heading of level 1 is left out, as it is the page's name; those of level 2 are `.SH`, others
/// `.SS`. White space in running text is one space, so that no text becomes a request because of where
/// its line begins. (Sphinx: writers.manpage.ManualPageTranslator.)
public struct ManTranslator: Translator {
  public static let format = "man"
  public static let suffix = ".man"

  /// What a paragraph stands in.
  enum Block {
    /// Text at a margin, which may be further to the right than that of the block around it.
    case margin(isIndented: Bool)
    /// Behind a tag, indented; `isFirst` until something stands there.
    case item(indent: Int, isFirst: Bool)
    /// A cell of a table.
    case cell(isFirst: Bool)
  }

  public var handlers: HandlerTable<ManTranslator>
  public var diagnostics: [Diagnostic] = []

  let words: Words
  let tags: [String]
  /// How much deeper headings are than their sections.
  let headingOffset: Int
  var sectionDepth = 0
  var blocks: [Block] = [.margin(isIndented: false)]
  /// The fonts that are open: `I`, `B`.
  var fonts: [String] = []
  /// The number of the next item of each open list; nil for bullets.
  var lists: [(next: Int, list: EnumeratedList)?] = []
  /// Whether a term was written for the current item already.
  var hasTag = false
  var tables: [ManTable] = []
  var verbatimDepth = 0
  private var output: [UInt8] = []
  private var isAtLineStart = true

  public init(_ context: TranslationContext) {
    handlers = HandlerTable(context)
    words = Words(context.configuration)
    tags = TagExpression.tags(for: context, format: "man")
    headingOffset = max(context.configuration[HTMLTranslator.initialHeaderLevel], 1) - 1
  }

  public mutating func finish() -> [UInt8] {
    endLine()
    return output
  }
}

// MARK: - Writing
extension ManTranslator {
  /// Writes a request or a macro on a line of its own.
  public mutating func macro(_ line: String) {
    endLine()
    output.append(contentsOf: line.utf8)
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes escapes as they are.
  public mutating func raw(_ escapes: String) {
    output.append(contentsOf: escapes.utf8)
    isAtLineStart = false
  }

  public mutating func endLine() {
    if !isAtLineStart { output.append(UInt8(ascii: "\n")) }
    isAtLineStart = true
  }

  /// Writes characters so that they are seen as they are.
  public mutating func text(_ string: String) {
    var wasSpace = output.last == UInt8(ascii: " ")
    for byte in string.utf8 {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
      if isSpace, verbatimDepth == 0 {
        // A space at the beginning of a line would break it.
        if !isAtLineStart, !wasSpace { output.append(0x20) }
        wasSpace = true
        continue
      }
      wasSpace = false
      if byte == 0x0A {
        if isAtLineStart { output.append(contentsOf: "\\&".utf8) }
        output.append(byte)
        isAtLineStart = true
        continue
      }
      if isAtLineStart, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'") {
        output.append(contentsOf: "\\&".utf8)
      }
      if let escape = Self.escape(byte) {
        output.append(contentsOf: escape.utf8)
      } else {
        output.append(byte)
      }
      isAtLineStart = false
    }
  }

  /// The characters that roff sets as others, or reads as something else.
  private static func escape(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\\"): "\\e"
    case UInt8(ascii: "-"): "\\-"
    case UInt8(ascii: "'"): "\\(aq"
    case UInt8(ascii: "`"): "\\(ga"
    case UInt8(ascii: "^"): "\\(ha"
    case UInt8(ascii: "~"): "\\(ti"
    default: nil
    }
  }

  /// A text as an argument of a macro, in quotes.
  public static func argument(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": result += "\\(dq"
      case "\n", "\r", "\t": result += " "
      default:
        if character.value < 0x80, let escape = escape(UInt8(character.value)) {
          result += escape
        } else {
          result.unicodeScalars.append(character)
        }
      }
    }
    return result + "\""
  }

  /// Begins text in another font, `I` or `B`.
  public mutating func open(font: String) {
    fonts.append(font)
    raw("\\f" + font)
  }

  /// Ends it.
  public mutating func closeFont() {
    _ = fonts.popLast()
    raw("\\f" + (fonts.last ?? "R"))
  }
}

// MARK: - Blocks
extension ManTranslator {
  /// Begins a paragraph in what is open.
  public mutating func beginParagraph() {
    switch blocks.last ?? .margin(isIndented: false) {
    case .margin: macro(".PP")
    case .item(let indent, let isFirst):
      if isFirst { endLine() } else { macro(".IP \"\" \(indent)") }
    case .cell(let isFirst): if isFirst { endLine() } else { macro(".sp") }
    }
    noteContent()
  }

  /// Begins what stands behind a tag, `indent` columns to the right.
  public mutating func openItem(indent: Int) {
    blocks.append(.item(indent: indent, isFirst: true))
  }

  public mutating func closeItem() {
    endLine()
    _ = blocks.popLast()
  }

  /// Begins something that is further to the right than what is open.
  public mutating func openIndented(by columns: Int = 4) {
    var columns = columns
    if case .item(let indent, _) = blocks.last { columns += indent }
    noteContent()
    macro(".RS \(columns)")
    blocks.append(.margin(isIndented: true))
  }

  /// Begins items. Those in an item stand further to the right.
  mutating func openList() {
    if case .item = blocks.last { return openIndented(by: 0) }
    noteContent()
    blocks.append(.margin(isIndented: false))
  }

  public mutating func closeIndented() {
    endLine()
    if case .margin(let isIndented) = blocks.popLast(), isIndented { macro(".RE") }
  }

  /// Begins lines that stay as they are.
  public mutating func openVerbatim(isIndented: Bool = true) {
    if case .cell(let isFirst) = blocks.last, isFirst { endLine() } else { macro(".sp") }
    if isIndented { openIndented() }
    macro(".nf")
    verbatimDepth += 1
  }

  /// Ends them.
  public mutating func closeVerbatim(isIndented: Bool = true) {
    verbatimDepth -= 1
    macro(".fi")
    if isIndented { closeIndented() }
  }

  private mutating func noteContent() {
    guard let last = blocks.indices.last else { return }
    switch blocks[last] {
    case .margin: break
    case .item(let indent, _): blocks[last] = .item(indent: indent, isFirst: false)
    case .cell: blocks[last] = .cell(isFirst: false)
    }
  }

  /// Begins a tag, whose text follows on one line.
  mutating func beginTag(indent: Int) {
    macro(hasTag ? ".TQ" : ".TP \(indent)")
    hasTag = true
  }
}
