/// UTF-8 that is written piece by piece.
///
/// A class around plain memory: thousands of short pieces are written for each document, and an
/// array would check for each whether it is shared. Nothing inside can be accessed twice at a time,
/// so that its properties need no dynamic checks either.
final class HTMLBuffer {
  @exclusivity(unchecked) private var memory: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var count = 0
  @exclusivity(unchecked) private var capacity = 4096

  init() { memory = .allocate(capacity: 4096) }
  deinit { memory.deallocate() }

  /// Everything written so far.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: memory, count: count)) }

  /// Whether a block can begin here: nothing was written yet, or the last byte ends a line.
  var isAtLineStart: Bool { count == 0 || memory[count - 1] == 0x0A }

  @inline(__always)
  private func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    if capacity &- count < length { grow(length) }
    (memory + count).update(from: start, count: length)
    count &+= length
  }

  @inline(never)
  private func grow(_ length: Int) {
    capacity = max(capacity * 2, count + length)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }

  /// Writes markup of this module's own. It has a name of its own because a literal would rather be
  /// a `String`.
  @inline(__always)
  func put(_ literal: StaticString) {
    append(literal.utf8Start, literal.utf8CodeUnitCount)
  }

  /// Writes markup as it is.
  func write(_ string: String) { withBytes(of: string) { append($0, $1) } }

  /// Writes characters with `&`, `<`, `>` and `"` as entities, which is right in text and in
  /// attributes between double quotes.
  func writeEscaped(_ string: String) { withBytes(of: string) { escape($0, $1) } }

  /// Writes text in which lines are broken between words, but not inside one. Of several spaces,
  /// only the last one is a place for that. (Sphinx: HTML5Translator.visit_Text.)
  func writeWords(_ string: String) {
    withBytes(of: string) { base, count in
      var end = 0
      while end < count {
        let start = end
        switch base[start] {
        case 0x20:
          while end < count, base[end] == 0x20 { end &+= 1 }
          for _ in 1..<(end - start) { put("&#160;") }
          put(" ")
        case 0x0A:
          while end < count, base[end] == 0x0A { end &+= 1 }
          append(base + start, end - start)
        default:
          while end < count, base[end] != 0x20, base[end] != 0x0A { end &+= 1 }
          put("<span class=\"pre\">")
          escape(base + start, end - start)
          put("</span>")
        }
      }
    }
  }

  @inline(__always)
  private func withBytes(of string: String, _ body: (UnsafePointer<UInt8>, Int) -> Void) {
    let found: Void? = string.utf8.withContiguousStorageIfAvailable { bytes in
      if let base = bytes.baseAddress { body(base, bytes.count) }
    }
    if found != nil { return }
    let copy = Array(string.utf8)
    copy.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { body(base, bytes.count) }
    }
  }

  /// Copies runs, looking at eight bytes at a time.
  private func escape(_ base: UnsafePointer<UInt8>, _ length: Int) {
    let raw = UnsafeRawPointer(base)
    var start = 0
    var index = 0
    while index < length {
      if index &+ 8 <= length {
        let special = Self.special(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if special == 0 {
          index &+= 8
          continue
        }
        index &+= special.trailingZeroBitCount / 8
      }
      let entity: StaticString
      switch base[index] {
      case 0x26: entity = "&amp;"
      case 0x3C: entity = "&lt;"
      case 0x3E: entity = "&gt;"
      case 0x22: entity = "&quot;"
      default:
        index &+= 1
        continue
      }
      append(base + start, index &- start)
      put(entity)
      index &+= 1
      start = index
    }
    append(base + start, length &- start)
  }

  /// Has the highest bit of the first byte that is `"`, `&`, `<` or `>`, and perhaps those of bytes
  /// behind it; 0 if none of the eight is one. The two of each pair differ in one bit.
  @inline(__always)
  private static func special(_ word: UInt64) -> UInt64 {
    func zeros(_ word: UInt64) -> UInt64 {
      (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
    let word = word.littleEndian
    let ampersandOrQuote = (word | 0x0404_0404_0404_0404) ^ 0x2626_2626_2626_2626
    let angle = (word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E
    return zeros(ampersandOrQuote) | zeros(angle)
  }
}
