import DocTreeExtensions
import DocTreeMarkdown

/// Looks at what the pages of a book point to. A book must not point to what is not in it: a link to such
/// a place becomes text, one to a part of a page that there is not leads to the page, and a picture
/// becomes the text that stands for it.
struct EpubAddresses {
  /// The ids of each page.
  private var ids: [String: Set<String>] = [:]
  private let pictures: Set<String>
  /// The pictures that pages show.
  private(set) var shown: Set<String> = []

  init(pages: [(path: String, content: [UInt8])], pictures: Set<String>) {
    self.pictures = pictures
    for (path, content) in pages {
      var tags = TagScanner(content)
      var found: Set<String> = []
      while let tag = tags.next() {
        if let id = Self.value(of: "id", in: content[tag]) {
          found.insert(HTMLEntities.decode(String(decoding: content[id], as: UTF8.self)))
        }
      }
      ids[path] = found
    }
  }

  /// A page with what it points to and there is.
  mutating func resolve(_ content: [UInt8], at path: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var tags = TagScanner(content)
    var start = 0
    while let tag = tags.next() {
      let isLink = content[tag].starts(with: "<a ".utf8)
      guard isLink || content[tag].starts(with: "<img ".utf8),
        let value = Self.value(of: isLink ? "href" : "src", in: content[tag])
      else { continue }
      let address = HTMLEntities.decode(String(decoding: content[value], as: UTF8.self))
      guard WebAddress.scheme(of: address) == nil else { continue }
      if isLink {
        let known = self.known(address, from: path)
        if known == address { continue }
        result += content[start..<value.lowerBound]
        if let known {
          result += Self.escaped(known)
        } else {
          // With the name of the attribute, its sign and quote.
          result.removeLast(" href=\"".utf8.count)
        }
        start = known == nil ? value.upperBound + 1 : value.upperBound
      } else {
        let place = Self.place(address, from: path)
        if pictures.contains(place) {
          shown.insert(place)
          continue
        }
        result += content[start..<tag.lowerBound]
        if let text = Self.value(of: "alt", in: content[tag]), !text.isEmpty {
          result += "<span class=\"missing\">".utf8 + content[text] + "</span>".utf8
        }
        start = tag.upperBound
      }
    }
    result += content[start...]
    return result
  }

  /// As much of an address as there is in the book.
  private func known(_ address: String, from path: String) -> String? {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let place = parts[0].isEmpty ? path : Self.place(String(parts[0]), from: path)
    guard let ids = ids[place] else { return nil }
    guard parts.count > 1, !ids.contains(String(parts[1])) else { return address }
    return parts[0].isEmpty ? nil : String(parts[0])
  }

  /// The file that an address leads to.
  private static func place(_ address: String, from path: String) -> String {
    var folders = path.split(separator: "/").dropLast()
    let target = address.prefix { $0 != "?" }.percentDecoded
    for part in target.split(separator: "/") {
      if part == ".." {
        _ = folders.popLast()
      } else if part != "." {
        folders.append(Substring(part))
      }
    }
    return folders.joined(separator: "/")
  }

  /// Where the value of an attribute stands in a tag.
  private static func value(of name: String, in tag: ArraySlice<UInt8>) -> Range<Int>? {
    let start = Array(" \(name)=\"".utf8)
    // Values have no quotation marks in them, so that every second one ends one.
    var index = tag.startIndex
    while let quote = tag[index...].firstIndex(of: UInt8(ascii: "\"")),
      let end = tag[(quote + 1)...].firstIndex(of: UInt8(ascii: "\""))
    {
      if tag[index...quote].suffix(start.count).elementsEqual(start) { return (quote + 1)..<end }
      index = end + 1
    }
    return nil
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var writer = HTMLWriter(capacity: text.utf8.count)
    writer.text(text)
    return writer.bytes
  }
}

/// Finds the start tags of XML in whose text and values neither `<` nor `>` stands.
private struct TagScanner {
  private let input: [UInt8]
  private var offset = 0

  init(_ input: [UInt8]) { self.input = input }

  mutating func next() -> Range<Int>? {
    while let start = input[offset...].firstIndex(of: UInt8(ascii: "<")),
      let end = input[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      offset = end + 1
      if input[start + 1] != UInt8(ascii: "/") { return start..<offset }
    }
    return nil
  }
}
