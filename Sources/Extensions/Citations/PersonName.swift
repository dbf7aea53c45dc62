/// The name of a person as BibTeX reads it: `First von Last`, `von Last, First`, `von Last, Jr, First`.
struct PersonName {
  let first: String
  let von: String
  let last: String
  let junior: String

  /// The persons of a field, which `and` separates. `and others` stands for those who are not named.
  static func list(_ field: String?) -> [PersonName] {
    guard let field else { return [] }
    var names: [[Substring]] = [[]]
    for word in TeXText.split(field[...], isSeparator: \.isWhitespace) where !word.isEmpty {
      if word.lowercased() == "and" {
        names.append([])
      } else {
        names[names.count - 1].append(word)
      }
    }
    return names.filter { !$0.isEmpty }.map { PersonName($0.joined(separator: " ")) }
  }

  private init(_ text: String) {
    let parts = TeXText.split(text[...]) { $0 == "," }.map(Self.words)
    var words = parts[0]
    if parts.count == 1 {
      // The first lower-case word begins the von part, the last word is the name.
      let lastIndex = max(0, words.count - 1)
      let vonStart = words[..<lastIndex].firstIndex(where: Self.isLowercase) ?? lastIndex
      let vonEnd =
        words[..<lastIndex].lastIndex(where: Self.isLowercase).map { $0 + 1 } ?? lastIndex
      first = Self.join(words[..<vonStart])
      von = Self.join(words[vonStart..<max(vonStart, vonEnd)])
      last = Self.join(words[max(vonStart, vonEnd)...])
      junior = ""
      return
    }
    let vonEnd = words.dropLast().lastIndex(where: Self.isLowercase).map { $0 + 1 } ?? 0
    von = Self.join(words[..<vonEnd])
    words.removeFirst(vonEnd)
    last = Self.join(words[...])
    junior = parts.count > 2 ? Self.join(parts[1][...]) : ""
    first = Self.join(parts[parts.count - 1][...])
  }

  /// `von Last`
  var shortName: String { von.isEmpty ? last : "\(von) \(last)" }

  /// `First von Last, Jr`
  var fullName: String {
    let name = [first, von, last].filter { !$0.isEmpty }.joined(separator: " ")
    return junior.isEmpty ? name : "\(name), \(junior)"
  }

  /// `von Last, Jr, First`
  var invertedName: String {
    [shortName, junior, first].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func words(_ text: Substring) -> [String] {
    TeXText.split(text) { $0.isWhitespace || $0 == "~" }.filter { !$0.isEmpty }.map(String.init)
  }

  private static func join(_ words: ArraySlice<String>) -> String {
    TeXText.plain(words.joined(separator: " "))
  }

  private static func isLowercase(_ word: String) -> Bool {
    TeXText.plain(word).first { $0.isLetter }?.isLowercase ?? false
  }
}

enum NameList {
  /// `A`, `A and B`, `A, B, and C`.
  static func text(_ names: [String]) -> String {
    switch names.count {
    case 0: return ""
    case 1: return names[0]
    case 2: return names[1] == "others" ? "\(names[0]) et al." : "\(names[0]) and \(names[1])"
    default:
      let head = names.dropLast().joined(separator: ", ")
      let last = names[names.count - 1]
      return last == "others" ? "\(head), et al." : "\(head), and \(last)"
    }
  }
}
