/// Where functions and classes begin and end in Python code. It goes by indentation and knows
/// strings and brackets only as far as they span lines.
/// (Sphinx: pycode.parser.DefinitionFinder.)
struct PythonOutline {
  private let lines: [Substring]

  init(_ lines: [Substring]) { self.lines = lines }

  /// The lines of `Class.method`, with its decorators and without blank lines and comments at the end.
  func range(of name: String) -> Range<Int>? {
    let path = name.split(separator: ".").map(String.init)
    var open: [(name: String, indent: Int, start: Int, isWanted: Bool)] = []
    var decorators: Int?
    var scanner = Scanner()
    for (index, line) in lines.enumerated() {
      let isContinued = scanner.isInside
      scanner.scan(line)
      let code = line.drop { $0 == " " || $0 == "\t" }
      if isContinued || code.isEmpty || code.first == "#" { continue }
      let indent = line.count - code.count
      while let last = open.last, last.indent >= indent {
        if last.isWanted { return last.start..<end(before: index, from: last.start) }
        open.removeLast()
      }
      if code.first == "@" {
        decorators = decorators ?? index
        continue
      }
      if let name = Self.definedName(code) {
        let names = open.map(\.name) + [name]
        open.append((name, indent, decorators ?? index, names == path))
      }
      decorators = nil
    }
    return open.first(where: \.isWanted)
      .map { $0.start..<end(before: lines.count, from: $0.start) }
  }

  /// Where an object ends: behind its last line that is neither blank nor a comment.
  private func end(before index: Int, from start: Int) -> Int {
    var end = index
    while end > start + 1 {
      let code = lines[end - 1].drop { $0 == " " || $0 == "\t" }
      guard code.isEmpty || code.first == "#" else { break }
      end -= 1
    }
    return end
  }

  private static func definedName(_ code: Substring) -> String? {
    var words = code.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
    if words.first == "async" { words.removeFirst() }
    guard words.count > 1, words[0] == "def" || words[0] == "class" else { return nil }
    return String(words[1].prefix { $0 == "_" || $0.isLetter || $0.isNumber })
  }

  /// Follows strings with three quotes and brackets over lines.
  private struct Scanner {
    private var quote: [UInt8]?
    private var depth = 0
    var isInside: Bool { quote != nil || depth > 0 }

    mutating func scan(_ line: Substring) {
      let bytes = Array(line.utf8)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if let quote {
          if byte == 0x5C {
            index += 2
          } else if bytes[index...].starts(with: quote) {
            index += quote.count
            self.quote = nil
          } else {
            index += 1
          }
          continue
        }
        switch byte {
        case 0x23: return
        case 0x22, 0x27:
          let triple = [byte, byte, byte]
          quote = bytes[index...].starts(with: triple) ? triple : [byte]
          index += quote?.count ?? 1
          continue
        case 0x28, 0x5B, 0x7B: depth += 1
        case 0x29, 0x5D, 0x7D: depth = max(0, depth - 1)
        default: break
        }
        index += 1
      }
      // A string with single quotes ends with its line.
      if quote?.count == 1 { quote = nil }
    }
  }
}
