internal import DocTree

/// `$a$`, and `$$a$$` where that is switched on. (mdit-py-plugins: dollarmath.)
struct DollarMath: InlineRule {
  let name = "dollarmath"
  let triggers = ["$"]
  private var allowsSpace = true
  private var allowsDigits = true
  private var allowsDouble = false

  func configured(by configuration: Configuration) -> (any InlineRule)? {
    guard MySTInline.isEnabled(name, in: configuration) else { return nil }
    var rule = self
    rule.allowsSpace = configuration[MySTInline.mathAllowsSpace]
    rule.allowsDigits = configuration[MySTInline.mathAllowsDigits]
    rule.allowsDouble = configuration[MySTInline.doubleMath]
    return rule
  }

  func match(_ text: InlineText, at offset: Int) -> InlineMatch? {
    let isDouble = allowsDouble && text[offset + 1] == 0x24
    if !allowsSpace, ByteClass.isSpace(text[offset + 1]) { return nil }
    if !allowsDigits, offset > 0, ByteClass.isDigit(text[offset - 1]) { return nil }
    let start = offset + (isDouble ? 2 : 1)
    var end = start
    while true {
      guard let next = text.firstIndex(of: [0x24], from: end) else { return nil }
      end = next
      if !text.isEscaped(end) {
        if !isDouble || text[end + 1] == 0x24 { break }
        if end + 1 >= text.count { return nil }
      }
      end += 1
    }
    let behind = end + (isDouble ? 2 : 1)
    if !allowsSpace, ByteClass.isSpace(text[end - 1]) { return nil }
    if !allowsDigits, ByteClass.isDigit(text[behind]) { return nil }
    return end > start ? InlineMatch(end: behind, content: start..<end) : nil
  }

  func nodes(_ call: InlineCall, in context: any ParseContext) throws -> [Node] {
    guard call.source.utf8.starts(with: "$$".utf8) else { return [Math(text: call.text)] }
    let block = MathBlock(text: call.text)
    block["nowrap"] = .flag(false)
    block["number"] = AttributeValue.none
    return [block]
  }
}

/// `` {name}`text` ``. (mdit-py-plugins: myst_role.)
struct RoleSyntax: InlineRule {
  let name = "role"
  let triggers = ["{"]

  func match(_ text: InlineText, at offset: Int) -> InlineMatch? {
    var nameEnd = offset + 1
    while Self.isNameByte(text[nameEnd]) { nameEnd += 1 }
    guard nameEnd > offset + 1, text[nameEnd] == 0x7D else { return nil }
    let length = text.runLength(of: 0x60, at: nameEnd + 1)
    let start = nameEnd + 1 + length
    // The text has one byte at least. It ends at the first run that is long enough.
    guard length > 0,
      let end = text.firstIndex(ofRun: 0x60, length: length, from: start + 1)
    else { return nil }
    return InlineMatch(end: end + length, name: offset + 1..<nameEnd, content: start..<end)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ByteClass.isAlphanumeric(byte) || byte == 0x5F || byte == 0x2D || byte == 0x2B || byte == 0x3A
  }

  func nodes(_ call: InlineCall, in context: any ParseContext) throws -> [Node] {
    guard let role = context.role(call.name, at: call.position) else {
      return unknown(call, in: context)
    }
    var text = call.text
    if text.utf8.contains(0x0A) {
      text = String(decoding: text.utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    }
    return try role.run(
      RoleCall(name: call.name, text: text, position: call.position), in: context)
  }

  /// MyST leaves nothing of the text. It is kept here, unless docutils' tree is wanted.
  private func unknown(_ call: InlineCall, in context: any ParseContext) -> [Node] {
    let dialect = context.configuration[Dialect.key]
    let hint =
      nearestName(to: call.name, among: context.registry.roleNames(in: dialect))
      .map { " Did you mean \"\($0)\"?" } ?? ""
    let warning = context.document.report(
      .warning, "Unknown interpreted text role \"\(call.name)\".\(hint)", position: call.position,
      category: "myst.role_unknown")
    if dialect == .docutils {
      let note = Diagnostic(
        .info,
        """
        No role entry for "\(call.name)" in module "docutils.parsers.rst.languages.en".
        Trying "\(call.name)" as canonical role name.
        """, at: call.position)
      return [warning, SystemMessage(note)]
    }
    let text = Text(call.source, position: call.position)
    return [warning, Problematic(children: [text], position: call.position)]
  }
}

/// `[^label]`. (mdit-py-plugins: footnote, without inline ones.)
struct FootnoteReferenceSyntax: InlineRule {
  let name = "footnote_ref"
  let triggers = ["[^"]

  func match(_ text: InlineText, at offset: Int) -> InlineMatch? {
    let start = offset + 2
    var end = start
    while text[end] != 0x5D {
      if end >= text.count || text[end] == 0x20 || text[end] == 0x0A { return nil }
      // Otherwise many openers would be looked at again and again.
      if text[end] == 0x5B, text[end + 1] == 0x5E { return nil }
      end += 1
    }
    guard end > start else { return nil }
    if text[end + 1] == 0x28,
      LinkTail(bytes: text.bytes(0..<text.count)).inline(end + 1) != nil
    {
      return nil
    }
    return InlineMatch(end: end + 1, name: start..<end, content: start..<end)
  }

  func nodes(_ call: InlineCall, in context: any ParseContext) throws -> [Node] {
    let reference = FootnoteReference()
    reference.position = call.position
    reference.refname = call.name
    if call.name.utf8.allSatisfy(ByteClass.isDigit) {
      reference.appendNew([Text(call.name, position: call.position)])
    } else {
      reference.auto = "1"
    }
    return [reference]
  }
}

/// `§1.2`. (mdit-py-plugins: section_ref.)
struct SectionReferenceSyntax: InlineRule {
  let name = "section_ref"
  let triggers = ["§"]

  func configured(by configuration: Configuration) -> (any InlineRule)? {
    MySTInline.isEnabled(name, in: configuration) ? self : nil
  }

  func match(_ text: InlineText, at offset: Int) -> InlineMatch? {
    let start = offset + 2
    var end = start
    while true {
      let part = end
      while ByteClass.isDigit(text[end]) { end += 1 }
      guard end > part, end - part <= 9 else { return nil }
      guard text[end] == 0x2E, ByteClass.isDigit(text[end + 1]) else { break }
      end += 1
    }
    if ByteClass.isLetter(text[end]) { return nil }
    return InlineMatch(end: end, name: start..<end, content: offset..<end)
  }

  func nodes(_ call: InlineCall, in context: any ParseContext) throws -> [Node] {
    let inline = Inline(children: [Text(call.text, position: call.position)])
    inline.classes = ["section-ref"]
    inline["section_numbers"] = .list(
      call.name.split(separator: ".").map { String(Int($0) ?? 0) })
    return [inline]
  }
}
