/// A kind of block syntax: what a line of it begins with, and what becomes of it and the lines
/// behind it.
///
/// Rules are asked in the order in which they were registered.
public protocol BlockRule: Sendable {
  /// The name of the syntax. MyST's extensions keep theirs: `deflist`.
  var name: String { get }
  /// The ASCII characters that the first line can begin with, behind its indentation. Empty for any.
  var triggers: [Character] { get }
  /// The ASCII characters that the next line with text in it must begin with, behind indentation
  /// and markers. Empty for any. A rule without ``triggers`` has some, or reading becomes slow.
  var nextLineTriggers: [Character] { get }
  /// Whether it can end a paragraph that is open.
  var interruptsParagraph: Bool { get }
  /// Whether it is asked before the syntax of the CommonMark specification, or only about lines in
  /// which that finds nothing.
  var precedesStandardSyntax: Bool { get }

  /// The rule with its options.
  ///
  /// - Returns: nil if the configuration switches it off.
  func configured(by configuration: Configuration) -> (any BlockRule)?

  /// Reads the block that begins with the first of `lines`, which is indented less than four
  /// columns and not blank.
  ///
  /// - Returns: nil if this is not its syntax.
  /// - Throws: ``MarkupError`` for what is wrong with the markup; it becomes a diagnostic, and the
  ///   lines consumed are dropped.
  /// - Complexity: for a document to be read in linear time, a rule must not look at many lines and
  ///   then return nil; ``BlockLines/firstIndex(from:key:where:)`` remembers that it has failed.
  func parse(_ lines: BlockLines, in context: any ParseContext) throws -> BlockMatch?
}

extension BlockRule {
  public var nextLineTriggers: [Character] { [] }
  public var interruptsParagraph: Bool { true }
  public var precedesStandardSyntax: Bool { true }
  public func configured(by configuration: Configuration) -> (any BlockRule)? { self }
}

/// What a ``BlockRule`` has found.
public enum BlockMatch {
  /// The nodes of a block that is complete: all lines that it consists of are consumed.
  case nodes([Node])
  /// The same, but the nodes are made when directives run: then the inline markup of the whole
  /// document is read, and what the nodes are made of can be parsed.
  case later(@Sendable (any ParseContext) throws -> [Node])
  /// A block that contains others, which begin behind its marker.
  case container(BlockContainer)
}

/// A block that contains others, such as a footnote: its first line begins with a marker, its others
/// are indented or begin like those of a quotation, and a paragraph in it can have lazy lines.
public struct BlockContainer {
  /// How many lines stand before the one with the marker, such as the term before a definition.
  public var linesBefore: Int
  /// The bytes of the marker and the spaces behind it, from the line's first byte that is no space.
  public var markerLength: Int
  /// How many columns its other lines are indented.
  public var indent: Int
  /// Whether its other lines begin with `>` instead.
  public var isQuote: Bool
  /// Makes the nodes when the block is complete.
  ///
  /// It is given the children and the block that stands before it; what joins that one, as an item
  /// joins a list, returns nothing.
  public var makeNodes: (_ children: [Node], _ previous: Node?) -> [Node]

  public init(
    linesBefore: Int = 0, markerLength: Int, indent: Int = 0, isQuote: Bool = false,
    makeNodes: @escaping (_ children: [Node], _ previous: Node?) -> [Node]
  ) {
    self.linesBefore = linesBefore
    self.markerLength = markerLength
    self.indent = indent
    self.isQuote = isQuote
    self.makeNodes = makeNodes
  }
}

/// One of the lines that a ``BlockRule`` is asked about.
public struct BlockLine {
  /// The line without indentation, the markers of the blocks around it and its end.
  public var bytes: ArraySlice<UInt8>
  /// How many columns the line is indented in the block that it stands in.
  public var indent: Int
  /// Where `bytes` begin.
  public var position: SourcePosition
  /// Byte offsets at which bytes were taken out, in ascending order; columns behind them are more.
  public var removedAt: [Int] = []

  public init(bytes: ArraySlice<UInt8>, indent: Int = 0, position: SourcePosition = .unknown) {
    self.bytes = bytes
    self.indent = indent
    self.position = position
  }

  /// Whether there is nothing but white space.
  public var isBlank: Bool { bytes.isEmpty }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A part of the line, with its position.
  ///
  /// - Parameter range: offsets from the first of ``bytes``.
  public subscript(range: Range<Int>) -> BlockLine {
    var part = self
    let start = bytes.startIndex + range.lowerBound
    part.bytes = bytes[start..<(bytes.startIndex + range.upperBound)]
    part.position.column += range.lowerBound
    part.removedAt = removedAt.filter { $0 > range.lowerBound }.map { $0 - range.lowerBound }
    return part
  }

  /// The byte at an offset, and 0 outside the line.
  @inlinable
  public subscript(offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[bytes.startIndex + offset] : 0
  }
}

/// The lines of the block that a ``BlockRule`` is asked about, and those behind it. It must not be
/// kept beyond the call that it is handed to.
public final class BlockLines {
  private let source: any BlockLineSource

  package init(_ source: any BlockLineSource) { self.source = source }

  /// How many lines the block consists of, if it is complete.
  public var consumed = 1

  /// The line at an index, from 0; nil if it belongs no more to the blocks that the first one
  /// belongs to.
  public subscript(index: Int) -> BlockLine? { source.line(index) }

  /// The index of the first line from `start` on for which `isWanted` is true; nil if there is none.
  ///
  /// - Parameter key: what is searched. A search that has failed is not made again for lines that
  ///   it has seen, so all that fail cost O(*n*) together.
  public func firstIndex(
    from start: Int, key: String, where isWanted: (BlockLine) -> Bool
  ) -> Int? {
    if source.hasFailed(key) { return nil }
    var index = start
    while let line = self[index] {
      if isWanted(line) { return index }
      index += 1
    }
    source.noteFailure(key, before: index)
    return nil
  }

  /// The block before this one in the same block.
  public var previous: Node? { source.previousNode }

  /// The name of the rule whose block ends if one begins here.
  public var ending: String? { source.endingRule }

  /// Whether a paragraph ends if a block begins here, be it one that the line continues lazily.
  public var endsParagraph: Bool { source.isParagraphOpen }

  /// Lets inline markup be read as a paragraph, and become the children of `element`.
  public func readInline(_ lines: [BlockLine], into element: Element) {
    source.addLeaf(element, lines, isSingleLine: false)
  }

  /// Lets inline markup be read as a single line, such as a heading or a cell, and become the
  /// children of `element`.
  public func readInline(_ line: BlockLine, into element: Element) {
    source.addLeaf(element, [line], isSingleLine: true)
  }
}

/// What stands behind a ``BlockLines``.
package protocol BlockLineSource: AnyObject {
  func line(_ index: Int) -> BlockLine?
  func hasFailed(_ key: String) -> Bool
  func noteFailure(_ key: String, before index: Int)
  var previousNode: Node? { get }
  var endingRule: String? { get }
  var isParagraphOpen: Bool { get }
  func addLeaf(_ element: Element, _ lines: [BlockLine], isSingleLine: Bool)
}
