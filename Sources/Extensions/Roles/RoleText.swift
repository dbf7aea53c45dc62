import DocTree

/// Text with a target of its own behind it: `title <target>`.
struct ExplicitTitle {
  let title: String
  let target: String
  /// Whether the author wrote both.
  let isExplicit: Bool

  init(_ text: String) {
    if text.utf8.last == UInt8(ascii: ">"), let open = text.lastIndex(of: "<"),
      open > text.startIndex
    {
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

  /// Without white space at both ends.
  var stripped: String { String(Substring(self).stripped) }

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
}

extension Substring {
  /// Without white space at both ends.
  var stripped: Substring {
    var result = self
    while let first = result.first, first.isWhitespace { result.removeFirst() }
    while let last = result.last, last.isWhitespace { result.removeLast() }
    return result
  }
}
