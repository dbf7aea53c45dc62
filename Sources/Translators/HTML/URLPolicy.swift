/// Which addresses can run a program or reach into the reader's files.
enum URLPolicy {
  /// Whether an address may be written as a link or as the source of an image.
  ///
  /// Browsers drop control characters and white space before and inside a scheme, so these do not
  /// count here either.
  static func isSafe(_ url: String, forImage: Bool = false) -> Bool {
    // Most addresses have no scheme, or one that is known to be harmless.
    for byte in url.utf8 {
      if byte == 0x3A { break }
      if byte == 0x2F || byte == 0x23 || byte == 0x3F { return true }
    }
    if url.utf8.starts(with: "https:".utf8) { return true }
    var scheme: [UInt8] = []
    var rest = url.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x3A:
        return allows(scheme, rest, forImage: forImage)
      case 0x00...0x20, 0x7F: continue
      case 0x41...0x5A: scheme.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39, 0x2B, 0x2D, 0x2E: scheme.append(byte)
      default: return true
      }
      if scheme.count > 10 { return true }
    }
    return true
  }

  private static func allows(
    _ scheme: [UInt8], _ rest: Substring.UTF8View, forImage: Bool
  ) -> Bool {
    switch String(decoding: scheme, as: UTF8.self) {
    case "javascript", "vbscript", "file": return false
    case "data":
      guard forImage else { return false }
      let type = String(decoding: rest.prefix(11), as: UTF8.self).lowercased()
      return ["image/png", "image/gif", "image/jpeg", "image/webp"].contains { type.hasPrefix($0) }
    default: return true
    }
  }
}
