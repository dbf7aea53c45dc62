import DocTreeExtensions

/// Addresses of other sites as text.
enum WebAddress {
  /// The scheme in lower case; nil if it is a relative one.
  static func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = address.utf8[..<colon]
    func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    guard let first = scheme.first, isLetter(first),
      scheme.allSatisfy({
        isLetter($0) || $0 &- 0x30 < 10 || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
      })
    else { return nil }
    return address[..<colon].lowercased()
  }

  /// The host, in lower case, with its port.
  static func host(of address: String) -> String {
    let bytes = Array(address.utf8)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return "" }
    let rest = bytes[(colon + 1)...].drop { $0 == UInt8(ascii: "/") }
    let ends: Set<UInt8> = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")]
    let authority = rest.prefix { !ends.contains($0) }
    let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] }
    return String(decoding: host ?? authority, as: UTF8.self).lowercased()
  }

  /// What stands before and behind the first `#`.
  static func split(_ address: String) -> (page: String, fragment: String?) {
    guard let hash = address.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (address, nil) }
    return (String(address[..<hash]), String(address[address.utf8.index(after: hash)...]))
  }

  /// The address without what cannot be in one.
  static func encoded(_ address: String) -> String {
    let refused = Set("\"<>\\^`{|}".utf8)
    return address.percentEncoded { $0 > 0x20 && $0 < 0x7F && !refused.contains($0) }
  }
}
