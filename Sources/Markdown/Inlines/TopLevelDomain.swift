/// The last parts of hosts that linkify-it takes for such.
enum TopLevelDomain {
  private static let names: Set<String> = [
    "biz", "com", "edu", "gov", "net", "org", "pro", "web", "xxx", "aero", "asia", "coop", "info",
    "museum", "name", "shop", "рф",
  ]

  /// For each first letter of a country's domain, the second ones.
  private static let countries: [StaticString] = [
    "cdefgilmnoqrstuwxz", "abdefghijmnorstvwyz", "acdfghiklmnoruvwxyz", "ejkmoz", "cegrstu",
    "ijkmor", "abdefghilmnpqrstuwy", "kmnrtu", "delmnoqrst", "emop", "eghimnprwyz",
    "abcikrstuvy", "acdeghklmnopqrstuvwxyz", "acefgilopruz", "m", "aefghklmnrstwy", "a", "eosuw",
    "abcdeghijklmnortuvxyz", "cdfghjklmnortvwz", "agksyz", "aceginu", "fs", "", "et", "amw",
  ]

  /// - Parameter name: in lower case.
  static func isKnown(_ name: String) -> Bool {
    if name.hasPrefix("xn--") || names.contains(name) { return true }
    guard name.utf8.count == 2, let first = name.utf8.first, let second = name.utf8.last else {
      return false
    }
    return isCountry(first, second)
  }

  private static func isCountry(_ first: UInt8, _ second: UInt8) -> Bool {
    guard first &- 0x61 < 26 else { return false }
    return countries[Int(first - 0x61)].withUTF8Buffer { $0.contains(second) }
  }

  /// Whether a text may have an address in it: an `@`, two slashes, or a dot before what may be such a
  /// part. Of some texts that have none it says so, too.
  static func mayFollow(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x2E || byte == 0x40 || byte == 0x2F, index < bytes.count else { continue }
      if byte == 0x40 || byte == 0x2F && bytes[index] == byte { return true }
      guard byte == 0x2E else { continue }
      var end = index
      while end < bytes.count, ByteClass.isAlphanumeric(bytes[end]) || bytes[end] == 0x2D {
        end += 1
      }
      // Other letters may be part of it, or become letters of ASCII in lower case.
      if end < bytes.count, bytes[end] >= 0x80 { return true }
      switch end - index {
      case 0, 1: break
      case 2:
        if isCountry(bytes[index] | 0x20, bytes[index + 1] | 0x20) { return true }
      default:
        let label = UnsafeBufferPointer(rebasing: bytes[index..<end])
        if isKnown(String(decoding: label, as: UTF8.self).lowercased()) { return true }
      }
      index = end
    }
    return false
  }
}
