import DocTreeMarkdown

/// Writes HTML as XML: what translators wrote, and with it whatever HTML documents have. Tags that
/// are open at an end are closed, as browsers do; ends without a beginning are left out; what a
/// book may not have, such as scripts and pictures from elsewhere, is left out or becomes a link.
struct XHTMLConverter {
  /// A tag that is open.
  private struct OpenTag {
    /// In lower case.
    let name: String
    /// What its end tag says; nil if neither tag is written.
    var written: String?
    /// Where its name stands in the output.
    let place: Int
    /// Whether it is one of SVG or MathML.
    let isForeign: Bool
  }

  private var tokenizer: HTMLTokenizer
  private var output: [UInt8] = []
  private var open: [OpenTag] = []
  /// How many are open of each name.
  private var counts: [String: Int] = [:]
  private var ids: Set<String> = []
  /// Names of start tags that turned out to be wrong: where they stand, their lengths, and the right ones.
  private var corrections: [(place: Int, count: Int, name: String)] = []

  /// How far up a tag is looked for that another ends. Nobody means one that is further up.
  private static let reach = 32

  static func convert(_ html: [UInt8]) -> [UInt8] {
    var converter = XHTMLConverter(html)
    converter.run()
    return converter.corrected()
  }

  private init(_ html: [UInt8]) {
    tokenizer = HTMLTokenizer(html)
    output.reserveCapacity(html.count + html.count / 16)
  }

  private mutating func run() {
    while let token = tokenizer.next() {
      switch token {
      case .text(let range), .section(let range): write(tokenizer.bytes(in: range))
      case .reference(let range): text(HTMLEntities.decode(tokenizer.string(range)))
      case .endTag(let name): end(name)
      case .startTag(let tag): start(tag)
      case .comment, .declaration, .instruction, .unfinished: break
      }
    }
    while !open.isEmpty { closeLast() }
  }

  /// The output with the right names.
  private consuming func corrected() -> [UInt8] {
    guard !corrections.isEmpty else { return output }
    var result: [UInt8] = []
    result.reserveCapacity(output.count)
    var start = 0
    for (place, count, name) in corrections.sorted(by: { $0.place < $1.place }) {
      result += output[start..<place]
      result += name.utf8
      start = place + count
    }
    return result + output[start...]
  }

  // MARK: Tags

  private mutating func start(_ tag: HTMLTag) {
    let name = tag.name.lowercased()
    if isInForeign, XHTMLElements.breakout.contains(name) {
      while isInForeign { closeLast() }
    }
    if isInForeign || name == "svg" || name == "math" { return startForeign(tag, name) }
    endWhatEnds(before: name)
    switch XHTMLElements.treatment(of: name) {
    case .keep: push(name, as: name, tag, style: nil)
    case .void: write(name, tag, style: nil, isEmpty: true)
    case .rename(let other, let style): push(name, as: other, tag, style: style)
    case .unwrap: if !XHTMLElements.void.contains(name) { push(name) }
    case .leaveOut: leaveOut(name)
    case .link:
      writeLink(tag, text: tag["title"] ?? tag["src"] ?? "")
      leaveOut(name)
    case .image: writeImage(tag)
    case .checkbox:
      if tag["type"]?.lowercased() == "checkbox" { text(tag["checked"] == nil ? "☐ " : "☑ ") }
    }
  }

  private mutating func startForeign(_ tag: HTMLTag, _ name: String) {
    // Names with a prefix are those of a drawing program.
    guard !tag.name.contains(":"), XHTMLName.id(tag.name) == tag.name else {
      if !tag.isEmpty { push(name) }
      return
    }
    let place = output.count + 1
    raw("<\(tag.name)")
    if !isInForeign {
      raw(" xmlns=\"http://www.w3.org/")
      raw(
        name == "svg"
          ? "2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"" : "1998/Math/MathML\"")
    }
    for (attribute, value) in Self.attributes(of: tag) {
      let isKnown =
        XHTMLName.id(attribute) == attribute
        || ["xlink:href", "xml:space", "xml:lang"].contains(attribute)
      guard isKnown, attribute != "xmlns", !attribute.lowercased().hasPrefix("on") else { continue }
      if attribute == "id" {
        writeID(value)
      } else if attribute == "xlink:href" || attribute == "href" {
        if let address = XHTMLName.address(value) { self.attribute(attribute, address) }
      } else {
        self.attribute(attribute, value)
      }
    }
    if tag.isEmpty { return raw("/>") }
    raw(">")
    open.append(
      OpenTag(name: name, written: tag.name, place: place, isForeign: name != "foreignobject"))
    counts[name, default: 0] += 1
  }

  private mutating func end(_ name: String) {
    let name = name.lowercased()
    guard let count = counts[name], count > 0 else { return }
    while open.last?.name != name { closeLast() }
    closeLast()
  }

  private mutating func closeLast() {
    guard let last = open.popLast() else { return }
    counts[last.name, default: 1] -= 1
    if let name = last.written { raw("</\(name)>") }
  }

  /// Ends paragraphs, items and cells whose end tags may be missing.
  private mutating func endWhatEnds(before name: String) {
    if XHTMLElements.blocks.contains(name) {
      if counts["p", default: 0] > 0 { end("p") }
      makeRoomForBlock()
    }
    guard let (ends, stops) = XHTMLElements.implied[name] else { return }
    for tag in open.suffix(Self.reach).reversed() {
      if ends.contains(tag.name) { return end(tag.name) }
      if stops.contains(tag.name) { return }
    }
  }

  /// What may hold nothing but text, and a block stands in it all the same, is a `div`.
  private mutating func makeRoomForBlock() {
    for index in open.indices.suffix(Self.reach).reversed() {
      guard let name = open[index].written, !XHTMLElements.transparent.contains(name) else {
        continue
      }
      guard XHTMLElements.textOnly.contains(name) else { return }
      corrections.append((open[index].place, name.utf8.count, "div"))
      open[index].written = "div"
    }
  }

  private mutating func push(_ name: String) {
    open.append(OpenTag(name: name, written: nil, place: 0, isForeign: isInForeign))
    counts[name, default: 0] += 1
  }

  private mutating func push(
    _ name: String, as written: String, _ tag: HTMLTag, style: String?
  ) {
    let place = output.count + 1
    write(written, tag, style: style, isEmpty: false)
    open.append(OpenTag(name: name, written: written, place: place, isForeign: false))
    counts[name, default: 0] += 1
  }

  private var isInForeign: Bool { open.last?.isForeign ?? false }

  /// Skips what is in an element, and its end.
  private mutating func leaveOut(_ name: String) {
    if !XHTMLElements.void.contains(name) { tokenizer.skip(toEndOf: name) }
  }

  // MARK: Pictures and what is loaded

  private mutating func writeImage(_ tag: HTMLTag) {
    let source = tag["src"] ?? ""
    let scheme = WebAddress.scheme(of: source.hasPrefix("//") ? "https:" + source : source)
    if scheme == nil || scheme == "data" {
      return write("img", tag, style: nil, isEmpty: true)
    }
    writeLink(tag, text: tag["alt"] ?? source)
  }

  /// A link in the place of what books cannot load from elsewhere.
  private mutating func writeLink(_ tag: HTMLTag, text: String) {
    let address = tag["src"].flatMap(XHTMLName.address)
    guard let address, WebAddress.scheme(of: address) != nil, counts["a", default: 0] == 0 else {
      return self.text(text)
    }
    raw("<a class=\"reference external\"")
    attribute("href", address)
    raw(">")
    self.text(text)
    raw("</a>")
  }

  // MARK: Attributes

  private mutating func write(
    _ name: String, _ tag: HTMLTag, style: String?, isEmpty: Bool
  ) {
    raw("<\(name)")
    if open.last?.name == "foreignobject" { raw(" xmlns=\"http://www.w3.org/1999/xhtml\"") }
    var styles = [style, tag["style"]].compactMap(\.self)
    let allowed = XHTMLElements.attributes[name] ?? []
    for (key, value) in Self.attributes(of: tag) {
      let attribute = key.lowercased()
      if attribute == "style" { continue }
      let isOpen = attribute.hasPrefix("data-") || attribute.hasPrefix("aria-")
      guard
        allowed.contains(attribute) || XHTMLElements.commonAttributes.contains(attribute)
          || isOpen && XHTMLName.id(attribute) == attribute
      else {
        styles += Self.style(attribute, value, of: name)
        // Before ids there were names.
        if attribute == "name", name == "a", tag["id"] == nil { writeID(value) }
        continue
      }
      switch attribute {
      case "id": writeID(value)
      case "href", "src", "cite":
        if attribute == "src", value.hasPrefix("data:") {
          self.attribute(attribute, value)
        } else if let address = XHTMLName.address(value) {
          self.attribute(attribute, address)
        }
      case "width", "height":
        if Int(value) == nil {
          styles.append("\(attribute): \(value)")
        } else {
          self.attribute(attribute, value)
        }
      case "headers", "aria-labelledby", "aria-describedby":
        self.attribute(
          attribute,
          value.split(separator: " ").map { XHTMLName.id(String($0)) }.joined(separator: " "))
      default: self.attribute(attribute, value)
      }
    }
    if name == "img", tag["alt"] == nil { attribute("alt", "") }
    if !styles.isEmpty { attribute("style", styles.joined(separator: "; ")) }
    raw(isEmpty ? " />" : ">")
  }

  /// Of attributes with one name the first counts.
  private static func attributes(of tag: HTMLTag) -> [(name: String, value: String)] {
    var names: Set<String> = []
    return tag.attributes.compactMap { attribute in
      names.insert(attribute.name.lowercased()).inserted
        ? (attribute.name, attribute.value ?? "") : nil
    }
  }

  /// What attributes that there are no more said of how something looks.
  private static func style(_ name: String, _ value: String, of element: String) -> [String] {
    let value = value.lowercased()
    guard !value.isEmpty, value.utf8.allSatisfy({ $0 != 0x3B && $0 != 0x7B && $0 != 0x7D }) else {
      return []
    }
    switch name {
    case "align" where element == "img":
      return ["left", "right"].contains(value) ? ["float: \(value)"] : []
    case "align":
      return ["left", "right", "center", "justify"].contains(value) ? ["text-align: \(value)"] : []
    case "valign":
      return ["top", "middle", "bottom", "baseline"].contains(value)
        ? ["vertical-align: \(value)"] : []
    case "bgcolor": return ["background-color: \(value)"]
    case "width", "height":
      let isNumber = value.utf8.allSatisfy { $0 &- 0x30 < 10 }
      return ["\(name): \(value)\(isNumber ? "px" : "")"]
    default: return []
    }
  }

  private mutating func writeID(_ id: String) {
    let id = XHTMLName.id(id)
    if !id.isEmpty, ids.insert(id).inserted { attribute("id", id) }
  }

  private mutating func attribute(_ name: String, _ value: String) {
    raw(" \(name)=\"")
    text(value)
    raw("\"")
  }

  // MARK: Text

  private mutating func raw(_ markup: String) { output.append(contentsOf: markup.utf8) }
  private mutating func text(_ text: String) { write(Array(text.utf8)[...]) }

  /// Writes characters, escaped, without those that XML does not have.
  private mutating func write(_ bytes: ArraySlice<UInt8>) {
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      let replacement: StaticString?
      var length = 1
      switch byte {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: replacement = ""
      case 0xEF
      where bytes[index...].dropFirst().first == 0xBF
        && bytes[index...].dropFirst(2).first ?? 0 >= 0xBE:
        replacement = ""
        length = 3
      default: replacement = nil
      }
      if let replacement {
        output.append(contentsOf: bytes[start..<index])
        replacement.withUTF8Buffer { output.append(contentsOf: $0) }
        start = index + length
      }
      index += length
    }
    output.append(contentsOf: bytes[start...])
  }
}
