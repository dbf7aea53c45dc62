/// Which bytes can stand in the name of an element or attribute. All that are not ASCII can.
enum XMLName {
  static func starts(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte >= 0x80 || byte == 0x5F || byte == 0x3A
  }

  static func continues(_ byte: UInt8) -> Bool {
    starts(byte) || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E
  }

  /// What can stand in a name after its first byte.
  static let continuing = ByteSet(where: continues)

  static func isValid(_ name: String) -> Bool {
    name.utf8.first.map(starts) ?? false && name.utf8.allSatisfy(continues)
  }
}
