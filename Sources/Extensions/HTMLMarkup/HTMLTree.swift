/// The elements and texts of a piece of HTML, as it is written: nothing is corrected, and what is not
/// closed ends with what is around it.
struct HTMLTree {
  struct Node {
    /// The name of an element, in lower case; empty for text, comments and the like.
    var name = ""
    var attributes: [(name: String, value: String)] = []
    var parent: Int?
    /// Where it stands in the source, and where its content does.
    var range = 0..<0
    var content = 0..<0

    /// The value of an attribute, empty where none is given; nil if it is not there.
    func attribute(_ name: String) -> String? { attributes.last { $0.name == name }?.value }

    var classes: [Substring] { (attribute("class") ?? "").split(whereSeparator: \.isWhitespace) }
  }

  private let bytes: [UInt8]
  private let nodes: [Node]

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var builder = HTMLTreeBuilder()
    var offset = 0
    var textStart = 0
    while let start = bytes[min(offset, bytes.count)...].firstIndex(of: 0x3C) {
      guard let tag = HTMLTag(bytes, at: start) else {
        offset = start + 1
        continue
      }
      builder.addText(textStart..<start)
      offset = tag.end
      textStart = tag.end
      if tag.isClosing {
        builder.close(tag, at: start)
      } else {
        builder.add(tag, at: start, isVoid: tag.isSelfClosing || Self.void.contains(tag.name))
      }
    }
    builder.addText(textStart..<bytes.count)
    builder.closeAll(at: bytes.count)
    nodes = builder.nodes
  }

  subscript(index: Int) -> Node { nodes[index] }

  /// The nodes in another one, or in none.
  func children(of parent: Int?) -> [Int] { nodes.indices.filter { nodes[$0].parent == parent } }

  func source(of index: Int) -> String {
    String(decoding: bytes[nodes[index].range], as: UTF8.self)
  }

  func content(of index: Int) -> String {
    String(decoding: bytes[nodes[index].content], as: UTF8.self)
  }

  /// Whether it is text of nothing but white space.
  func isBlank(_ index: Int) -> Bool {
    nodes[index].name.isEmpty && source(of: index).allSatisfy(\.isWhitespace)
  }
}

/// Puts tags and texts into each other.
private struct HTMLTreeBuilder {
  private(set) var nodes: [HTMLTree.Node] = []
  private var open: [Int] = []
  /// How many elements of a name are open.
  private var openNames: [String: Int] = [:]

  mutating func addText(_ range: Range<Int>) {
    if !range.isEmpty { nodes.append(HTMLTree.Node(parent: open.last, range: range)) }
  }

  mutating func add(_ tag: HTMLTag, at start: Int, isVoid: Bool) {
    nodes.append(
      HTMLTree.Node(
        name: tag.name, attributes: tag.attributes, parent: open.last, range: start..<tag.end,
        content: tag.end..<tag.end))
    guard !isVoid, !tag.name.isEmpty else { return }
    open.append(nodes.count - 1)
    openNames[tag.name, default: 0] += 1
  }

  /// Closes an element and those in it that are open; a tag without an element is nothing.
  mutating func close(_ tag: HTMLTag, at start: Int) {
    guard openNames[tag.name, default: 0] > 0 else { return }
    while let last = open.popLast() {
      let isIt = nodes[last].name == tag.name
      finish(last, content: start, at: isIt ? tag.end : start)
      if isIt { return }
    }
  }

  mutating func closeAll(at end: Int) {
    while let last = open.popLast() { finish(last, content: end, at: end) }
  }

  private mutating func finish(_ index: Int, content end: Int, at outer: Int) {
    nodes[index].content = nodes[index].content.lowerBound..<end
    nodes[index].range = nodes[index].range.lowerBound..<outer
    openNames[nodes[index].name, default: 1] -= 1
  }
}

/// A tag, comment, declaration or processing instruction.
private struct HTMLTag {
  private(set) var name = ""
  private(set) var isClosing = false
  private(set) var isSelfClosing = false
  private(set) var end: Int
  private(set) var attributes: [(name: String, value: String)] = []

  /// - Returns: nil if none begins at `start`, or it does not end.
  init?(_ bytes: [UInt8], at start: Int) {
    func peek(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    end = start + 1
    if peek(end) == 0x21 || peek(end) == 0x3F {
      let isComment = peek(end) == 0x21 && peek(end + 1) == 0x2D && peek(end + 2) == 0x2D
      while end < bytes.count {
        end += 1
        if peek(end - 1) == 0x3E,
          !isComment || (end - start >= 7 && peek(end - 2) == 0x2D && peek(end - 3) == 0x2D)
        {
          return
        }
      }
      return nil
    }
    if peek(end) == 0x2F {
      isClosing = true
      end += 1
    }
    let nameStart = end
    guard (peek(end) | 0x20) &- 0x61 < 26 else { return nil }
    while end < bytes.count, !isSpace(peek(end)), peek(end) != 0x3E, peek(end) != 0x2F { end += 1 }
    name = String(decoding: bytes[nameStart..<end], as: UTF8.self).lowercased()
    while end < bytes.count {
      if isSpace(peek(end)) || peek(end) == 0x2F {
        isSelfClosing = peek(end) == 0x2F
        end += 1
        continue
      }
      if peek(end) == 0x3E {
        end += 1
        return
      }
      isSelfClosing = false
      let keyStart = end
      end += 1
      while end < bytes.count, !isSpace(peek(end)), !"=>/".utf8.contains(peek(end)) { end += 1 }
      let key = String(decoding: bytes[keyStart..<end], as: UTF8.self).lowercased()
      var next = end
      while isSpace(peek(next)) { next += 1 }
      guard peek(next) == 0x3D else {
        attributes.append((key, ""))
        continue
      }
      next += 1
      while isSpace(peek(next)) { next += 1 }
      let quote = peek(next)
      let isQuoted = quote == 0x22 || quote == 0x27
      let valueStart = isQuoted ? next + 1 : next
      end = valueStart
      while end < bytes.count,
        isQuoted ? peek(end) != quote : !isSpace(peek(end)) && peek(end) != 0x3E
      {
        end += 1
      }
      attributes.append((key, String(decoding: bytes[valueStart..<end], as: UTF8.self)))
      if isQuoted { end += 1 }
    }
    return nil
  }
}
