internal import DocTree

/// Quotation marks that curl. (markdown-it: smartquotes, with its default marks.)
struct SmartQuotes {
  /// A mark that may begin something.
  private struct Opener {
    let item: Int
    let offset: Int
    let isSingle: Bool
    let level: Int
  }

  private var openers: [Opener] = []
  /// How many of them there are of each sort: without one, none is looked for.
  private var counts: [Int: Int] = [:]
  /// What becomes of the mark at an offset of an item.
  private var changes: [(item: Int, offset: Int, mark: StaticString)] = []

  mutating func apply(to run: InlineRun) {
    for (index, item) in run.items.enumerated() {
      while let last = openers.last, last.level > item.level { drop(to: openers.count - 1) }
      guard item.signs.contains(.quotes), case .text(let text) = item.kind else { continue }
      var string = text.string
      string.withUTF8 { bytes in
        for offset in bytes.indices where bytes[offset] == 0x27 || bytes[offset] == 0x22 {
          let before =
            offset > 0
            ? Flanks.scalar(before: offset, in: bytes) : run.neighbor(of: index, step: -1)
          let after =
            offset + 1 < bytes.count
            ? Flanks.scalar(at: offset + 1, in: bytes) : run.neighbor(of: index, step: 1)
          read(bytes[offset], before, after, index, offset, item.level)
        }
      }
    }
    change(run)
  }

  private mutating func read(
    _ quote: UInt8, _ before: Unicode.Scalar, _ after: Unicode.Scalar, _ item: Int, _ offset: Int,
    _ level: Int
  ) {
    let isSingle = quote == 0x27
    let (opens, closes) = Self.role(of: quote, before, after)
    if closes, counts[Self.key(level, isSingle), default: 0] > 0,
      let match = openers.lastIndex(where: { $0.level == level && $0.isSingle == isSingle })
    {
      let opener = openers[match]
      changes.append((item, offset, isSingle ? "\u{2019}" : "\u{201D}"))
      changes.append((opener.item, opener.offset, isSingle ? "\u{2018}" : "\u{201C}"))
      drop(to: match)
    } else if opens {
      openers.append(Opener(item: item, offset: offset, isSingle: isSingle, level: level))
      counts[Self.key(level, isSingle), default: 0] += 1
    } else if isSingle {
      changes.append((item, offset, "\u{2019}"))
    }
  }

  private static func key(_ level: Int, _ isSingle: Bool) -> Int { level * 2 + (isSingle ? 1 : 0) }

  private mutating func drop(to count: Int) {
    while openers.count > count {
      let opener = openers.removeLast()
      counts[Self.key(opener.level, opener.isSingle), default: 1] -= 1
    }
  }

  private mutating func change(_ run: InlineRun) {
    changes.sort { ($0.item, $0.offset) < ($1.item, $1.offset) }
    var rest = changes[...]
    while let item = rest.first?.item {
      guard case .text(let text) = run.items[item].kind else { return }
      let bytes = Array(text.string.utf8)
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + 2 * rest.count)
      var done = 0
      while let change = rest.first, change.item == item {
        result += bytes[done..<change.offset]
        change.mark.withUTF8Buffer { result += $0 }
        done = change.offset + 1
        rest.removeFirst()
      }
      result += bytes[done...]
      text.string = String(decoding: result, as: UTF8.self)
    }
  }

  /// Whether a mark can begin and end something.
  private static func role(
    of quote: UInt8, _ before: Unicode.Scalar, _ after: Unicode.Scalar
  ) -> (opens: Bool, closes: Bool) {
    let isPunctuationBefore = Flanks.isPunctuation(before)
    let isPunctuationAfter = Flanks.isPunctuation(after)
    let isSpaceBefore = Flanks.isSpace(before)
    let isSpaceAfter = Flanks.isSpace(after)
    var opens = !isSpaceAfter && (!isPunctuationAfter || isSpaceBefore || isPunctuationBefore)
    var closes = !isSpaceBefore && (!isPunctuationBefore || isSpaceAfter || isPunctuationAfter)
    if after == "\"", quote == 0x22, ("0"..."9").contains(before) {
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
