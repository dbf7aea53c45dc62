/// Cuts text into pieces between which a line may end.
///
/// Western text may end a line at spaces, behind the hyphen of a compound and on both sides of a
/// dash of two or more hyphens (Sphinx: writers.text.TextWrapper). Between two characters of which one
/// is wide a line may end, too, except before closing and behind opening punctuation (kinsoku).
struct LineBreaker {
  enum Kind { case word, space, lineBreak }

  struct Piece {
    let kind: Kind
    let start: Int
    let end: Int
    /// In columns.
    let width: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  private var position: Int

  /// - Parameter bytes: text in UTF-8, in which a line feed stands for a line break that the author
  ///   wants.
  /// - Parameter start: where to begin; what stands before it is not looked at.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    self.bytes = bytes
    self.start = start
    position = start
  }

  /// The next piece; nil at the end.
  mutating func next() -> Piece? {
    guard position < bytes.count else { return nil }
    let first = position
    if bytes[first] == 0x0A {
      position += 1
      return Piece(kind: .lineBreak, start: first, end: position, width: 0)
    }
    var width = spaces()
    if position > first { return Piece(kind: .space, start: first, end: position, width: width) }

    var previous: BreakClass?
    while position < bytes.count, !isSpace(at: position), bytes[position] != 0x0A {
      if bytes[position] == 0x2D, let run = dash() {
        if position > first { break }
        position = run
        return Piece(kind: .word, start: first, end: run, width: run - first)
      }
      let cluster = Cluster(in: bytes, at: position)
      let current = BreakClass(cluster)
      if let previous, BreakClass.allowsBreak(previous, current) { break }
      previous = current
      width += cluster.width
      position = cluster.end
      if cluster.scalar == "-", isCompoundHyphen(at: position - 1) { break }
    }
    return Piece(kind: .word, start: first, end: position, width: width)
  }

  /// Passes over spaces.
  ///
  /// - Returns: their width.
  private mutating func spaces() -> Int {
    var width = 0
    while position < bytes.count, isSpace(at: position) {
      if bytes[position] == 0x20 {
        position += 1
        width += 1
      } else {
        position += 3
        width += 2
      }
    }
    return width
  }

  /// A space or an ideographic space (E3 80 80).
  private func isSpace(at index: Int) -> Bool {
    if bytes[index] == 0x20 { return true }
    return bytes[index] == 0xE3 && index + 2 < bytes.count && bytes[index + 1] == 0x80
      && bytes[index + 2] == 0x80
  }

  /// Whether a line may end behind the hyphen: it follows two letters, the second of ASCII, and two more
  /// come.
  private func isCompoundHyphen(at index: Int) -> Bool {
    guard index >= start + 2, Self.isLetter(bytes[index - 1]), Self.isWord(bytes[index - 2])
    else { return false }
    var next = index + 1
    guard next < bytes.count, Self.isWord(bytes[next]) else { return false }
    next += 1
    while next < bytes.count, Self.isWord(bytes[next]) {
      if Self.isLetter(bytes[next]) { return true }
      next += 1
    }
    return false
  }

  /// The end of a run of hyphens that stands for a dash between two words.
  private func dash() -> Int? {
    guard position > start, position + 1 < bytes.count, bytes[position + 1] == 0x2D else {
      return nil
    }
    let before = bytes[position - 1]
    guard Self.isWord(before) || [0x21, 0x22, 0x27, 0x26, 0x2E, 0x2C, 0x3F].contains(before) else {
      return nil
    }
    var end = position
    while end < bytes.count, bytes[end] == 0x2D { end += 1 }
    return end < bytes.count && Self.isWord(bytes[end]) ? end : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- 0x30 < 10 || byte == 0x5F || byte >= 0x80
  }
}
