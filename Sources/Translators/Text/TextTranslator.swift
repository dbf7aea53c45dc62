public import DocTree

/// Writes plain text as Sphinx's text builder does.
///
/// A handler adds text, and opens and closes blocks; where lines end is decided afterwards, when
/// the width that each block has is known:
///
///     enum CalloutText: NodeTranslator {
///       static func visit(_ node: Callout, _ text: inout TextTranslator) -> VisitAction {
///         text.openBlock(prefix: "(!) ")
///         return .continue
///       }
///       static func depart(_ node: Callout, _ text: inout TextTranslator) -> DepartAction {
///         text.closeBlock()
///         return .continue
///       }
///     }
///
/// Text that is added right in a block, beside other blocks, is a paragraph of its own. A blank line
/// separates blocks without being asked for.
///
/// Indentation leaves at least 20 columns (or half the width, if that is less) for text: a
/// block that would go further to the right stands where the one around it does. Without a width,
/// indentation ends at column 120. (Sphinx: writers.text.TextTranslator.)
public struct TextTranslator: Translator {
  public static let format = "text"
  public static let suffix = ".txt"

  /// How the text of a block is set.
  public enum BlockStyle: Sendable {
    /// White space is spaces, and lines end where they are full.
    case wrapped
    /// Lines stay as they are.
    case verbatim
    /// One line, however long, with a line of the character below.
    case heading(Unicode.Scalar)
  }

  /// Where the text of a table's cell stands in its column.
  public enum Alignment: Sendable {
    case left, center, right
  }

  public var handlers: HandlerTable<TextTranslator>
  public var diagnostics: [Diagnostic] = []

  /// The columns that a line may have; 0 for no limit.
  public let width: Int
  /// The words of the project's language.
  public let words: Words

  /// The characters below headings, by level. Not empty.
  let headingCharacters: [Unicode.Scalar]
  /// The tags that conditions are about.
  let tags: [String]
  /// How many sections are open.
  var sectionLevel = 0
  /// The bullet and enumerated lists that are open.
  var lists: [ListState] = []
  var tape = TextTape()

  public init(_ context: TranslationContext) {
    handlers = HandlerTable(context)
    words = Words(context.configuration)
    tags = TagExpression.tags(for: context, format: "text")
    width = max(0, context.configuration[TextFormat.width])
    let characters = Array(context.configuration[TextFormat.headingCharacters].unicodeScalars)
    headingCharacters = characters.isEmpty ? ["="] : characters
  }

  public mutating func finish() -> [UInt8] {
    tape.finish()
    let length = tape.bytes.count
    var layout = TextLayout(tape, width: width, capacity: length + length / 8)
    layout.run(0..<tape.instructions.count)
    return layout.output
  }
}

// MARK: - Writing
extension TextTranslator {
  /// Adds to the text of the innermost block. Line breaks in it count only in a verbatim block.
  public mutating func add(_ string: String) { tape.add(string) }

  /// Whether what is added next continues a text in the innermost block: where a list of things
  /// needs a separator.
  public var endsInText: Bool { tape.endsInText }

  /// Ends the line, also in a wrapped block.
  public mutating func addLineBreak() { tape.addLineBreak() }

  /// Opens a block: what is added until it is closed stands on lines of its own.
  ///
  /// - Parameters:
  ///   - indent: how many columns its lines are to the right of those of the block around it.
  ///   - style: how its own text is set; blocks in it have their own style.
  ///   - isSpaced: whether a blank line follows its own text.
  public mutating func openBlock(
    indent: Int = 3, style: BlockStyle = .wrapped, isSpaced: Bool = true
  ) {
    tape.open(indent: indent, prefix: "", style: style, isSpaced: isSpaced)
  }

  /// Opens a block with something before its first line, such as `* ` or `[1] `. It is written even if
  /// nothing comes after it.
  ///
  /// - Parameters:
  ///   - prefix: one line.
  ///   - indent: how many columns the lines are to the right of those of the block around it; the
  ///     width of the prefix if nil.
  ///   - style: how its own text is set; blocks in it have their own style.
  ///   - isSpaced: whether a blank line follows its own text.
  public mutating func openBlock(
    prefix: String, indent: Int? = nil, style: BlockStyle = .wrapped, isSpaced: Bool = true
  ) {
    tape.open(indent: indent, prefix: prefix, style: style, isSpaced: isSpaced)
  }

  /// Closes the innermost block.
  public mutating func closeBlock() { tape.close() }

  /// Adds a block of one paragraph.
  public mutating func addParagraph(_ string: String, indent: Int = 0, isSpaced: Bool = true) {
    openBlock(indent: indent, isSpaced: isSpaced)
    add(string)
    closeBlock()
  }

  /// Makes sure that a blank line stands before what comes next, if anything does.
  public mutating func addBlankLine() { tape.addBlankLine() }

  /// Adds a line of `=` over the whole width of the innermost block.
  public mutating func addRule() { tape.addRule() }
}

// MARK: - Tables
extension TextTranslator {
  /// Opens a table. Its cells are wrapped so that it fits the width, where that is possible.
  ///
  /// Tables in tables have a grid to a depth of three; below that, cells are written one after the other.
  ///
  /// - Parameter widths: relative widths for the columns, for a table too wide to have its natural
  ///   ones; empty to go by the contents.
  public mutating func openTable(widths: [Int] = []) { tape.openTable(widths: widths) }

  /// Begins a row of the innermost table.
  ///
  /// - Parameter isHeading: whether it is one of the rows at the top that are set off by `=`.
  public mutating func openRow(isHeading: Bool = false) { tape.openRow(isHeading: isHeading) }

  /// Opens a cell in the current row. It is a block like others: text and blocks may be added to it.
  ///
  /// - Parameters:
  ///   - columns: how many columns it spans, from 1.
  ///   - rows: how many rows it spans, from 1.
  public mutating func openCell(columns: Int = 1, rows: Int = 1, alignment: Alignment = .left) {
    tape.openCell(columns: columns, rows: rows, alignment: alignment)
  }

  public mutating func closeCell() { tape.closeCell() }
  public mutating func closeTable() { tape.closeTable() }
}
