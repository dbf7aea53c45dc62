/// Which lines of a leaf would begin a block of another kind when libcmark reads the leaf as a
/// paragraph, and what keeps them from it. (CommonMark 0.30, §4 and §5.)
///
/// In a document such lines come from lazy continuation and from lines that are indented by four or
/// more; in a text that is given to be inline, from anywhere.
struct LineStarts {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the text may begin with link reference definitions.
  let allowsDefinitions: Bool

  /// Bytes with which a line begins that has to be looked at.
  private static let suspects: [Bool] = {
    var result = [Bool](repeating: false, count: 256)
    for byte in "#>=-+*_`~<[0123456789\n".utf8 { result[Int(byte)] = true }
    return result
  }()

  @inline(__always)
  static func isSuspect(_ byte: UInt8) -> Bool { suspects[Int(byte)] }

  /// - Parameters:
  ///   - carrier: makes the index of a carrier of nothing.
  /// - Returns: the edits for a line, or nil if it may stay as it is.
  func edits(for line: Range<Int>, isFirst: Bool, carrier: () -> Int) -> [Edit]? {
    let start = line.lowerBound
    guard !line.isEmpty else {
      return [Edit(start: start, end: start, replacement: .carrier(carrier()))]
    }
    let next = byte(start + 1, in: line)
    switch bytes[start] {
    case 0x3E: return [escape(start)]
    case 0x23:
      var end = start
      while end < line.upperBound, bytes[end] == 0x23 { end += 1 }
      return end - start <= 6 && isBlankOrEnd(end, line) ? [escape(start)] : nil
    case 0x3D:
      return !isFirst && isRun(of: 0x3D, in: line) ? [escape(start)] : nil
    case 0x2D:
      return isBlankOrEnd(start + 1, line) || isOnly(0x2D, line) ? [escape(start)] : nil
    case 0x2B: return isBlankOrEnd(start + 1, line) ? [escape(start)] : nil
    case 0x2A:
      if isOnly(0x2A, line) { return escapeAll(0x2A, line) }
      return isBlankOrEnd(start + 1, line) ? [escape(start)] : nil
    case 0x5F: return isOnly(0x5F, line) ? escapeAll(0x5F, line) : nil
    case 0x30...0x39: return listNumber(line, isFirst: isFirst)
    case 0x60:
      var end = start
      while end < line.upperBound, bytes[end] == 0x60 { end += 1 }
      guard end - start >= 3, !bytes[end..<line.upperBound].contains(0x60) else { return nil }
      return escapeAll(0x60, start..<end)
    case 0x7E:
      return next == 0x7E && byte(start + 2, in: line) == 0x7E ? [escape(start)] : nil
    case 0x3C:
      guard ByteClass.isLetter(next) || next == 0x2F || next == 0x21 || next == 0x3F,
        MarkupScanner(bytes).autolink(start) == nil
      else { return nil }
      return [Edit(start: start, end: start, replacement: .carrier(carrier()))]
    case 0x5B:
      guard isFirst, !allowsDefinitions || LinkDefinitions.isRefused(bytes) else { return nil }
      return [Edit(start: start, end: start, replacement: .carrier(carrier()))]
    default: return nil
    }
  }

  @inline(__always)
  private func byte(_ offset: Int, in line: Range<Int>) -> UInt8 {
    offset < line.upperBound ? bytes[offset] : 0
  }

  private func escape(_ offset: Int) -> Edit {
    Edit(start: offset, end: offset, replacement: .bytes("\\"))
  }

  private func escapeAll(_ byte: UInt8, _ range: Range<Int>) -> [Edit] {
    range.filter { bytes[$0] == byte }.map(escape)
  }

  private func isBlankOrEnd(_ offset: Int, _ line: Range<Int>) -> Bool {
    offset >= line.upperBound || ByteClass.isBlank(bytes[offset])
  }

  /// Whether nothing but `byte` and white space stands in the line.
  private func isOnly(_ byte: UInt8, _ line: Range<Int>) -> Bool {
    bytes[line].allSatisfy { $0 == byte || ByteClass.isBlank($0) }
  }

  /// Whether the line is a run of `byte`, with white space behind it at most.
  private func isRun(of byte: UInt8, in line: Range<Int>) -> Bool {
    var end = line.lowerBound
    while end < line.upperBound, bytes[end] == byte { end += 1 }
    return bytes[end..<line.upperBound].allSatisfy(ByteClass.isBlank)
  }

  private func listNumber(_ line: Range<Int>, isFirst: Bool) -> [Edit]? {
    var end = line.lowerBound
    while end < line.upperBound, end - line.lowerBound < 10, ByteClass.isDigit(bytes[end]) {
      end += 1
    }
    guard end - line.lowerBound <= 9, end < line.upperBound,
      bytes[end] == 0x2E || bytes[end] == 0x29, isBlankOrEnd(end + 1, line)
    else { return nil }
    if !isFirst {
      let isOne = bytes[line.lowerBound..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) } == 1
      guard isOne, !bytes[(end + 1)..<line.upperBound].allSatisfy(ByteClass.isBlank) else {
        return nil
      }
    }
    return [escape(end)]
  }
}
