internal import DocTree

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A line, or what is left of it behind the markers of the blocks around it.
struct LineSpan {
  /// The offset of the first byte that is left.
  var start: UInt32
  /// The offset behind the last byte; the line end is no part of it.
  var end: UInt32
  /// The offset of the whole line's first byte, from which columns count.
  var lineStart: UInt32
  /// From 1.
  var number: UInt32
  /// How many columns of the screen stand before `start`, with tab stops at every fourth.
  var column: UInt32 = 0
  /// Whether `start` is a tab of which some columns are used up.
  var isInsideTab = false
}

/// A text in which blocks are read: valid UTF-8 without NUL, and where its lines are.
final class SourceBuffer {
  let bytes: [UInt8]
  let file: SourceFile
  let lines: [LineSpan]
  /// What is added to the columns of every line.
  private let columnOffset: Int

  /// - Parameters:
  ///   - source: any bytes; what is no UTF-8, and NUL, is read as U+FFFD.
  ///   - position: where the text begins. A text that was cut out of a file begins at the same
  ///     column in each of its lines.
  init(_ source: [UInt8], at position: SourcePosition) {
    bytes = Self.repair(source)
    file = position.file
    columnOffset = max(0, position.column - 1)
    precondition(bytes.count < Int(UInt32.max), "a text may have 4 GB")
    lines = Self.split(bytes, firstLine: max(1, position.line))
  }

  /// - Parameter offset: of a byte in `line`, or of its end.
  @inline(__always)
  func position(line: LineSpan, offset: Int) -> SourcePosition {
    SourcePosition(
      file: file, line: Int(line.number),
      column: offset &- Int(line.lineStart) &+ columnOffset &+ 1)
  }

  /// The line, or part of one, between two offsets; nil if it does not begin at `position`.
  func line(from start: Int, to end: Int, at position: SourcePosition) -> LineSpan? {
    let lineStart = start - (position.column - 1 - columnOffset)
    guard position.file == file, position.column > columnOffset, lineStart >= 0,
      end <= bytes.count
    else { return nil }
    return LineSpan(
      start: UInt32(start), end: UInt32(end), lineStart: UInt32(lineStart),
      number: UInt32(position.line))
  }

  private static func repair(_ source: [UInt8]) -> [UInt8] {
    if source.withUnsafeBufferPointer(isValid) { return source }
    var result: [UInt8] = []
    result.reserveCapacity(source.count + 16)
    for byte in String(decoding: source, as: UTF8.self).utf8 {
      if byte == 0 { result.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { result.append(byte) }
    }
    return result
  }

  /// Whether it is UTF-8 without NUL. Eight bytes of ASCII are looked at together, which the
  /// standard library's check of mostly plain text does not do.
  private static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let count = bytes.count
    if memchr(base, 0, count) != nil { return false }
    var offset = 0
    let raw = UnsafeRawPointer(base)
    func word(_ offset: Int) -> UInt64 {
      raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    let highBits: UInt64 = 0x8080_8080_8080_8080
    while offset < count {
      while offset &+ 32 <= count,
        (word(offset) | word(offset &+ 8) | word(offset &+ 16) | word(offset &+ 24)) & highBits == 0
      { offset &+= 32 }
      if offset &+ 8 <= count, word(offset) & highBits == 0 {
        offset &+= 8
        continue
      }
      if offset == count { break }
      let byte = base[offset]
      if byte < 0x80 {
        offset &+= 1
        continue
      }
      let length = sequenceLength(base + offset, count - offset)
      if length == 0 { return false }
      offset &+= length
    }
    return true
  }

  /// The length of the sequence of two to four bytes at `bytes`; 0 if it is none. (Unicode, table
  /// 3-7.)
  private static func sequenceLength(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[0] {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF1...0xF3: length = 4
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    default: return 0
    }
    guard length <= count, second.contains(bytes[1]) else { return 0 }
    for index in 2..<max(length, 2) where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Lines end with LF, CR or CR LF. A byte order mark is no part of the first.
  private static func split(_ bytes: [UInt8], firstLine: Int) -> [LineSpan] {
    var lines: [LineSpan] = []
    lines.reserveCapacity(bytes.count / 40 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let count = buffer.count
      var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var number = UInt32(firstLine)
      let hasReturns = memchr(base, 0x0D, count) != nil
      while start < count {
        var end = count
        if let found = memchr(base + start, 0x0A, count - start) {
          end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
        var next = end + 1
        if hasReturns, let found = memchr(base + start, 0x0D, end - start) {
          end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
          next = end + (end + 1 < count && base[end + 1] == 0x0A ? 2 : 1)
        }
        lines.append(
          LineSpan(
            start: UInt32(start), end: UInt32(end), lineStart: UInt32(start), number: number))
        number += 1
        start = next
      }
    }
    return lines
  }
}
