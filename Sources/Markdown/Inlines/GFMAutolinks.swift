/// Addresses without markup as GitHub finds them. (GitHub Flavored Markdown, §6.9.)
struct GFMAutolinks {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the text stands behind something that no address may follow.
  private let followsMarkup: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, followsMarkup: Bool) {
    self.bytes = bytes
    self.followsMarkup = followsMarkup
  }

  @inline(__always)
  private func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  func find() -> [BareAddress] {
    var result: [BareAddress] = []
    var done = 0
    var offset = 0
    /// Domains up to here have failed.
    var failed = 0
    while offset < bytes.count {
      var found: BareAddress?
      switch bytes[offset] {
      case 0x77 where offset >= failed && matches("www.", at: offset) && mayFollow(offset):
        if let end = address(from: offset, host: offset + 4, allowsShort: false, &failed) {
          found = BareAddress(range: offset..<end, url: "http://" + string(offset..<end))
        }
      case 0x3A: found = scheme(before: offset, from: done, &failed)
      case 0x40: found = email(around: offset, from: done)
      default: break
      }
      if let found, !found.range.isEmpty {
        result.append(found)
        offset = found.range.upperBound
        done = offset
      } else {
        offset += 1
      }
    }
    return result
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func matches(_ text: StaticString, at start: Int) -> Bool {
    for index in 0..<text.utf8CodeUnitCount where byte(start + index) != text.utf8Start[index] {
      return false
    }
    return true
  }

  private func mayFollow(_ offset: Int) -> Bool {
    if offset == 0 { return !followsMarkup }
    switch bytes[offset - 1] {
    case 0x20, 0x09, 0x0A, 0x0D, 0x2A, 0x5F, 0x7E, 0x28: return true
    default: return false
    }
  }

  private func scheme(before colon: Int, from start: Int, _ failed: inout Int) -> BareAddress? {
    for name in ["https", "http", "ftp", "mailto", "xmpp"] {
      let begin = colon - name.utf8.count
      guard begin >= start, bytes[begin..<colon].elementsEqual(name.utf8), mayFollow(begin) else {
        continue
      }
      // MyST leaves `ftp:` alone; it is in GitHub's specification.
      if name.hasSuffix("tp") || name == "https" {
        guard colon >= failed, matches("://", at: colon),
          let end = address(from: begin, host: colon + 3, allowsShort: true, &failed)
        else { return nil }
        return BareAddress(range: begin..<end, url: string(begin..<end))
      }
      var at = colon + 1
      while Self.isMailByte(byte(at)) { at += 1 }
      guard at > colon + 1, byte(at) == 0x40,
        let end = mailDomain(at + 1, allowsResource: name == "xmpp", endsInLetter: true)
      else { return nil }
      return BareAddress(range: begin..<end, url: string(begin..<end))
    }
    return nil
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    ByteClass.isAlphanumeric(byte) || byte == 0x2E || byte == 0x2B || byte == 0x2D || byte == 0x5F
  }

  private func email(around at: Int, from start: Int) -> BareAddress? {
    var begin = at
    while begin > start, Self.isMailByte(bytes[begin - 1]) { begin -= 1 }
    guard begin < at, mayFollow(begin),
      let end = mailDomain(at + 1, allowsResource: false, endsInLetter: false)
    else { return nil }
    return BareAddress(range: begin..<end, url: "mailto:" + string(begin..<end))
  }

  private func mailDomain(_ start: Int, allowsResource: Bool, endsInLetter: Bool) -> Int? {
    var end = start
    var dots = 0
    var slashes = 0
    loop: while end < bytes.count {
      switch bytes[end] {
      case 0x40:
        if !allowsResource { return nil }
      case 0x2E where ByteClass.isAlphanumeric(byte(end + 1)): dots += 1
      case 0x2F where allowsResource && slashes == 0: slashes += 1
      case 0x2D, 0x5F: break
      case let byte where ByteClass.isAlphanumeric(byte): break
      default: break loop
      }
      end += 1
    }
    let last = byte(end - 1)
    guard end > start, dots > 0,
      endsInLetter ? ByteClass.isLetter(last) : ByteClass.isAlphanumeric(last)
    else { return nil }
    return end
  }

  /// The offset behind an address whose host begins at `host`.
  private func address(
    from start: Int, host: Int, allowsShort: Bool, _ failed: inout Int
  ) -> Int? {
    guard var end = domainEnd(host, allowsShort: allowsShort, &failed) else { return nil }
    while end < bytes.count {
      let byte = bytes[end]
      if ByteClass.isSpace(byte) || byte == 0 || byte == 0x3C { break }
      end += 1
    }
    return trimmed(start, end)
  }

  private func domainEnd(_ start: Int, allowsShort: Bool, _ failed: inout Int) -> Int? {
    var dots = 0
    var underscoresBefore = 0
    var underscores = 0
    var end = start
    loop: while end < bytes.count {
      switch bytes[end] {
      case 0x5F: underscores += 1
      case 0x2E:
        underscoresBefore = underscores
        underscores = 0
        dots += 1
      case 0x2D: break
      case let byte where byte >= 0x80:
        // White space and punctuation beyond ASCII, for the most part.
        if byte == 0xE3, self.byte(end + 1) == 0x80 { break loop }
        if byte == 0xE2, self.byte(end + 1) & 0xFE == 0x80 { break loop }
        if byte == 0xC2, self.byte(end + 1) < 0xC0 - 0x10 { break loop }
      case let byte where ByteClass.isPunctuation(byte) || byte <= 0x20: break loop
      default: break
      }
      end += 1
    }
    let hasUnderscores = underscores > 0 || underscoresBefore > 0
    let isLong = end == bytes.count && dots > 10
    if (hasUnderscores && !isLong) || (!allowsShort && dots == 0) || end == start {
      failed = end
      return nil
    }
    return end
  }

  /// Without punctuation at its end that belongs to the text around.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    var open = 0
    var close = 0
    for offset in start..<end {
      if bytes[offset] == 0x28 { open += 1 }
      if bytes[offset] == 0x29 { close += 1 }
    }
    while end > start {
      switch bytes[end - 1] {
      case 0x3F, 0x21, 0x2E, 0x2C, 0x3A, 0x2A, 0x5F, 0x7E, 0x27, 0x22, 0x5B, 0x5D: end -= 1
      case 0x3B:
        var begin = end - 2
        while begin > start, ByteClass.isLetter(bytes[begin]) { begin -= 1 }
        end = begin < end - 2 && bytes[begin] == 0x26 ? begin : end - 1
      case 0x29 where close > open:
        close -= 1
        end -= 1
      default: return end
      }
    }
    return end
  }
}
