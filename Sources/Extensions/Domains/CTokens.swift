import DocTree

/// A token of C or C++.
struct CToken: Equatable {
  enum Sort {
    case name, number, string, character, punctuation
    /// `<` and `>` around template arguments.
    case angle
  }
  var sort: Sort

  var isSign: Bool { sort == .punctuation || sort == .angle }
  let text: String

  /// The tokens of a declaration.
  ///
  /// - Throws: ``MarkupError`` for a text that does not end, or a character that is in no token.
  static func list(_ text: String) throws(MarkupError) -> [CToken] {
    let characters = Array(text)
    var tokens: [CToken] = []
    var index = 0
    func run(from start: Int, _ belongs: (Character) -> Bool) -> String {
      var end = start
      while end < characters.count, belongs(characters[end]) { end += 1 }
      return String(characters[start..<end])
    }
    while index < characters.count {
      let first = characters[index]
      if first.isWhitespace {
        index += 1
        continue
      }
      let token: CToken
      if first.isLetter || first == "_" || first == "@" {
        token = CToken(
          sort: .name,
          text: run(from: index) { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "@" })
      } else if first.isNumber {
        var text = run(from: index) { $0.isLetter || $0.isNumber || $0 == "." || $0 == "'" }
        let next = index + text.count
        // An exponent may have a sign, but the last digit of a hexadecimal number has none behind it.
        if next < characters.count, characters[next] == "-" || characters[next] == "+",
          let last = text.last?.lowercased(),
          last == "p" || last == "e" && !text.lowercased().hasPrefix("0x")
        {
          text += String(characters[next])
          text += run(from: next + 1) { $0.isLetter || $0.isNumber || $0 == "'" }
        }
        token = CToken(sort: .number, text: text)
      } else if first == "\"" || first == "'" {
        var end = index + 1
        while end < characters.count, characters[end] != first {
          end += characters[end] == "\\" ? 2 : 1
        }
        guard end < characters.count else {
          throw MarkupError("'\(text)' has a \(first) that is not closed")
        }
        token = CToken(
          sort: first == "'" ? .character : .string, text: String(characters[index...end]))
      } else {
        let rest = String(characters[index..<min(index + 3, characters.count)])
        let sign = signs.first { rest.hasPrefix($0) } ?? String(first)
        guard sign.allSatisfy({ "()[]{}<>*&:;,.=+-/%|^!~?#".contains($0) }) else {
          throw MarkupError("'\(sign)' has no place in the declaration '\(text)'")
        }
        token = CToken(sort: .punctuation, text: sign)
      }
      tokens.append(token)
      index += token.text.count
    }
    return tokens
  }

  /// Signs of several characters, longer ones first. `>>` closes two lists as often as it shifts, so
  /// it is two signs.
  private static let signs = [
    "...", "<=>", "->*", "<<=", "::", "->", "&&", "||", "==", "!=", "<=", ">=", "++", "--", "+=",
    "-=", "*=", "/=", "%=", "|=", "^=", "&=", "<<",
  ]
}
