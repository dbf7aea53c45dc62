import DocTreeExtensions

/// Addresses of other sites as text.
enum WebAddress {
  /// The scheme in lower case; nil if there is none.
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

/// Times of HTTP.
enum WebTime {
  /// How many seconds from `now` on a server wants to be left alone. (RFC 9110: Retry-After.)
  ///
  /// - Returns: nil if the text says no time.
  static func delay(_ text: String, now: Int) -> Double? {
    if let seconds = Double(text) { return seconds.isFinite && seconds >= 0 ? seconds : nil }
    return date(text).map { Double(max($0 - now, 0)) }
  }

  /// The seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func date(_ text: String) -> Int? {
    let parts = text.split(separator: " ")
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), (1...31).contains(day),
      let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3]),
      (1970...9999).contains(year)
    else { return nil }
    let time = parts[4].split(separator: ":").compactMap { Int($0) }
    guard time.count == 3, time.allSatisfy({ (0...60).contains($0) }) else { return nil }
    // Years that begin in March have their leap day at the end.
    let shifted = (month + 10) % 12
    let shiftedYear = month < 2 ? year - 1 : year
    let days =
      365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
      + (153 * shifted + 2) / 5 + day - 1 - 719468
    return days * 86400 + time[0] * 3600 + time[1] * 60 + time[2]
  }
}
