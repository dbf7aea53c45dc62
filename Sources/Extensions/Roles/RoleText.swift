import DocTree

/// Text with a target of its own behind it: `title <target>`. The target begins at the first bracket, and
/// may have others: `x <Vec<int>>`. (Sphinx: ReferenceRole.explicit_title_re.)
struct ExplicitTitle {
  let title: String
  let target: String
  /// Whether the author wrote both.
  let isExplicit: Bool

  init(_ text: String) {
    if text.utf8.last == UInt8(ascii: ">"), let open = text.dropFirst().firstIndex(of: "<") {
      let target = text[text.index(after: open)...].dropLast()
      var title = text[..<open]
      while let last = title.last, last.isWhitespace, title.count > 1 { title = title.dropLast() }
      if !target.contains(">") || !target.isEmpty {
        self.title = String(title)
        self.target = String(target)
        isExplicit = true
        return
      }
    }
    title = text
    target = text
    isExplicit = false
  }
}

extension String {
  /// Each run of white space as one space.
  var whitespaceCollapsed: String {
    // As most are: ASCII with single spaces.
    var previous: UInt8 = 0
    let isCollapsed = utf8.allSatisfy { byte in
      defer { previous = byte }
      return byte < 0x80 && (byte > 0x20 || byte == 0x20 && previous != 0x20)
    }
    if isCollapsed { return self }
    var result = ""
    var isSpace = false
    for character in self {
      if character.isWhitespace {
        if !isSpace { result.append(" ") }
        isSpace = true
      } else {
        result.append(character)
        isSpace = false
      }
    }
    return result
  }

  /// The parts between occurrences of `separator`.
  func parts(separatedBy separator: String) -> [Substring] {
    var result: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      result.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return result + [rest]
  }

  /// Whether `text`, which is not empty, is in it. Byte by byte, which costs a fraction of what the
  /// standard library's search for characters does.
  func contains(bytes text: StaticString) -> Bool {
    let first = text.utf8Start[0]
    let count = text.utf8CodeUnitCount
    return utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.count >= count else { return false }
      for start in 0...bytes.count - count where bytes[start] == first {
        if (1..<count).allSatisfy({ bytes[start + $0] == text.utf8Start[$0] }) { return true }
      }
      return false
    } ?? String(Array(self)).contains(bytes: text)
  }

  /// Whether it is the address of something outside the project: `https://example.org`.
  var isAddress: Bool { contains(bytes: "://") }

  /// The text with `replacement` for each occurrence of `text`, which is not empty.
  func replacing(_ text: StaticString, by replacement: String) -> String {
    guard contains(bytes: text) else { return self }
    let pattern = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: pattern) {
        result += replacement.utf8
        index += pattern.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
