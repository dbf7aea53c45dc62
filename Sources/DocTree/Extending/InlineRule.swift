/// A kind of inline syntax whose inside is not Markdown, such as a role or a formula: what it
/// begins with, where it ends, and the nodes that it stands for.
///
/// Rules are asked where Markdown's own escapes, code, links' addresses and HTML have left the text
/// alone, in the order in which they were registered. Emphasis, links and images around them work
/// as they do around code.
public protocol InlineRule: Sendable {
  /// The name of the syntax. MyST's extensions keep theirs: `dollarmath`.
  var name: String { get }
  /// What it can begin with: one or two bytes of UTF-8 each. A second byte that is rare makes
  /// reading faster.
  var triggers: [String] { get }

  /// The rule with its options.
  ///
  /// - Returns: nil if the configuration switches it off.
  func configured(by configuration: Configuration) -> (any InlineRule)?

  /// Finds where the syntax ends that begins at `offset`, where one of the triggers stands. It is
  /// asked before anything is parsed, so it only looks.
  ///
  /// - Returns: nil if this is not its syntax.
  /// - Complexity: for a document to be read in linear time, it must not look far without success;
  ///   searches of ``InlineText`` remember that they have failed.
  func match(_ text: InlineText, at offset: Int) -> InlineMatch?

  /// Makes the nodes, in the order of the document.
  ///
  /// - Throws: ``MarkupError`` for what is wrong with the markup; it becomes a diagnostic.
  func nodes(_ call: InlineCall, in context: any ParseContext) throws -> [Node]
}

extension InlineRule {
  public func configured(by configuration: Configuration) -> (any InlineRule)? { self }
}

/// Where a piece of inline syntax ends, and its parts, as offsets of bytes.
public struct InlineMatch: Sendable {
  /// Behind the last byte.
  public var end: Int
  /// The part that names something; empty where nothing does.
  public var name: Range<Int>
  /// The part that is its text.
  public var content: Range<Int>

  public init(end: Int, name: Range<Int> = 0..<0, content: Range<Int>) {
    self.end = end
    self.name = name
    self.content = content
  }
}

/// One use of an ``InlineRule``.
public struct InlineCall: Sendable {
  /// All of it, as it was written.
  public let source: String
  /// The parts that ``InlineMatch`` named.
  public let name: String
  public let text: String
  public let position: SourcePosition

  public init(
    source: String, name: String = "", text: String, position: SourcePosition = .unknown
  ) {
    self.source = source
    self.name = name
    self.text = text
    self.position = position
  }
}

/// The bytes of a paragraph, a heading or a table cell, in which lines end with a line feed. It must
/// not be kept beyond the call that it is handed to.
public final class InlineText {
  @exclusivity(unchecked)
  private var base: UnsafePointer<UInt8>?
  /// The number of bytes.
  @exclusivity(unchecked)
  public private(set) var count = 0
  /// Searches that have failed, and from where on.
  @exclusivity(unchecked)
  private var failures: [Failure] = []

  @exclusivity(unchecked)
  private var runs: Runs?

  private struct Failure {
    var bytes: [UInt8]
    var start: Int
  }

  package init() {}

  /// Points to another text.
  package func set(_ base: UnsafePointer<UInt8>?, count: Int) {
    self.base = base
    self.count = count
    if !failures.isEmpty { failures.removeAll() }
    runs = nil
  }

  /// The byte at an offset, and 0 outside the text.
  @inline(__always)
  public subscript(offset: Int) -> UInt8 {
    guard offset >= 0, offset < count, let base else { return 0 }
    return base[offset]
  }

  /// The text in a range; what is no UTF-8 is U+FFFD.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes(range), as: UTF8.self)
  }

  package func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let range = range.clamped(to: 0..<count)
    return UnsafeBufferPointer(start: base.map { $0 + range.lowerBound }, count: range.count)
  }

  /// The first offset from `start` at which `bytes` stand.
  ///
  /// - Complexity: O(*n*). Of the searches for the same bytes in a text, all that fail cost O(*n*)
  ///   together, if they begin one behind the other.
  public func firstIndex(of bytes: [UInt8], from start: Int) -> Int? {
    guard let first = bytes.first, let base else { return nil }
    for failure in failures where failure.start <= start && failure.bytes == bytes { return nil }
    var offset = max(start, 0)
    let last = count - bytes.count
    search: while offset <= last {
      if base[offset] != first {
        offset += 1
        continue
      }
      for index in 1..<max(bytes.count, 1) where base[offset + index] != bytes[index] {
        offset += 1
        continue search
      }
      return offset
    }
    failures.append(Failure(bytes: bytes, start: start))
    return nil
  }

  /// The first offset from `start` at which `length` times `byte` stands, be it in a longer run.
  ///
  /// - Complexity: O(*n*) for the first search in a text; then O(log *n*) and the bytes up to where
  ///   it is found.
  public func firstIndex(ofRun byte: UInt8, length: Int, from start: Int) -> Int? {
    if runs?.byte != byte { runs = Runs(of: byte, in: self) }
    return runs?.first(length: length, from: start)
  }

  /// How many bytes from `start` on are `byte`.
  public func runLength(of byte: UInt8, at start: Int) -> Int {
    var end = start
    while self[end] == byte, end < count { end += 1 }
    return end - start
  }

  /// Whether an odd number of backslashes stands before `offset`.
  public func isEscaped(_ offset: Int) -> Bool {
    var start = offset
    while self[start - 1] == 0x5C { start -= 1 }
    return (offset - start) % 2 == 1
  }
}

/// Where a byte stands several times in a row.
private struct Runs {
  let byte: UInt8
  private var bounds: [Range<Int>] = []
  /// For each run, the length of the longest from there on.
  private var longest: [Int] = []

  init(of byte: UInt8, in text: InlineText) {
    self.byte = byte
    let bytes = text.bytes(0..<text.count)
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] != byte {
        offset &+= 1
        continue
      }
      let start = offset
      while offset < bytes.count, bytes[offset] == byte { offset &+= 1 }
      bounds.append(start..<offset)
    }
    longest = bounds.map(\.count)
    for index in longest.indices.dropLast().reversed() {
      longest[index] = max(longest[index], longest[index + 1])
    }
  }

  func first(length: Int, from start: Int) -> Int? {
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle].upperBound <= start { low = middle + 1 } else { high = middle }
    }
    while low < bounds.count, longest[low] >= length {
      let from = max(start, bounds[low].lowerBound)
      if bounds[low].upperBound - from >= length { return from }
      low += 1
    }
    return nil
  }
}
