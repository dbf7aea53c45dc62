internal import DocTree

/// The brackets of links and images, matched as libcmark and markdown-it match them.
extension LeafScanner {
  mutating func open(_ offset: Int, isImage: Bool) {
    if !brackets.isEmpty { brackets[brackets.count - 1].hasInner = true }
    brackets.append(Bracket(offset: offset, isImage: isImage))
  }

  mutating func exclamation(_ offset: Int) -> Int {
    guard byte(offset + 1) == 0x5B else { return offset + 1 }
    // What a rule takes is no image's description.
    for (index, second) in syntax.rulesByFirst[0x5B] where second == byte(offset + 2) {
      if syntax.rules[index].match(view, at: offset + 1) != nil { return offset + 1 }
    }
    open(offset + 1, isImage: true)
    return offset + 2
  }

  /// Reads a `]`, and the rest of the link or image that it belongs to.
  ///
  /// - Returns: the offset at which to go on.
  mutating func close(_ offset: Int) -> Int {
    guard let opener = brackets.popLast() else { return offset + 1 }
    let index = brackets.count
    let isActive = opener.isImage || (opener.isActive && index >= inactiveBelow)
    inactiveBelow = min(inactiveBelow, index)
    if isActive, let end = linkEnd(opener, offset) {
      if !opener.isImage { deactivateOpeners(escaping: false) }
      return syntax.attributes ? attributes(end) : end
    }
    if syntax.attributes, byte(offset + 1) == 0x7B, let found = attributeBlocks(offset + 1) {
      makeSpan(opener, close: offset, found)
      return found.end
    }
    // It is no link, but would be one for libcmark with carriers, which have no spaces, behind it.
    if byte(offset + 1) == 0x28 { edit(offset + 1, offset + 1, .bytes("\\")) }
    return offset + 1
  }

  /// The offset behind a link whose text ends at `offset`; nil if it is none.
  private mutating func linkEnd(_ opener: Bracket, _ offset: Int) -> Int? {
    let isRefused = tail.isRefused(offset + 1)
    if !isRefused, byte(offset + 1) == 0x28, let (title, end) = tail.inline(offset + 1) {
      joinLines(offset + 1..<end, title: title)
      return end
    }
    let labelStart = opener.offset + 1
    var label = labelStart..<max(offset, labelStart)
    var end = offset + 1
    var isShort = true
    if let (found, behind) = tail.label(offset + 1) {
      end = behind
      if !found.isEmpty {
        label = found
        isShort = false
      }
    }
    if isShort, opener.hasInner { return nil }
    guard definitions.contains(bytes, label) else { return nil }
    if end > offset + 1 { joinLines(offset + 1..<end, title: 0..<0) }
    // Only the text in the brackets is a link, by its name.
    if isRefused { edit(offset + 1, offset + 1, .bytes("\\")) }
    return end
  }

  /// Puts what follows a link's text on one line: libcmark does not count lines there.
  private mutating func joinLines(_ range: Range<Int>, title: Range<Int>) {
    dropProtections(before: range.upperBound, from: range.lowerBound)
    for offset in range where bytes[offset] == 0x0A {
      edit(offset, offset + 1, .bytes(title.contains(offset) ? "&#10;" : " "))
    }
  }

  /// Takes the attributes behind a link or an image.
  mutating func attributes(_ offset: Int) -> Int {
    guard byte(offset) == 0x7B, let (attributes, end) = attributeBlocks(offset) else {
      return offset
    }
    carry(
      offset, end,
      .attributes(attributes, source: string(offset..<end), lines.position(offset)))
    return end
  }

  /// Makes of `[text]{attributes}` an image for libcmark, which may stand in links and may hold
  /// some.
  private mutating func makeSpan(
    _ opener: Bracket, close: Int, _ found: (attributes: InlineAttributes, end: Int)
  ) {
    if let escape = opener.escape { undo(escape) }
    if opener.isImage {
      edit(opener.offset - 1, opener.offset - 1, .bytes("\\!"))
    } else {
      edit(opener.offset, opener.offset, .bytes("!"))
    }
    dropProtections(before: found.end, from: close)
    edit(close, found.end, .imageEnd(add(.span(found.attributes))))
    // For markdown-it, what begins with a bracket cannot stand in a link.
    deactivateOpeners(escaping: true)
  }

  /// No opener of a link that is open now can open one any more.
  ///
  /// - Parameter escaping: whether libcmark has to be told.
  mutating func deactivateOpeners(escaping: Bool) {
    for index in brackets.indices.dropFirst(inactiveBelow)
    where !brackets[index].isImage && brackets[index].isActive {
      brackets[index].isActive = false
      if escaping {
        let offset = brackets[index].offset
        brackets[index].escape = edit(offset, offset, .bytes("\\"))
      }
    }
    inactiveBelow = brackets.count
  }

  /// Openers that nothing closes are text. libcmark would look at all of them again and again.
  mutating func escapeOpenBrackets() {
    guard brackets.count > 100 else { return }
    for bracket in brackets where bracket.escape == nil {
      edit(bracket.offset, bracket.offset, .bytes("\\"))
    }
  }
}

/// Whether a run of delimiters can begin or end something. (CommonMark 0.30, §6.2.)
struct Flanks {
  let opens: Bool
  let closes: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) {
    let before = Self.scalar(before: run.lowerBound, in: bytes)
    let after = Self.scalar(at: run.upperBound, in: bytes)
    let isSpaceBefore = Self.isSpace(before)
    let isSpaceAfter = Self.isSpace(after)
    let isPunctuationBefore = Self.isPunctuation(before)
    let isPunctuationAfter = Self.isPunctuation(after)
    opens = !isSpaceAfter && (!isPunctuationAfter || isSpaceBefore || isPunctuationBefore)
    closes = !isSpaceBefore && (!isPunctuationBefore || isSpaceAfter || isPunctuationAfter)
  }

  static func scalar(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar {
    guard offset < bytes.count else { return " " }
    if bytes[offset] < 0x80 { return Unicode.Scalar(bytes[offset]) }
    let piece = bytes[offset..<min(offset + 4, bytes.count)]
    return String(decoding: piece, as: UTF8.self).unicodeScalars.first ?? " "
  }

  static func scalar(
    before offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Unicode.Scalar {
    var start = offset - 1
    guard start >= 0 else { return " " }
    while start > 0, bytes[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    return scalar(at: start, in: bytes)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return ByteClass.isSpace(UInt8(scalar.value)) }
    return scalar.properties.generalCategory == .spaceSeparator
  }

  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return ByteClass.isPunctuation(UInt8(scalar.value)) }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}
