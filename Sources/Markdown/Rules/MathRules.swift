internal import DocTree

/// `$$ … $$ (label)`: a displayed formula. (MyST: dollarmath.)
struct MathBlockRule: BlockRule {
  let name = "dollarmath.block"
  let triggers: [Character] = ["$"]
  let interruptsParagraph = false
  private var allowsLabels = true

  func configured(by configuration: Configuration) -> (any BlockRule)? {
    guard MystBlocks.isEnabled("dollarmath", in: configuration) else { return nil }
    var rule = self
    rule.allowsLabels = configuration[MySTInline.mathAllowsLabels]
    return rule
  }

  /// Where a formula ends in a line, and its label.
  private struct Closing {
    let end: Int
    let label: String?
  }

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0], line[1] == 0x24 else { return nil }
    let whole = line.trimmed(0..<line.bytes.count)
    if whole.bytes.count > 3 {
      if let closing = closing(line, from: 2) {
        return .nodes(
          LabeledMath.nodes(
            line[2..<closing.end].text.trimmingBlankLines(), closing.label, line, context))
      }
      // Dollars in the middle of the line are no beginning of several lines.
      if Self.hasDollars(line, from: 2) { return nil }
    }
    guard let last = lines.firstIndex(from: 1, key: name, where: { closing($0, from: 0) != nil }),
      let end = lines[last], let closing = closing(end, from: 0)
    else { return nil }
    var text = [line[2..<line.bytes.count].text]
    for index in 1..<last {
      guard let next = lines[index] else { break }
      text.append(String(repeating: " ", count: next.indent) + next.text)
    }
    text.append(String(repeating: " ", count: end.indent) + end[0..<closing.end].text)
    lines.consumed = last + 1
    return .nodes(
      LabeledMath.nodes(
        text.joined(separator: "\n").trimmingBlankLines(), closing.label, line, context))
  }

  /// Two dollars at the end of the line, perhaps with a label in parentheses behind them.
  private func closing(_ line: BlockLine, from start: Int) -> Closing? {
    var end = line.trimmed(0..<line.bytes.count).bytes.count
    var label: String?
    if allowsLabels, end > 0, line[end - 1] == 0x29 {
      guard let open = line.bytes.prefix(end).lastIndex(of: 0x28) else { return nil }
      let labelStart = open - line.bytes.startIndex
      let text = line[(labelStart + 1)..<(end - 1)]
      guard !text.bytes.isEmpty, !text.bytes.contains(0x24), !text.bytes.contains(0x29) else {
        return nil
      }
      label = text.text.split(whereSeparator: \.isWhitespace).joined(separator: "-")
      end = labelStart
      while end > 0, line.isSpace(end - 1) { end -= 1 }
    }
    guard end >= start + 2, line[end - 1] == 0x24, line[end - 2] == 0x24 else { return nil }
    return Closing(end: end - 2, label: label)
  }

  private static func hasDollars(_ line: BlockLine, from start: Int) -> Bool {
    for offset in start..<max(start, line.bytes.count)
    where line[offset] == 0x24 && line[offset + 1] == 0x24 {
      return true
    }
    return false
  }
}

/// `\begin{equation} … \end{equation}` and the other environments of amsmath. (MyST: amsmath.)
struct LatexBlockRule: BlockRule {
  let name = "amsmath"
  let triggers: [Character] = ["\\"]

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
      text.append(String(repeating: " ", count: max(0, next.indent - line.indent)) + next.text)
    }
    lines.consumed = last + 1
    let formula = text.joined(separator: "\n")
    if !isStarred, context.configuration[Dialect.key] == .sphinx {
      return .nodes(LabeledMath.numbered(formula, line, context))
    }
    let math = LabeledMath.block(formula, line)
    math.classes = ["amsmath"]
    math["nowrap"] = .flag(true)
    if context.configuration[Dialect.key] == .sphinx {
      math["number"] = AttributeValue.none
    } else if !isStarred {
      math["numbered"] = .flag(true)
    }
    return .nodes([math])
  }
}

/// Displayed formulas as the two dialects have them.
enum LabeledMath {
  static func block(_ text: String, _ line: BlockLine) -> MathBlock {
    let math = MathBlock(text: text)
    math.position = line.position
    return math
  }

  /// A formula that may have a label. In Sphinx's dialect, that is the name of a target before it.
  static func nodes(
    _ text: String, _ label: String?, _ line: BlockLine, _ context: any ParseContext
  ) -> [Node] {
    let math = block(text, line)
    math["nowrap"] = .flag(false)
    math["number"] = AttributeValue.none
    guard let label, !label.isEmpty else { return [math] }
    guard context.configuration[Dialect.key] == .sphinx else {
      math.names = [ReferenceName.normalized(label)]
      return [math]
    }
    return [target(for: label, math, context), math]
  }

  /// A formula that is numbered although it has no label: it gets one that nobody else has.
  static func numbered(
    _ text: String, _ line: BlockLine, _ context: any ParseContext
  ) -> [Node] {
    let math = block(text, line)
    math.classes = ["amsmath"]
    math["nowrap"] = .flag(true)
    var number = 1
    let place = "\(line.position.line)"
    var label = "amsmath-\(place)"
    while context.document.element(withID: "equation-\(label)") != nil {
      number += 1
      label = "amsmath-\(place)-\(number)"
    }
    return [target(for: label, math, context), math]
  }

  private static func target(
    for label: String, _ math: MathBlock, _ context: any ParseContext
  ) -> Target {
    math["label"] = .string(label)
    math["docname"] = .string(context.documentName)
    let target = Target()
    target.position = math.position
    target.ids = [Identifier.make(from: "equation-\(label)")]
    context.document.setID(for: target)
    return target
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

extension String {
  /// Without lines of nothing but white space at both ends.
  func trimmingBlankLines() -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
