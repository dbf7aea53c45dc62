/// How many columns of a terminal text takes.
///
/// East Asian wide and full-width characters take two; ambiguous ones one; combining marks,
/// formatting and control characters none. Emoji made of several scalars take two, as the terminals do
/// that know them. (docutils: utils.column_width, which counts every part of an emoji.)
public enum DisplayWidth {
  /// The columns of `text`.
  ///
  /// - Complexity: O(*n*) in the number of bytes; a byte of ASCII costs one comparison.
  public static func of(_ text: some StringProtocol) -> Int {
    of(Array(text.utf8)[...])
  }

  /// The columns of text in UTF-8.
  static func of(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { of($0) }
  }

  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var width = 0
    var position = 0
    while position < bytes.count {
      let cluster = Cluster(in: bytes, at: position)
      width += cluster.width
      position = cluster.end
    }
    return width
  }

  /// The columns of one scalar by itself: 0, 1 or 2.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (value >= 0x7F && value < 0xA0) ? 0 : 1 }
    // Kana, ideographs and Hangul syllables, without a search.
    if (0x3041...0x3096).contains(value) || (0x30A0...0x30FF).contains(value)
      || (0x3400...0x4DBF).contains(value) || (0x4E00...0x9FFF).contains(value)
      || (0xAC00...0xD7A3).contains(value)
    {
      return 2
    }
    if contains(zeroRanges, value) { return 0 }
    return contains(wideRanges, value) ? 2 : 1
  }

  /// Whether `value` lies in one of the ranges: first and last of each in turn, ascending.
  private static func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle * 2 + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low * 2 < ranges.count && ranges[low * 2] <= value
  }
}

/// What a terminal shows in one place: a scalar with the marks on it, or an emoji of several parts.
struct Cluster {
  private static let zeroWidthJoiner: UInt32 = 0x200D
  private static let emojiSelector: UInt32 = 0xFE0F

  /// The first scalar.
  let scalar: Unicode.Scalar
  /// The offset of the first byte behind it.
  let end: Int
  /// In columns.
  let width: Int

  /// Reads the cluster that begins at the byte `start`, which must exist.
  init(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    let first = Self.decode(bytes, at: start)
    var end = first.end
    scalar = first.scalar
    // Nothing combines with the ASCII before it, if what follows is ASCII too.
    if first.scalar.isASCII, end == bytes.count || bytes[end] < 0x80 {
      self.end = end
      width = DisplayWidth.of(first.scalar)
      return
    }
    var width = DisplayWidth.of(first.scalar)
    if Self.isRegionalIndicator(first.scalar), end < bytes.count {
      // Two of these are one flag.
      let second = Self.decode(bytes, at: end)
      if Self.isRegionalIndicator(second.scalar) {
        end = second.end
        width = 2
      }
    }
    while end < bytes.count, bytes[end] >= 0x80 {
      let next = Self.decode(bytes, at: end)
      if next.scalar.value == Self.emojiSelector {
        if width == 1 { width = 2 }
        end = next.end
      } else if next.scalar.value == Self.zeroWidthJoiner, width == 2, next.end < bytes.count,
        bytes[next.end] >= 0x80, Self.isPictograph(first.scalar)
      {
        // The next part of the emoji.
        end = Self.decode(bytes, at: next.end).end
      } else if Self.isModifier(next.scalar) && width == 2 && Self.isPictograph(first.scalar) {
        end = next.end
      } else if DisplayWidth.of(next.scalar) == 0, next.scalar.value != 0x200B {
        end = next.end
      } else {
        break
      }
    }
    self.end = end
    self.width = width
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// A skin tone.
  private static func isModifier(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar.value)
  }

  private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2190 && scalar.properties.isEmoji
  }

  /// Reads a scalar of text that is known to be well-formed.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int) {
    let first = UInt32(bytes[start])
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[start + offset]) & 0x3F }
    let value: UInt32
    let length: Int
    switch first {
    case 0..<0x80: (value, length) = (first, 1)
    case 0..<0xE0: (value, length) = ((first & 0x1F) << 6 | tail(1), 2)
    case 0..<0xF0: (value, length) = ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    default:
      (value, length) = ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", start + length)
  }
}
