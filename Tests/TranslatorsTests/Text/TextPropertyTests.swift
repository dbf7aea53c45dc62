import DocTree
import Testing
import Translators

/// Makes trees of blocks, tables among them, in which each paragraph is a word of its own.
private struct TreeMaker {
  /// The state of a linear congruential generator: the same trees in each run.
  var state: UInt64
  var words: [String] = []

  mutating func choose(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  mutating func word() -> String {
    words.append("w\(words.count)" + (choose(3) == 0 ? "日本" : ""))
    return words[words.count - 1]
  }

  mutating func blocks(_ depth: Int) -> [Node] {
    var result: [Node] = []
    for _ in 0...choose(3) { result.append(block(depth)) }
    return result
  }

  mutating func block(_ depth: Int) -> Node {
    guard depth > 0 else { return Paragraph(word()) }
    switch choose(11) {
    case 0: return BlockQuote(children: blocks(depth - 1))
    case 1: return BulletList(ListItem(children: blocks(depth - 1)), ListItem())
    case 2: return EnumeratedList(ListItem(children: blocks(depth - 1)), ListItem(Text(word())))
    case 3:
      return DefinitionList(
        DefinitionListItem(Term(word()), Definition(children: blocks(depth - 1))))
    case 4: return Note(children: blocks(depth - 1))
    case 5: return Admonition(children: [Title(word())] + blocks(depth - 1))
    case 6: return Footnote(children: [Label(text: word())] + blocks(depth - 1))
    case 7: return table(depth - 1)
    case 8: return LineBlock(Line(word()), Line(word()))
    case 9: return LiteralBlock(word() + "\n  " + word())
    default: return Paragraph(word() + " ", Emphasis(word()), " \(word()) ", Strong(word()))
    }
  }

  mutating func table(_ depth: Int) -> Node {
    let body = Tbody()
    for _ in 0...choose(3) {
      var entries: [Node] = []
      for _ in 0...choose(3) {
        let entry = Entry(children: blocks(depth))
        if choose(4) == 0 { entry.morecols = choose(3) }
        if choose(4) == 0 { entry.morerows = choose(3) }
        entries.append(entry)
      }
      do { try body.append(Row(children: entries)) } catch { Issue.record(error) }
    }
    return Table(Tgroup(body))
  }
}

@Suite struct TextPropertyTests {
  @Test(arguments: 1...60)
  func nothingIsLost(seed: UInt64) throws {
    var maker = TreeMaker(state: seed)
    let document = Document(children: maker.blocks(5))
    for width in [0, 1, 70] {
      let (text, diagnostics) = try plainWithDiagnostics(document, width: width)
      #expect(diagnostics == [])
      if width == 0 {
        // Otherwise words may be broken.
        let found = text.split { !($0.isLetter || $0.isNumber) }.filter { $0.hasPrefix("w") }
        let isEqual = found.map(String.init).sorted() == maker.words.sorted()
        #expect(isEqual, "\(text)")
      }
      #expect(!text.hasPrefix("\n") && !text.hasSuffix("\n\n"))
      #expect(!text.contains("\n\n\n"))
    }
  }

  @Test(arguments: 1...30)
  func gridsAreRectangles(seed: UInt64) throws {
    var maker = TreeMaker(state: seed)
    let document = Document(maker.table(3))
    for width in [0, 1, 40, 70] {
      let (text, _) = try plainWithDiagnostics(document, width: width)
      let widths = Set(text.split(separator: "\n").map { DisplayWidth.of($0) })
      #expect(widths.count == 1, "\(text)")
    }
  }
}
