internal import DocTree

/// `$$ … $$ (label)`: a displayed formula. (MyST: dollarmath.)
struct MathBlockRule: BlockRule {
  let name = "dollarmath.block"
  let triggers: [Character] = ["$"]
  let interruptsParagraph = false

  func configured(by configuration: Configuration) -> (any BlockRule)? {
    MystBlocks.isEnabled("dollarmath", in: configuration) ? self : nil
  }

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0], line[1] == 0x24 else { return nil }
    if let (end, label) = Self.closing(line, from: 2) {
      return .nodes([Self.math(line[2..<end].text, label, line, context)])
    }
    let last = lines.firstIndex(from: 1, key: name) { Self.closing($0, from: 0) != nil }
    guard let last, let (end, label) = lines[last].flatMap({ Self.closing($0, from: 0) }) else {
      return nil
    }
    var text = [line[2..<line.bytes.count].text]
    for index in 1..<last {
      guard let next = lines[index] else { break }
      text.append(String(repeating: " ", count: next.indent) + next.text)
    }
    if let next = lines[last] { text.append(next[0..<end].text) }
    lines.consumed = last + 1
    while text.first?.isEmpty == true { text.removeFirst() }
    while text.last?.isEmpty == true { text.removeLast() }
    return .nodes([Self.math(text.joined(separator: "\n"), label, line, context)])
  }

  /// - Returns: the offset of two dollars at the end of the line, and the label behind them.
  private static func closing(_ line: BlockLine, from start: Int) -> (Int, String?)? {
    var end = line.trimmed(0..<line.bytes.count).bytes.count
    var label: String?
    if end > 0, line[end - 1] == 0x29 {
      guard let open = line.bytes.lastIndex(of: 0x28) else { return nil }
      let start = open - line.bytes.startIndex
      label = line[(start + 1)..<(end - 1)].text
      end = start
      while end > 0, line.isSpace(end - 1) { end -= 1 }
    }
    guard end >= start + 2, line[end - 1] == 0x24, line[end - 2] == 0x24,
      end < start + 3 || line[end - 3] != 0x5C
    else { return nil }
    return (end - 2, label)
  }

  private static func math(
    _ text: String, _ label: String?, _ line: BlockLine, _ context: any ParseContext
  ) -> MathBlock {
    let math = MathBlock(text: text)
    math.position = line.position
    math.undeclaredAttributes = ["nowrap": .flag(false), "number": .none]
    if let label, !label.isEmpty {
      math.names = [ReferenceName.normalized(label)]
      context.document.noteExplicitTarget(math)
    }
    return math
  }
}

/// `\begin{equation} … \end{equation}` and the other environments of amsmath. (MyST: amsmath.)
struct LatexBlockRule: BlockRule {
  let name = "amsmath"
  let triggers: [Character] = ["\\"]
  let interruptsParagraph = false

  private static let environments: Set<String> = [
    "equation", "multline", "gather", "align", "alignat", "flalign", "matrix", "pmatrix", "bmatrix",
    "Bmatrix", "vmatrix", "Vmatrix", "eqnarray",
  ]

  func configured(by configuration: Configuration) -> (any BlockRule)? {
    MystBlocks.isEnabled("amsmath", in: configuration) ? self : nil
  }

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0], line.text.hasPrefix("\\begin{"),
      let close = line.bytes.firstIndex(of: 0x7D)
    else { return nil }
    let name = line[7..<(close - line.bytes.startIndex)].text
    let isStarred = name.utf8.last == 0x2A
    guard Self.environments.contains(isStarred ? String(name.dropLast()) : name) else { return nil }
    let end = Array("\\end{\(name)}".utf8)
    guard
      let last = lines.firstIndex(from: 0, key: name + "*end", where: { $0.bytes.ends(with: end) })
    else { return nil }
    var text = [line.text]
    for index in 1..<max(1, last + 1) {
      guard let next = lines[index] else { break }
      text.append(String(repeating: " ", count: next.indent) + next.text)
    }
    lines.consumed = last + 1
    let math = MathBlock(text: text.joined(separator: "\n"))
    math.classes = ["amsmath"]
    math.undeclaredAttributes["nowrap"] = .flag(true)
    if !isStarred { math.undeclaredAttributes["numbered"] = .flag(true) }
    return .nodes([math])
  }
}

extension ArraySlice<UInt8> {
  /// Whether the last bytes but white space are `suffix`.
  func ends(with suffix: [UInt8]) -> Bool {
    var end = endIndex
    while end > startIndex, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return end - startIndex >= suffix.count
      && self[(end - suffix.count)..<end].elementsEqual(suffix)
  }
}
