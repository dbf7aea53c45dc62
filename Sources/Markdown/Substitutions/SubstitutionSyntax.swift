internal import DocTree

/// `{{ name }}` in text. (mdit-py-plugins: substitution.)
struct SubstitutionSyntax: InlineRule {
  let name = "substitution"
  private var delimiters = SubstitutionDelimiters()

  var triggers: [String] { [delimiters.open] }

  func configured(by configuration: Configuration) -> (any InlineRule)? {
    guard MySTInline.isEnabled(name, in: configuration) else { return nil }
    var rule = self
    rule.delimiters = SubstitutionDelimiters(configuration)
    return rule
  }

  func match(_ text: InlineText, at offset: Int) -> InlineMatch? {
    let open = Array(delimiters.open.utf8)
    let close = Array(delimiters.close.utf8)
    for (index, byte) in open.enumerated() where text[offset + index] != byte { return nil }
    guard let end = text.firstIndex(of: close, from: offset + open.count) else { return nil }
    return InlineMatch(end: end + close.count, content: offset + open.count..<end)
  }

  func nodes(_ call: InlineCall, in context: any ParseContext) throws -> [Node] {
    var position = call.position
    position.column += delimiters.open.utf8.count
    return try Substitution(context: context, position: call.position)
      .nodes(call.text, at: position, isInline: true)
  }
}

/// `{{ name }}` alone in a line: what it stands for is read as blocks.
struct SubstitutionRule: BlockRule {
  let name = "substitution_block"
  let interruptsParagraph = false
  let triggers: [Character]
  private var delimiters = SubstitutionDelimiters()

  init() { triggers = ["{"] }

  private init(_ delimiters: SubstitutionDelimiters) {
    self.delimiters = delimiters
    // A character beyond ASCII is no trigger; any line will do then.
    triggers = delimiters.open.first.flatMap { $0.isASCII ? [$0] : nil } ?? []
  }

  func configured(by configuration: Configuration) -> (any BlockRule)? {
    MySTInline.isEnabled("substitution", in: configuration)
      ? SubstitutionRule(SubstitutionDelimiters(configuration)) : nil
  }

  func parse(_ lines: BlockLines, in context: any ParseContext) throws -> BlockMatch? {
    guard let line = lines[0] else { return nil }
    let open = Array(delimiters.open.utf8)
    let close = Array(delimiters.close.utf8)
    let text = line.trimmed(0..<line.bytes.count)
    guard text.bytes.count > open.count + close.count, text.bytes.starts(with: open),
      text.bytes.suffix(close.count).elementsEqual(close)
    else { return nil }
    let content = text[open.count..<(text.bytes.count - close.count)]
    // `{{ a }}{{ b }}` is a paragraph.
    guard !content.text.contains(delimiters.close) else { return nil }
    let (expression, place, start) = (content.text, content.position, line.position)
    return .later { context in
      try Substitution(context: context, position: start)
        .nodes(expression, at: place, isInline: false)
    }
  }
}

/// What stands around substitutions.
struct SubstitutionDelimiters: Sendable {
  var open = "{{"
  var close = "}}"

  init() {}

  init(_ configuration: Configuration) {
    let characters = configuration[MystSettings.substitutionDelimiters]
    guard characters.count == 2 else { return }
    open = characters[0] + characters[0]
    close = characters[1] + characters[1]
  }
}
