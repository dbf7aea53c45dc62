/// A token of Python.
struct PythonToken {
  enum Sort { case name, number, string, bytes, sign }
  let sort: Sort
  /// The characters; of a string, what it stands for.
  let text: String

  /// The tokens of an expression.
  ///
  /// - Throws: ``PythonProblem`` for what is in no expression that is understood.
  static func list(_ text: String) throws(PythonProblem) -> [PythonToken] {
    var scanner = Scanner(characters: Array(text.unicodeScalars))
    var tokens: [PythonToken] = []
    while let token = try scanner.next() { tokens.append(token) }
    return tokens
  }

  private struct Scanner {
    let characters: [Unicode.Scalar]
    var index = 0

    private static let signs = [
      "...", "**", "//", "<<", ">>", "<=", ">=", "==", "!=", ":=", "->",
    ].map { Array($0.unicodeScalars) }

    private subscript(_ index: Int) -> Unicode.Scalar? {
      index < characters.count ? characters[index] : nil
    }

    mutating func next() throws(PythonProblem) -> PythonToken? {
      while let next = self[index], next.properties.isWhitespace { index += 1 }
      guard let first = self[index] else { return nil }
      let start = index
      if first == "_" || first.properties.isXIDStart {
        while let next = self[index], next == "_" || next.properties.isXIDContinue { index += 1 }
        let word = text(start..<index)
        guard let quote = self[index], quote == "'" || quote == "\"" else {
          return PythonToken(sort: .name, text: word)
        }
        return try string(prefix: word.lowercased())
      }
      if first == "'" || first == "\"" { return try string(prefix: "") }
      if isDigit(first) || first == ".", self[index + 1].map(isDigit) ?? false || isDigit(first) {
        return PythonToken(sort: .number, text: number())
      }
      if let sign = Self.signs.first(where: { characters[index...].starts(with: $0) }) {
        index += sign.count
      } else if "()[]{},:.;@=+-*/|&^~<>%".unicodeScalars.contains(first) {
        index += 1
      } else {
        throw .syntax
      }
      return PythonToken(sort: .sign, text: text(start..<index))
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: characters[range])
      return String(view)
    }

    private mutating func number() -> String {
      let start = index
      while let next = self[index] {
        let isExponent =
          index > start && (next == "+" || next == "-")
          && (characters[index - 1] == "e" || characters[index - 1] == "E")
          && !(self[start] == "0" && (self[start + 1] == "x" || self[start + 1] == "X"))
        guard next == "." || next == "_" || next.properties.isXIDContinue || isExponent else {
          break
        }
        index += 1
      }
      return text(start..<index)
    }

    private mutating func string(prefix: String) throws(PythonProblem) -> PythonToken {
      guard ["", "r", "u", "b", "br", "rb"].contains(prefix), let quote = self[index] else {
        throw .syntax
      }
      let isLong = self[index + 1] == quote && self[index + 2] == quote
      index += isLong ? 3 : 1
      var value = String.UnicodeScalarView()
      while true {
        guard let next = self[index] else { throw .syntax }
        if next == quote, !isLong || self[index + 1] == quote && self[index + 2] == quote {
          index += isLong ? 3 : 1
          break
        }
        index += 1
        if next == "\\", let escaped = self[index] {
          index += 1
          if prefix.contains("r") {
            value.append(next)
            value.append(escaped)
          } else {
            value.append(contentsOf: try escape(escaped))
          }
        } else {
          value.append(next)
        }
      }
      return PythonToken(sort: prefix.contains("b") ? .bytes : .string, text: String(value))
    }

    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
      "n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", "\"": "\"", "a": "\u{7}", "b": "\u{8}",
      "f": "\u{C}", "v": "\u{B}",
    ]

    /// What stands for a character behind a backslash, which is read already.
    private mutating func escape(_ first: Unicode.Scalar) throws(PythonProblem) -> [Unicode.Scalar]
    {
      if let known = Self.escapes[first] { return [known] }
      if first == "\n" { return [] }
      let (length, radix) =
        switch first {
        case "x": (2, 16)
        case "u": (4, 16)
        case "U": (8, 16)
        case "0"..."7": (3, 8)
        default: (0, 0)
        }
      if length == 0 { return ["\\", first] }
      if radix == 8 { index -= 1 }
      var digits = ""
      while digits.utf8.count < length, let next = self[index],
        Int(String(next), radix: radix) != nil
      {
        digits.unicodeScalars.append(next)
        index += 1
      }
      guard radix == 8 || digits.utf8.count == length,
        let scalar = UInt32(digits, radix: radix).flatMap(Unicode.Scalar.init)
      else { throw .syntax }
      return [scalar]
    }
  }
}

/// Why something is not shown part by part, but as it is written.
enum PythonProblem: Error {
  case syntax
}
