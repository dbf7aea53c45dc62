/// HTML as a tree. It can be written back as it was.
///
/// All items stand in one array, so that nothing recurses, however deep the tags are nested. Tags
/// whose end may be left out, such as `<li>`, are not known. (myst-parser: parsers.parse_html.)
struct HTMLFragment {
  struct Item {
    let kind: Kind
    /// The name of a tag, or the text of something else.
    let text: String
    /// With names in lower case; of those with one name the last value counts.
    var attributes: [HTMLAttribute] = []
    /// Where it begins in the text, in bytes.
    var offset = 0
    /// The indices of the children.
    var children: [Int] = []
  }

  enum Kind {
    case root
    case tag
    /// `<name />`.
    case emptyTag
    /// A tag that has neither content nor end, such as `<img>`.
    case voidTag
    case text, entity, character, comment, declaration, instruction
  }

  /// The items in document order, the root first.
  private(set) var items = [Item(kind: .root, text: "")]

  init(_ text: String) {
    // The tags that are open, and how many there are of each name.
    var open = [0]
    var counts: [String: Int] = [:]
    var tokenizer = HTMLTokenizer(Array(text.utf8), rawTextElements: ["script", "style"])
    while let token = tokenizer.next() {
      if case .endTag(let name) = token {
        // An end without a beginning means nothing; one that fits ends what is open inside.
        let name = name.lowercased()
        guard let count = counts[name], count > 0 else { continue }
        while let last = open.popLast() {
          counts[items[last].text, default: 1] -= 1
          if items[last].text == name { break }
        }
        continue
      }
      guard let item = Item(token, tokenizer) else { continue }
      items[open[open.count - 1]].children.append(items.count)
      if item.kind == .tag {
        counts[item.text, default: 0] += 1
        open.append(items.count)
      }
      items.append(item)
    }
  }

  /// The children of an item that are more than white space.
  func content(of index: Int) -> [Int] {
    items[index].children.filter { items[$0].kind != .text || !items[$0].text.isBlank }
  }

  /// Writes items, with all that is in them, one behind the other.
  func render(_ indices: [Int]) -> String {
    var result = ""
    var pending: [(index: Int, isEnd: Bool)] = indices.reversed().map { ($0, false) }
    while let (index, isEnd) = pending.popLast() {
      let item = items[index]
      if isEnd {
        result += "</\(item.text)>"
        continue
      }
      result += item.start
      if item.kind == .tag { pending.append((index, true)) }
      for child in item.children.reversed() { pending.append((child, false)) }
    }
    return result
  }
}

extension HTMLFragment.Item {
  private static let voidTags: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// - Returns: nil for an end tag.
  fileprivate init?(_ token: HTMLToken, _ tokenizer: HTMLTokenizer) {
    switch token {
    case .startTag(let tag):
      let name = tag.name.lowercased()
      let kind: HTMLFragment.Kind =
        tag.isEmpty ? .emptyTag : Self.voidTags.contains(name) ? .voidTag : .tag
      self.init(kind: kind, text: name, attributes: Self.attributes(of: tag))
    case .reference(let range):
      var name = tokenizer.bytes(in: range).dropFirst()
      if name.last == 0x3B { name.removeLast() }
      let isNumber = name.first == 0x23
      if isNumber { name.removeFirst() }
      self.init(
        kind: isNumber ? .character : .entity, text: String(decoding: name, as: UTF8.self))
    case .text(let range), .unfinished(let range):
      self.init(kind: .text, text: tokenizer.string(range))
    case .endTag: return nil
    case .comment(let range): self.init(kind: .comment, text: tokenizer.string(range))
    case .declaration(let range): self.init(kind: .declaration, text: tokenizer.string(range))
    case .section(let range):
      self.init(kind: .declaration, text: "[CDATA[\(tokenizer.string(range))]]")
    case .instruction(let range): self.init(kind: .instruction, text: tokenizer.string(range))
    }
    offset = tokenizer.start
  }

  private static func attributes(of tag: HTMLTag) -> [HTMLAttribute] {
    var result: [HTMLAttribute] = []
    result.reserveCapacity(tag.attributes.count)
    // For more, looking at all would take too long.
    let areFew = tag.attributes.count <= 8
    var places: [String: Int] = [:]
    for attribute in tag.attributes {
      let name = attribute.name.lowercased()
      if let place = areFew ? result.firstIndex(where: { $0.name == name }) : places[name] {
        result[place].value = attribute.value
      } else {
        if !areFew { places[name] = result.count }
        result.append(HTMLAttribute(name: name, value: attribute.value))
      }
    }
    return result
  }

  /// The names in the attribute `class`.
  var classes: [Substring] {
    self["class"]?.split(whereSeparator: \.isWhitespace) ?? []
  }

  /// The value of an attribute: empty if it has none, nil if it is not there.
  subscript(name: String) -> String? {
    attributes.first { $0.name == name }.map { $0.value ?? "" }
  }

  /// Whether it is a tag of that name.
  func isTag(_ name: String) -> Bool {
    switch kind {
    case .tag, .emptyTag, .voidTag: text == name
    default: false
    }
  }

  /// What stands before its children.
  fileprivate var start: String {
    switch kind {
    case .root: ""
    case .tag, .voidTag: "<\(text)\(attributeText)>"
    case .emptyTag: "<\(text)\(attributeText)/>"
    case .text: text
    case .entity: "&\(text);"
    case .character: "&#\(text);"
    case .comment: "<!--\(text)-->"
    case .declaration: "<!\(text)>"
    case .instruction: "<?\(text)>"
    }
  }

  private var attributeText: String {
    attributes.map { " \($0.name)=\"\($0.value ?? "")\"" }.joined()
  }
}

extension StringProtocol {
  /// Whether there is nothing but white space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text without white space at both ends.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
