/// The seven kinds of HTML blocks. (CommonMark 0.30, §4.6.)
extension BlockScanner {
  /// The kind of block that begins at a `<`, or 0.
  ///
  /// - Parameter interrupts: whether it would end a paragraph, which the seventh kind cannot.
  func htmlKind(_ offset: Int, interrupts: Bool) -> Int {
    let next = peek(offset + 1)
    if next == 0x3F { return 3 }
    if next == 0x21 {
      if peek(offset + 2) == 0x2D, peek(offset + 3) == 0x2D { return 2 }
      if Self.isLetter(peek(offset + 2)) { return 4 }
      return matches("[CDATA[", at: offset + 2) ? 5 : 0
    }
    var nameStart = offset + 1
    if next == 0x2F { nameStart += 1 }
    guard Self.isLetter(peek(nameStart)) else { return 0 }
    var nameEnd = nameStart + 1
    while nameEnd < end, Self.isLetter(base[nameEnd]) || Self.isDigit(base[nameEnd]) {
      nameEnd += 1
    }
    let after = peek(nameEnd)
    if nameEnd - nameStart <= 10 {
      let name = lowercased(nameStart..<nameEnd)
      let isDelimited = Self.isSpace(after) || after == 0x3E
      if isDelimited, next != 0x2F, Self.verbatimNames.contains(name) { return 1 }
      if isDelimited || (after == 0x2F && peek(nameEnd + 1) == 0x3E), Self.blockNames.contains(name)
      {
        return 6
      }
    }
    return !interrupts && isLoneTag(offset) ? 7 : 0
  }

  /// Whether a block of that kind ends in this line.
  func endsHTML(_ kind: Int, from offset: Int) -> Bool {
    switch kind {
    case 1:
      contains("</script>", from: offset) || contains("</pre>", from: offset)
        || contains("</textarea>", from: offset) || contains("</style>", from: offset)
    case 2: contains("-->", from: offset)
    case 3: contains("?>", from: offset)
    case 4: contains(">", from: offset)
    case 5: contains("]]>", from: offset)
    default: false
    }
  }

  private static let verbatimNames: Set<UInt128> = names("script pre textarea style")
  private static let blockNames: Set<UInt128> = names(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details \
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 \
    head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option \
    p param section source summary table tbody td tfoot th thead title tr track ul
    """)

  /// Names as numbers, which need no allocation to be looked up.
  private static func names(_ list: String) -> Set<UInt128> {
    Set(list.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt128($1) } })
  }

  private func lowercased(_ range: Range<Int>) -> UInt128 {
    var result: UInt128 = 0
    for offset in range {
      let byte = base[offset]
      result = result << 8 | UInt128(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return result
  }

  private func matches(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= end else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let wanted = text.utf8Start[index]
      let byte = base[offset + index]
      guard byte == wanted || (Self.isLetter(wanted) && byte | 0x20 == wanted) else { return false }
    }
    return true
  }

  private func contains(_ text: StaticString, from offset: Int) -> Bool {
    var offset = offset
    while offset < end {
      if base[offset] == text.utf8Start[0], matches(text, at: offset) { return true }
      offset += 1
    }
    return false
  }

  private func skipWhite(_ offset: Int) -> Int {
    var offset = offset
    while offset < end, Self.isSpace(base[offset]) { offset += 1 }
    return offset
  }

  /// Whether a whole tag stands here, and nothing behind it.
  private func isLoneTag(_ offset: Int) -> Bool {
    var next = offset + 1
    let isClosing = peek(next) == 0x2F
    if isClosing { next += 1 }
    guard Self.isLetter(peek(next)) else { return false }
    while next < end, Self.isLetter(base[next]) || Self.isDigit(base[next]) || base[next] == 0x2D {
      next += 1
    }
    if isClosing {
      next = skipWhite(next)
    } else {
      while let after = attribute(next) { next = after }
      next = skipWhite(next)
      if peek(next) == 0x2F { next += 1 }
    }
    return peek(next) == 0x3E && skipWhite(next + 1) == end
  }

  /// - Returns: the offset behind the white space and attribute at `offset`; nil if there is none.
  private func attribute(_ offset: Int) -> Int? {
    var next = skipWhite(offset)
    let first = peek(next)
    guard next > offset, Self.isLetter(first) || first == 0x5F || first == 0x3A else { return nil }
    while next < end, isAttributeName(base[next]) { next += 1 }
    let equals = skipWhite(next)
    guard peek(equals) == 0x3D else { return next }
    var value = skipWhite(equals + 1)
    let quote = peek(value)
    if quote == 0x22 || quote == 0x27 {
      value += 1
      while value < end, base[value] != quote { value += 1 }
      return value < end ? value + 1 : nil
    }
    let start = value
    while value < end, isUnquoted(base[value]) { value += 1 }
    return value > start ? value : nil
  }

  private func isAttributeName(_ byte: UInt8) -> Bool {
    Self.isLetter(byte) || Self.isDigit(byte) || byte == 0x5F || byte == 0x3A || byte == 0x2E
      || byte == 0x2D
  }

  private func isUnquoted(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x3D, 0x3C, 0x3E, 0x60: false
    default: !Self.isSpace(byte)
    }
  }
}
