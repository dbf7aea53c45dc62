internal import DocTree

/// One pass over the text of a leaf, in the order in which markdown-it's rules take precedence: it
/// finds what libcmark does not know, and says what libcmark is given instead.
struct LeafScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let syntax: InlineSyntax
  let definitions: LinkDefinitions
  /// The same bytes, for rules.
  let view: InlineText
  /// Where the leaf's lines stand.
  let lines: LeafLines
  let tail: LinkTail
  var markup: MarkupScanner

  private(set) var edits: [Edit] = []
  private(set) var carriers: [Carrier]
  /// Edits that keep a line from beginning a block, by the line's offset. What is verbatim and
  /// holds such a line is carried whole instead.
  var protections: [Protection] = []
  private var nextProtection = 0
  var brackets: [Bracket] = []
  /// Openers of links below this index cannot open one.
  var inactiveBelow = 0
  /// Where the last run of each length of backticks stands.
  private var lastRuns: LastRuns?

  struct Protection {
    var line: Int
    var edits: [Edit]
  }

  /// A `[` that is not closed.
  struct Bracket {
    var offset: Int
    var isImage: Bool
    var isActive = true
    /// Whether another one has opened behind it.
    var hasInner = false
    /// The edit that escapes it.
    var escape: Int?
  }

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, syntax: InlineSyntax, definitions: LinkDefinitions,
    view: InlineText, lines: LeafLines, carriers: [Carrier]
  ) {
    self.bytes = bytes
    self.syntax = syntax
    self.definitions = definitions
    self.view = view
    self.lines = lines
    self.carriers = carriers
    tail = LinkTail(bytes: bytes)
    markup = MarkupScanner(bytes)
  }

  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset < bytes.count && offset >= 0 ? bytes[offset] : 0 }

  mutating func scan() {
    let table = syntax.table
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if table[Int(byte)] & InlineSyntax.Flags.active.rawValue == 0 {
        offset += 1
        continue
      }
      if !syntax.rulesByFirst[Int(byte)].isEmpty, let end = applyRules(offset) {
        offset = end
        continue
      }
      if !syntax.plainCharacters.isEmpty, syntax.plainCharacters.contains(byte) {
        carry(offset, offset + 1, .plain(string(offset..<offset + 1), lines.position(offset)))
        offset += 1
        continue
      }
      switch byte {
      case 0x5C: offset = escape(offset)
      case 0x60: offset = code(offset)
      case 0x3C: offset = angle(offset)
      case 0x5B:
        open(offset, isImage: false)
        offset += 1
      case 0x5D: offset = close(offset)
      case 0x21: offset = exclamation(offset)
      case 0x3A: offset = address(offset)
      case 0x7E where syntax.strikethrough: offset = tildes(offset)
      case 0x26 where syntax.changesText: offset = entity(offset)
      case 0x00:
        edit(offset, offset + 1, .bytes("\u{FFFD}"))
        offset += 1
      default: offset += 1
      }
    }
    escapeOpenBrackets()
    for protection in protections[nextProtection...] { edits += protection.edits }
    protections.removeAll()
    sort()
  }

  /// Edits at one offset stay in their order, insertions before replacements.
  private mutating func sort() {
    let isSorted = zip(edits, edits.dropFirst()).allSatisfy { $0.start <= $1.start }
    if isSorted { return }
    let order = edits.indices.sorted {
      (edits[$0].start, edits[$0].end, $0) < (edits[$1].start, edits[$1].end, $1)
    }
    edits = order.map { edits[$0] }
  }

  // MARK: Edits

  @discardableResult
  mutating func edit(_ start: Int, _ end: Int, _ replacement: Edit.Replacement) -> Int {
    edits.append(Edit(start: start, end: end, replacement: replacement))
    return edits.count - 1
  }

  /// Takes an edit back, which keeps the others' indices.
  mutating func undo(_ index: Int) { edits[index].replacement = .bytes("") }

  /// Puts a carrier where a range stands.
  mutating func carry(_ start: Int, _ end: Int, _ carrier: Carrier) {
    dropProtections(before: end, from: start)
    edit(start, end, .carrier(add(carrier)))
  }

  mutating func add(_ carrier: Carrier) -> Int {
    carriers.append(carrier)
    return carriers.count - 1
  }

  /// Passes the protections of lines before `end`: those before `start` are kept, the others not.
  mutating func dropProtections(before end: Int, from start: Int) {
    while nextProtection < protections.count, protections[nextProtection].line < end {
      let protection = protections[nextProtection]
      if protection.line < start { edits += protection.edits }
      nextProtection += 1
    }
  }

  /// Whether a line in the range has to be kept from beginning a block.
  func needsCarrier(_ start: Int, _ end: Int) -> Bool {
    var index = nextProtection
    while index < protections.count, protections[index].line < end {
      if protections[index].line >= start { return true }
      index += 1
    }
    return false
  }

  mutating func takeCarriers() -> [Carrier] {
    defer { carriers = [] }
    return carriers
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  // MARK: Rules

  private mutating func applyRules(_ offset: Int) -> Int? {
    for (index, second) in syntax.rulesByFirst[Int(bytes[offset])]
    where second == 0 || second == byte(offset + 1) {
      guard let match = syntax.rules[index].match(view, at: offset), match.end > offset,
        match.end <= bytes.count
      else { continue }
      let call = InlineCall(
        source: string(offset..<match.end), name: string(match.name),
        text: string(match.content), position: lines.position(offset))
      if bytes[offset] == 0x5B { deactivateOpeners(escaping: true) }
      carry(offset, match.end, .rule(index, call))
      return match.end
    }
    return nil
  }

  // MARK: What libcmark knows

  private mutating func escape(_ offset: Int) -> Int {
    let next = byte(offset + 1)
    if next == 0x0A {
      // libcmark does not count the line that ends so.
      carry(offset, offset + 1, .hardBreak(lines.position(offset)))
      return offset + 1
    }
    guard ByteClass.isPunctuation(next) else {
      // The backslash stands for itself, but no rule begins behind it.
      return offset + (next == 0 ? 1 : 2)
    }
    if syntax.changesText {
      carry(offset, offset + 2, .text(string(offset + 1..<offset + 2), lines.position(offset)))
    }
    return offset + 2
  }

  /// An entity in a text that will be changed: what it stands for is left alone.
  private mutating func entity(_ offset: Int) -> Int {
    var end = offset + 1
    if byte(end) == 0x23 { end += 1 }
    while ByteClass.isAlphanumeric(byte(end)), end - offset < 40 { end += 1 }
    guard byte(end) == 0x3B else { return offset + 1 }
    let source = string(offset..<end + 1)
    guard let text = Self.protectedEntities[source] else { return end + 1 }
    carry(offset, end + 1, .text(text, lines.position(offset)))
    return end + 1
  }

  /// Entities of the characters that text rules change.
  private static let protectedEntities: [String: String] = [
    "&amp;": "&", "&AMP;": "&", "&#38;": "&", "&quot;": "\"", "&QUOT;": "\"", "&#34;": "\"",
    "&#x22;": "\"", "&#X22;": "\"",
    "&apos;": "'", "&#39;": "'", "&#x27;": "'", "&#X27;": "'",
    "&period;": ".", "&#46;": ".", "&lpar;": "(", "&#40;": "(", "&rpar;": ")", "&#41;": ")",
    "&#45;": "-", "&plus;": "+", "&#43;": "+", "&comma;": ",", "&#44;": ",", "&quest;": "?",
    "&#63;": "?", "&excl;": "!", "&#33;": "!", "&commat;": "@", "&#64;": "@", "&colon;": ":",
    "&#58;": ":", "&sol;": "/", "&#47;": "/",
  ]

  private mutating func code(_ offset: Int) -> Int {
    let length = view.runLength(of: 0x60, at: offset)
    let start = offset + length
    if lastRuns == nil { findRuns() }
    guard let last = lastRuns?.last(length), last >= start else {
      // Behind a run that has no counterpart, libcmark 0.30.2 misses other code spans.
      dropProtections(before: offset + 1, from: offset)
      for backtick in offset..<start { edit(backtick, backtick, .bytes("\\")) }
      return start
    }
    var end = start
    while end < bytes.count {
      if bytes[end] != 0x60 {
        end += 1
        continue
      }
      let run = view.runLength(of: 0x60, at: end)
      if run == length { break }
      end += run
    }
    let behind = end + length
    var attributes: InlineAttributes?
    var next = behind
    if syntax.attributes, byte(behind) == 0x7B, let found = attributeBlocks(behind) {
      attributes = found.attributes
      next = found.end
    }
    if attributes != nil || needsCarrier(offset, behind) {
      carry(offset, next, .code(codeText(start..<end), attributes, lines.position(offset)))
    }
    return next
  }

  private mutating func findRuns() {
    var runs = LastRuns()
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] != 0x60 {
        offset += 1
        continue
      }
      let length = view.runLength(of: 0x60, at: offset)
      runs.note(length, at: offset)
      offset += length
    }
    lastRuns = runs
  }

  /// What a code span says: line ends are spaces, and one space goes at both ends if there is more.
  private func codeText(_ range: Range<Int>) -> String {
    var text = bytes[range].map { $0 == 0x0A ? 0x20 : $0 }
    if text.count > 1, text.first == 0x20, text.last == 0x20, text.contains(where: { $0 != 0x20 }) {
      text.removeFirst()
      text.removeLast()
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// One or more blocks of attributes in a row.
  func attributeBlocks(_ start: Int) -> (attributes: InlineAttributes, end: Int)? {
    guard var result = InlineAttributes.parse(bytes, from: start) else { return nil }
    while byte(result.end) == 0x7B, let next = InlineAttributes.parse(bytes, from: result.end) {
      result.attributes.merge(next.attributes)
      result.end = next.end
    }
    return result
  }

  private mutating func angle(_ offset: Int) -> Int {
    if let end = markup.autolink(offset) {
      if LinkAddress.isRefused(bytes, at: offset) {
        edit(offset, offset, .bytes("\\"))
        return offset + 1
      }
      dropProtections(before: end, from: offset)
      return syntax.attributes ? attributes(end) : end
    }
    guard let end = markup.html(offset) else { return offset + 1 }
    if needsCarrier(offset + 1, end) {
      carry(offset, end, .html(string(offset..<end), lines.position(offset)))
    }
    return end
  }

  private mutating func tildes(_ offset: Int) -> Int {
    let count = view.runLength(of: 0x7E, at: offset)
    let end = offset + count
    let isDelimiter = syntax.singleTilde ? count <= 2 : count >= 2
    guard isDelimiter else {
      return end
    }
    let flanks = Flanks(bytes, offset..<end)
    carry(
      offset, end,
      .tildes(
        Carrier.Tildes(count: count, opens: flanks.opens, closes: flanks.closes),
        lines.position(offset)))
    return end
  }
}

/// Where the last run of each length stands. Nearly all are short.
private struct LastRuns {
  private var short: [Int] = []
  private var long: [Int: Int] = [:]

  mutating func note(_ length: Int, at offset: Int) {
    guard length < 64 else {
      long[length] = offset
      return
    }
    while short.count <= length { short.append(-1) }
    short[length] = offset
  }

  /// - Returns: nil, or -1, if there is none.
  func last(_ length: Int) -> Int? { length < short.count ? short[length] : long[length] }
}
