internal import DocTree

/// Signs for what can be typed: (c) © and so on. (markdown-it: replacements.)
enum Replacements {
  static func apply(to text: Text) {
    let bytes = Array(text.string.utf8)
    guard bytes.contains(where: { $0 == 0x28 || isRepeated($0) }) else { return }
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x28, let (sign, length) = abbreviation(bytes, offset) {
        result += Array(sign.utf8)
        offset += length
      } else if byte == 0x2B, offset + 1 < bytes.count, bytes[offset + 1] == 0x2D {
        result += Array("±".utf8)
        offset += 2
      } else if isRepeated(byte) {
        var end = offset
        while end < bytes.count, bytes[end] == byte { end += 1 }
        append(bytes, offset..<end, to: &result)
        offset = end
      } else {
        result.append(byte)
        offset += 1
      }
    }
    if result != bytes { text.string = String(decoding: result, as: UTF8.self) }
  }

  private static func isRepeated(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x2B, 0x2C, 0x2D, 0x2E, 0x3F: true
    default: false
    }
  }

  private static func abbreviation(_ bytes: [UInt8], _ start: Int) -> (String, Int)? {
    for (letters, sign) in [("c", "©"), ("r", "®"), ("tm", "™")] {
      let end = start + 1 + letters.utf8.count
      if end < bytes.count, bytes[end] == 0x29,
        bytes[start + 1..<end].map({ $0 | 0x20 }) == Array(letters.utf8)
      {
        return (sign, letters.utf8.count + 2)
      }
    }
    return nil
  }

  /// A run of one character.
  private static func append(_ bytes: [UInt8], _ run: Range<Int>, to result: inout [UInt8]) {
    let byte = bytes[run.lowerBound]
    switch byte {
    case 0x2E where run.count >= 2:
      // Behind a question or an exclamation, two dots stay.
      let follows = result.last == 0x3F || result.last == 0x21
      result += follows ? [0x2E, 0x2E] : Array("…".utf8)
    case 0x21, 0x3F: result += repeatElement(byte, count: run.count >= 4 ? 3 : run.count)
    case 0x2C: result.append(byte)
    case 0x2D where run.count == 3: result += Array("—".utf8)
    case 0x2D where run.count == 2:
      let before = run.lowerBound > 0 ? bytes[run.lowerBound - 1] : 0x0A
      let after = run.upperBound < bytes.count ? bytes[run.upperBound] : 0x0A
      // As a dash between spaces or between words, not beside one space only.
      let isDash = ByteClass.isSpace(before) == ByteClass.isSpace(after)
      let isEdge = before == 0x0A || after == 0x0A
      result += isDash || isEdge ? Array("–".utf8) : [0x2D, 0x2D]
    default: result += bytes[run]
    }
  }
}

/// Quotation marks that curl. (markdown-it: smartquotes, with its default marks.)
struct SmartQuotes {
  let fixed: Set<ObjectIdentifier>

  private struct Opener {
    var item: Int
    var offset: Int
    var isSingle: Bool
    var level: Int
  }

  func apply(to run: InlineRun) {
    var scalars: [[Unicode.Scalar]] = run.items.map { item in
      guard case .text(let text) = item.kind else { return [] }
      return Array(text.string.unicodeScalars)
    }
    var changed: Set<Int> = []
    var openers: [Opener] = []
    /// How many of them there are of each sort: without one, none is looked for.
    var counts: [Int: Int] = [:]
    func key(_ level: Int, _ isSingle: Bool) -> Int { level * 2 + (isSingle ? 1 : 0) }
    func drop(to count: Int) {
      while openers.count > count {
        let opener = openers.removeLast()
        counts[key(opener.level, opener.isSingle), default: 1] -= 1
      }
    }
    for (index, item) in run.items.enumerated() {
      while let last = openers.last, last.level > item.level { drop(to: openers.count - 1) }
      guard case .text(let text) = item.kind, !fixed.contains(ObjectIdentifier(text)) else {
        continue
      }
      for offset in scalars[index].indices {
        let quote = scalars[index][offset]
        guard quote == "'" || quote == "\"" else { continue }
        let before =
          offset > 0 ? scalars[index][offset - 1] : neighbor(run, scalars, index, step: -1)
        let after =
          offset + 1 < scalars[index].count
          ? scalars[index][offset + 1] : neighbor(run, scalars, index, step: 1)
        let (opens, closes) = Self.role(of: quote, before, after)
        let isSingle = quote == "'"
        if !opens, !closes {
          if isSingle {
            scalars[index][offset] = "\u{2019}"
            changed.insert(index)
          }
          continue
        }
        if closes, counts[key(item.level, isSingle), default: 0] > 0,
          let match = openers.lastIndex(where: {
            $0.level == item.level && $0.isSingle == isSingle
          })
        {
          let opener = openers[match]
          scalars[index][offset] = isSingle ? "\u{2019}" : "\u{201D}"
          scalars[opener.item][opener.offset] = isSingle ? "\u{2018}" : "\u{201C}"
          changed.insert(index)
          changed.insert(opener.item)
          drop(to: match)
        } else if opens {
          openers.append(Opener(item: index, offset: offset, isSingle: isSingle, level: item.level))
          counts[key(item.level, isSingle), default: 0] += 1
        } else if isSingle {
          scalars[index][offset] = "\u{2019}"
          changed.insert(index)
        }
      }
    }
    for index in changed.sorted() {
      guard case .text(let text) = run.items[index].kind else { continue }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[index])
      text.string = String(view)
    }
  }

  /// The character beside a text: a space at the end of a line or of the leaf.
  private func neighbor(
    _ run: InlineRun, _ scalars: [[Unicode.Scalar]], _ index: Int, step: Int
  ) -> Unicode.Scalar {
    var current = index + step
    while current >= 0, current < run.items.count {
      switch run.items[current].kind {
      case .lineBreak: return " "
      case .other(let first, let last): return step > 0 ? first : last
      case .text:
        if let scalar = step > 0 ? scalars[current].first : scalars[current].last { return scalar }
      }
      current += step
    }
    return " "
  }

  private static func role(
    of quote: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> (opens: Bool, closes: Bool) {
    let isPunctuationBefore = Flanks.isPunctuation(before)
    let isPunctuationAfter = Flanks.isPunctuation(after)
    let isSpaceBefore = Flanks.isSpace(before)
    let isSpaceAfter = Flanks.isSpace(after)
    var opens = !isSpaceAfter && (!isPunctuationAfter || isSpaceBefore || isPunctuationBefore)
    var closes = !isSpaceBefore && (!isPunctuationBefore || isSpaceAfter || isPunctuationAfter)
    if after == "\"", quote == "\"", ("0"..."9").contains(before) {
      // Of 1"", the first is an inch.
      opens = false
      closes = false
    }
    if opens, closes {
      opens = isPunctuationBefore
      closes = isPunctuationAfter
    }
    return (opens, closes)
  }
}
