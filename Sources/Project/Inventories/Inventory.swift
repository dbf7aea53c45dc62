/// What a project has that others can point to: `objects.inv`. (Sphinx: util.inventory.InventoryFile.)
struct Inventory: Equatable {
  struct Item: Equatable {
    var name: String
    /// `std:label`.
    var type: String
    var priority: Int
    /// From the address of the project.
    var uri: String
    /// What references show.
    var title: String
  }

  var project: String
  var version: String
  var items: [Item]

  /// Decompressed; the largest ones known have some 10 MB.
  private static let limit = 64 << 20

  // MARK: Writing

  /// The file, in version 2.
  var bytes: [UInt8] { Self.bytes(project: project, version: version, items) }

  /// The file of a project, in version 2. There may be very many items, of which each is asked for when
  /// it is written.
  static func bytes(
    project: String, version: String, _ items: some Collection<Item>
  ) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(items.count * 64)
    for var item in items {
      text.append(item.name)
      text.append(0x20)
      text.append(item.type)
      text.append(0x20)
      text.append(String(item.priority))
      text.append(0x20)
      item.uri.withUTF8 { uri in
        item.name.withUTF8 { name in
          // A line takes less room if the name is not in it twice.
          let start = uri.count - name.count
          if start >= 0, uri[start...].elementsEqual(name), uri.contains(0x23),
            !name.contains(0x23)
          {
            text += uri[..<start]
            text.append(0x24)
          } else {
            text += uri
          }
        }
      }
      text.append(0x20)
      text.append(item.title == item.name ? "-" : line(item.title))
      text.append(0x0A)
    }
    let head = """
      # Sphinx inventory version 2
      # Project: \(line(project))
      # Version: \(line(version))
      # The remainder of this file is compressed using zlib.

      """
    return Array(head.utf8) + Zlib.compress(text)
  }

  /// The text on one line.
  private static func line(_ text: String) -> String {
    // As most are: ASCII with single spaces.
    var text = text
    let isLine = text.withUTF8 { bytes in
      var previous: UInt8 = 0x20
      for byte in bytes {
        guard byte < 0x80, byte > 0x20 || byte == 0x20 && previous != 0x20 else { return false }
        previous = byte
      }
      return previous != 0x20
    }
    if isLine { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

// MARK: Reading
extension Inventory {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    func line() -> String {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      defer { rest = rest[min(end + 1, rest.endIndex)...] }
      return String(decoding: rest[..<end].filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }
    let first = line()
    let version = first == "# Sphinx inventory version 2" ? 2 : 1
    guard version == 2 || first == "# Sphinx inventory version 1" else {
      throw Failure(description: "is no inventory: its first line is not that of version 1 or 2")
    }
    project = String(line().dropFirst("# Project: ".count))
    self.version = String(line().dropFirst("# Version: ".count))
    items = []
    if version == 2 {
      guard line().contains("zlib") else {
        throw Failure(description: "is compressed in a way that is not known")
      }
      let text = try Zlib.decompress(rest, limit: Self.limit)
      for line in text.split(separator: UInt8(ascii: "\n")) {
        if let item = Self.item(line) { items.append(item) }
      }
    } else {
      for line in rest.split(separator: UInt8(ascii: "\n")) {
        if let item = Self.oldItem(line) { items.append(item) }
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  /// `name domain:type priority uri title`, where there may be spaces in the name and in the title.
  private static func item(_ line: ArraySlice<UInt8>) -> Item? {
    var words: [Range<Int>] = []
    var index = line.startIndex
    while index < line.endIndex {
      while index < line.endIndex, isSpace(line[index]) { index += 1 }
      let start = index
      while index < line.endIndex, !isSpace(line[index]) { index += 1 }
      if start < index { words.append(start..<index) }
    }
    func text(_ range: Range<Int>) -> String { String(decoding: line[range], as: UTF8.self) }
    // The name ends before the first type that has a number behind it.
    guard words.count >= 4 else { return nil }
    for type in 1..<(words.count - 2) {
      guard let priority = number(line[words[type + 1]]) else { continue }
      guard line[words[type]].contains(UInt8(ascii: ":")) else { return nil }
      let name = text(words[0].lowerBound..<words[type - 1].upperBound)
      var uri = text(words[type + 2])
      if uri.utf8.last == UInt8(ascii: "$") { uri = uri.dropLast() + name }
      let title =
        type + 3 < words.count
        ? text(words[type + 3].lowerBound..<words[words.count - 1].upperBound) : "-"
      return Item(
        name: name, type: text(words[type]), priority: priority, uri: uri,
        title: title == "-" ? name : title)
    }
    return nil
  }

  private static func number(_ word: ArraySlice<UInt8>) -> Int? {
    word.first == UInt8(ascii: "+") ? nil : Int(String(decoding: word, as: UTF8.self))
  }

  /// `name type uri`, all of Python.
  private static func oldItem(_ line: ArraySlice<UInt8>) -> Item? {
    let words = line.split(maxSplits: 2, whereSeparator: isSpace)
      .map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 3 else { return nil }
    let isModule = words[1] == "mod"
    return Item(
      name: words[0], type: isModule ? "py:module" : "py:\(words[1])", priority: 0,
      uri: words[2].filter { !$0.isWhitespace } + (isModule ? "#module-" : "#") + words[0],
      title: words[0])
  }
}
