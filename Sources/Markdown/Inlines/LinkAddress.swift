/// Which addresses a link may have.
enum LinkAddress {
  /// How many bytes of an address are looked at: as many as a scheme of nothing but entities may have.
  private static let limit = 400

  /// Whether a link with an address is none, and stays the text that it was written as: programs and
  /// files, and data that is no image. (markdown-it: validateLink.)
  ///
  /// - Parameter start: where the address begins, or the `<` before it.
  static func isRefused(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var offset = start
    if offset < bytes.count, bytes[offset] == 0x3C {
      offset += 1
      while offset < bytes.count, ByteClass.isBlank(bytes[offset]) { offset += 1 }
    }
    guard offset < bytes.count, mayBegin(bytes[offset]) else { return false }
    let end = min(offset + limit, bytes.count)
    let written = bytes[offset..<end].prefix { $0 > 0x20 }
    var text: [UInt8] = []
    for (index, byte) in zip(written.indices, written) {
      let next = index + 1 < written.endIndex ? written[index + 1] : 0
      if byte == 0x5C, ByteClass.isPunctuation(next) { continue }
      text.append(byte)
    }
    let address = HTMLEntities.decode(String(decoding: text, as: UTF8.self)).lowercased()
    guard let colon = address.utf8.firstIndex(of: 0x3A) else { return false }
    switch address[..<colon] {
    case "javascript", "vbscript", "file": return true
    case "data":
      return !["gif;", "png;", "jpeg;", "webp;"].contains { address.hasPrefix("data:image/" + $0) }
    default: return false
    }
  }

  /// Whether one of those schemes may begin with a byte, as it is written.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x6A, 0x76, 0x66, 0x64: true  // j v f d
    default: byte == 0x26 || byte == 0x5C
    }
  }
}
