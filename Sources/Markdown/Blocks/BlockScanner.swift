/// What a line begins with. All offsets are in the bytes behind `base`; `end` is the line's.
struct BlockScanner {
  let base: UnsafePointer<UInt8>
  let end: Int

  @inline(__always)
  func peek(_ offset: Int) -> UInt8 { offset < end ? base[offset] : 0x0A }

  @inline(__always)
  func skipSpaces(_ offset: Int) -> Int {
    var offset = offset
    while offset < end, base[offset] == 0x20 || base[offset] == 0x09 { offset &+= 1 }
    return offset
  }

  func count(_ byte: UInt8, at offset: Int) -> Int {
    var next = offset
    while next < end, base[next] == byte { next &+= 1 }
    return next - offset
  }

  /// The level of a heading that begins with `#`, or 0.
  func atxLevel(_ offset: Int) -> Int {
    let level = count(0x23, at: offset)
    guard level <= 6 else { return 0 }
    let next = peek(offset + level)
    return next == 0x20 || next == 0x09 || next == 0x0A ? level : 0
  }

  /// The text of such a heading without the `#` around it.
  func atxText(_ offset: Int) -> Range<Int> {
    let start = skipSpaces(offset)
    var stop = trimEnd(start, end)
    var hashes = stop
    while hashes > start, base[hashes - 1] == 0x23 { hashes -= 1 }
    if hashes == start {
      stop = start
    } else if hashes < stop, base[hashes - 1] == 0x20 || base[hashes - 1] == 0x09 {
      stop = trimEnd(start, hashes)
    }
    return start..<stop
  }

  func trimEnd(_ start: Int, _ stop: Int) -> Int {
    var stop = stop
    while stop > start, base[stop - 1] == 0x20 || base[stop - 1] == 0x09 { stop -= 1 }
    return stop
  }

  /// The length of a fence that opens a block, or 0.
  func openingFence(_ offset: Int) -> Int {
    let byte = peek(offset)
    let length = count(byte, at: offset)
    guard length >= 3 else { return 0 }
    if byte == 0x60 {
      var next = offset + length
      while next < end {
        if base[next] == 0x60 { return 0 }
        next &+= 1
      }
    }
    return length
  }

  /// Whether a fence of at least `length` closes a block here.
  func closesFence(_ offset: Int, _ byte: UInt8, length: Int) -> Bool {
    let found = count(byte, at: offset)
    return found >= length && skipSpaces(offset + found) == end
  }

  /// 1 for a line of `=`, 2 for one of `-`, 0 for anything else.
  func setextLevel(_ offset: Int) -> Int {
    let byte = peek(offset)
    guard byte == 0x3D || byte == 0x2D else { return 0 }
    guard skipSpaces(offset + count(byte, at: offset)) == end else { return 0 }
    return byte == 0x3D ? 1 : 2
  }

  /// Whether here is a thematic break; if not, the offset of the byte that says so.
  func thematicBreak(_ offset: Int) -> (isOne: Bool, stop: Int) {
    let byte = peek(offset)
    var found = 0
    var next = offset
    while next < end {
      if base[next] == byte {
        found += 1
      } else if base[next] != 0x20, base[next] != 0x09 {
        return (false, next)
      }
      next &+= 1
    }
    return (found >= 3, next)
  }

  /// - Parameter interrupts: whether the item would end a paragraph; then it may not be empty, and
  ///   its number must be 1.
  func listMarker(_ offset: Int, interrupts: Bool) -> ListMarker? {
    var marker = ListMarker()
    var next = offset
    let first = peek(next)
    if first == 0x2A || first == 0x2B || first == 0x2D {
      marker.character = first
    } else {
      while next < end, next - offset < 9, base[next] &- 0x30 < 10 {
        marker.number = marker.number * 10 + Int(base[next] - 0x30)
        next += 1
      }
      guard next > offset, peek(next) == 0x2E || peek(next) == 0x29 else { return nil }
      if interrupts, marker.number != 1 { return nil }
      marker.isNumber = true
      marker.character = peek(next)
    }
    next += 1
    guard Self.isSpace(peek(next)) else { return nil }
    if interrupts, skipSpaces(next) == end { return nil }
    marker.length = next - offset
    return marker
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
