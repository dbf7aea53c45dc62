import DocTree

/// Keys, each of them marked: `Control+x`.
struct KeyboardRole: Role {
  let dialect: Dialect? = .sphinx

  /// Keys whose names are two words.
  private static let twoWords: Set<String> = [
    "caps lock", "page down", "page up", "scroll lock", "num lock", "print screen", "sys rq",
    "back space",
  ]

  func run(_ call: RoleCall, in context: any ParseContext) -> [Node] {
    var parts = Self.split(call.text)
    // A separator between two words of one name is part of it.
    var index = 0
    while index + 2 < parts.count {
      let joined = "\(parts[index]) \(parts[index + 2])".lowercased()
      if !parts[index + 1].contains("+"), Self.twoWords.contains(joined) {
        parts[index...(index + 2)] = [parts[index...(index + 2)].joined()]
      } else {
        index += 2
      }
    }
    return parts.enumerated().map { index, part in
      guard index % 2 == 0 else { return Text(part) }
      let key = Literal(children: [Text(part)], position: call.position)
      key.classes = ["kbd"]
      return key
    }
  }

  /// Keys and, between two of them, what separates them.
  private static func split(_ text: String) -> [String] {
    var parts = [""]
    for character in text {
      let separates = "-+^".contains(character) || character.isWhitespace
      let last = parts[parts.count - 1]
      if parts.count % 2 == 1, separates, !last.isEmpty {
        parts.append(String(character))
      } else if parts.count % 2 == 0, separates, character.isWhitespace,
        last.allSatisfy(\.isWhitespace)
      {
        parts[parts.count - 1].append(character)
      } else if parts.count % 2 == 0 {
        parts.append(String(character))
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    // A separator separates nothing at the end.
    if parts.count > 1, parts.count % 2 == 0 {
      let end = parts.removeLast()
      parts[parts.count - 1] += end
    }
    return parts
  }
}
