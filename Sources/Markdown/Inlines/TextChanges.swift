internal import DocTree

/// Changes the text of a leaf after it is parsed: addresses become links, characters typographic
/// ones, in markdown-it's order.
struct TextChanges {
  let syntax: InlineSyntax
  let links: LinkMaker
  /// Texts and elements that stay as they are: escaped characters, what rules have made.
  let fixed: Set<ObjectIdentifier>
  /// Those of them that rules have made, which are not joined with the text around them.
  let made: Set<ObjectIdentifier>
  /// What was seen in the texts.
  let signs: TextSigns

  func apply(to children: [Node]) -> [Node] {
    var children = children
    if signs.contains(.address) { children = linked(children) }
    if signs.contains(.replaced) || signs.contains(.quotes) {
      let run = InlineRun(children, fixed: fixed, syntax: syntax)
      if run.signs.contains(.replaced) {
        for item in run.items where item.signs.contains(.replaced) {
          if case .text(let text) = item.kind { Replacements.apply(to: text) }
        }
      }
      if run.signs.contains(.quotes) {
        var quotes = SmartQuotes()
        quotes.apply(to: run)
      }
    }
    return joined(children)
  }

  // MARK: Links

  /// Makes links in all texts that are not in a link.
  private func linked(_ children: [Node]) -> [Node] {
    let result = linkedTexts(children) ?? children
    var pending = result.compactMap(\.asElement)
    while let element = pending.popLast() {
      guard isOpen(element) else { continue }
      if let changed = linkedTexts(element.children) {
        // All at once: taken out one by one, those behind would move each time.
        element.removeChildren()
        element.appendNew(changed)
      }
      pending += element.children.compactMap(\.asElement)
    }
    return result
  }

  private func isOpen(_ element: Element) -> Bool {
    if fixed.contains(ObjectIdentifier(element)) { return false }
    return element is Emphasis || element is Strong
      || (element is Inline && !(element.parent is PendingXref))
  }

  /// - Returns: nil if there is nothing to change.
  private func linkedTexts(_ children: [Node]) -> [Node]? {
    // Made at the first change.
    var result: [Node]?
    for (index, child) in children.enumerated() {
      guard let text = child.asText, !fixed.contains(ObjectIdentifier(text)) else {
        result?.append(child)
        continue
      }
      let found = addresses(in: text, after: index > 0 ? children[index - 1] : nil)
      if found.isEmpty {
        result?.append(child)
        continue
      }
      if result == nil { result = Array(children[..<index]) }
      result?.append(contentsOf: split(text, at: found))
    }
    return result
  }

  private func addresses(in text: Text, after before: Node?) -> [BareAddress] {
    var string = text.string
    return string.withUTF8 { bytes in
      guard TextSigns(of: bytes, syntax).contains(.address) else { return [] }
      var found: [BareAddress] = []
      if syntax.gfmAutolinks {
        let followsMarkup =
          before.map { !($0 is Emphasis || $0 is Strong || $0 is HardBreak) } ?? false
        found = GFMAutolinks(bytes, followsMarkup: followsMarkup).find()
      }
      if syntax.linkify, found.isEmpty, TopLevelDomain.mayFollow(in: bytes) {
        let followsEscape = before.map { $0 is Text } ?? false
        found = Linkify(bytes, fuzzy: syntax.fuzzyLinks, followsEscape: followsEscape).find()
      }
      return found
    }
  }

  private func split(_ text: Text, at addresses: [BareAddress]) -> [Node] {
    let bytes = Array(text.string.utf8)
    var result: [Node] = []
    var done = 0
    // Offsets are asked for in rising order, so that each byte is looked at once.
    var known = (position: text.position, offset: 0)
    func position(_ offset: Int) -> SourcePosition {
      for index in known.offset..<offset {
        if bytes[index] == 0x0A {
          known.position.line += 1
          known.position.column = 1
        } else {
          known.position.column += 1
        }
      }
      known.offset = offset
      return known.position
    }
    func addText(to end: Int) {
      guard end > done else { return }
      result.append(
        Text(String(decoding: bytes[done..<end], as: UTF8.self), position: position(done)))
    }
    for address in addresses where address.range.lowerBound >= done {
      addText(to: address.range.lowerBound)
      let place = position(address.range.lowerBound)
      let label = Text(URLEncoding.decode(bytes[address.range]), position: place)
      result += Array(address.url.utf8).withUnsafeBufferPointer {
        links.nodes(
          url: $0, title: nil, children: [label], isAuto: true, attributes: nil, position: place)
      }
      done = address.range.upperBound
    }
    addText(to: bytes.count)
    return result
  }

  // MARK: Texts

  /// Joins texts that were kept apart because some were not to be changed.
  private func joined(_ children: [Node]) -> [Node] {
    guard !fixed.isEmpty else { return children }
    let result = joinedTexts(children) ?? children
    var pending = result.compactMap(\.asElement)
    while let element = pending.popLast() {
      if let changed = joinedTexts(element.children) {
        element.removeChildren()
        element.appendNew(changed)
      }
      pending += element.children.compactMap(\.asElement)
    }
    return result
  }

  private func joinedTexts(_ children: [Node]) -> [Node]? {
    var result: [Node] = []
    // What the last text of the result becomes: put together here, as a node's string would be
    // copied each time.
    var joined: String?
    func finish() {
      if let string = joined, let last = result.last?.asText { last.string = string }
      joined = nil
    }
    for child in children {
      if let text = child.asText, let last = result.last?.asText,
        !made.contains(ObjectIdentifier(text)), !made.contains(ObjectIdentifier(last))
      {
        if joined == nil { joined = last.string }
        joined?.append(text.string)
      } else {
        finish()
        result.append(child)
      }
    }
    finish()
    return result.count < children.count ? result : nil
  }
}

/// An address that stands in a text without markup.
struct BareAddress {
  /// Which bytes of the text it is.
  var range: Range<Int>
  var url: String
}
