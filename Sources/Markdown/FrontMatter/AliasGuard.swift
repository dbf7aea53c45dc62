internal import DocTree

/// What Yams cannot bear: it compares the keys of a map in full, and never ends if one stands for a
/// billion values; and it takes values apart level by level on the stack.
enum AliasGuard {
  /// So few aliases cannot make a value of a size that matters.
  private static let harmlessCount = 40

  /// The offset of an alias, if there are many and something that may be a key in which they are.
  static func dangerousKey(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.contains(0x26) else { return nil }
    var count = 0
    var first: Int?
    var mayBeKey = false
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case 0x2A where isWordStart(bytes, offset):
        count += 1
        if first == nil { first = offset }
        var end = offset + 1
        while end < bytes.count, !isBlank(bytes[end]), bytes[end] != 0x2C { end += 1 }
        mayBeKey = mayBeKey || hasColon(bytes, behind: end)
      case 0x5D, 0x7D: mayBeKey = mayBeKey || hasColon(bytes, behind: offset + 1)
      case 0x7B: mayBeKey = true
      case 0x3F where isWordStart(bytes, offset): mayBeKey = true
      default: break
      }
    }
    return mayBeKey && count > harmlessCount ? first : nil
  }

  /// How many levels fit on any stack.
  private static let levelLimit = 20_000
  /// How many levels Yams allows without aliases.
  private static let writtenLevelLimit = 1000

  /// The offset of the first alias that may be too many levels above the deepest value in it.
  ///
  /// The way down to that leads through each list and map in the text once at most, and through as
  /// many values as there are anchors that an alias names. Both are counted, which takes nothing of
  /// YAML's grammar to know; what is in quotes counts too.
  static func deepAlias(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.contains(0x26) else { return nil }
    var anchors: Set<ArraySlice<UInt8>> = []
    var used = 0
    var opened = 0
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      // In a list, there may be a map that has no braces.
      case 0x5B: opened += 2
      case 0x7B: opened += 1
      case 0x2D, 0x3F, 0x3A:
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
        if isBlank(next) || next >= 0x80 { opened += 1 }
      case 0x26 where !isName(before: offset, bytes):
        anchors.insert(name(bytes, behind: offset))
      case 0x2A where !isName(before: offset, bytes):
        // An anchor may be given again, to another value.
        guard anchors.remove(name(bytes, behind: offset)) != nil else { continue }
        used += 1
        if min(opened, used * writtenLevelLimit) > levelLimit { return offset }
      default: break
      }
    }
    return nil
  }

  private static func name(_ bytes: [UInt8], behind offset: Int) -> ArraySlice<UInt8> {
    bytes[(offset + 1)...].prefix(while: isNameByte)
  }

  private static func isName(before offset: Int, _ bytes: [UInt8]) -> Bool {
    offset > 0 && isNameByte(bytes[offset - 1])
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ByteClass.isAlphanumeric(byte) || byte == 0x5F || byte == 0x2D
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isWordStart(_ bytes: [UInt8], _ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let before = bytes[offset - 1]
    return isBlank(before) || before == 0x5B || before == 0x7B || before == 0x2C
  }

  private static func hasColon(_ bytes: [UInt8], behind offset: Int) -> Bool {
    var offset = offset
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    return offset < bytes.count && bytes[offset] == 0x3A
  }
}
