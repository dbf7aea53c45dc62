/// Plain text of what is written in TeX: accents, special characters, dashes; braces and commands that
/// only mark up go.
enum TeXText {
  /// - Parameter lowercases: whether what stands in no braces is in lower case, its first letter
  ///   apart, as titles of articles are set.
  static func plain(_ source: String, lowercases: Bool = false) -> String {
    guard lowercases || source.contains(where: { "\\{}-~`'$\n\t".contains($0) }) else {
      return source
    }
    var reader = Reader(Array(source), lowercases: lowercases)
    return reader.read()
  }

  /// The pieces between separators that stand in no braces.
  static func split(_ source: Substring, isSeparator: (Character) -> Bool) -> [Substring] {
    var depth = 0
    var result: [Substring] = []
    var start = source.startIndex
    for index in source.indices {
      let character = source[index]
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      guard depth <= 0, isSeparator(character) else { continue }
      result.append(source[start..<index])
      start = source.index(after: index)
    }
    return result + [source[start...]]
  }

  private struct Reader {
    private let source: [Character]
    private let lowercases: Bool
    private var index = 0
    private var depth = 0
    private var result = ""
    private var isFirst = true

    init(_ source: [Character], lowercases: Bool) {
      self.source = source
      self.lowercases = lowercases
    }

    mutating func read() -> String {
      while index < source.count {
        let character = source[index]
        index += 1
        switch character {
        case "{": depth += 1
        case "}": depth -= 1
        case "$": break
        case "~": result.append("\u{A0}")
        case "-": readDashes()
        case "`" where next == "`":
          index += 1
          result.append("“")
        case "'" where next == "'":
          index += 1
          result.append("”")
        case "\\": readCommand()
        default:
          if character.isWhitespace {
            if result.last != " " { result.append(" ") }
          } else {
            add(String(character))
          }
        }
      }
      return result.trimmed
    }

    private var next: Character? { index < source.count ? source[index] : nil }

    private mutating func add(_ text: String) {
      result += lowercases && depth <= 0 && !isFirst ? text.lowercased() : text
      isFirst = false
    }

    private mutating func readDashes() {
      var count = 1
      while next == "-", count < 3 {
        index += 1
        count += 1
      }
      result += ["-", "–", "—"][count - 1]
    }

    private mutating func readCommand() {
      guard let first = next else { return }
      index += 1
      guard first.isASCII, first.isLetter else {
        if let accent = TeXAccents.marks[first] { return readAccent(accent) }
        return add(first == "\\" ? " " : String(first))
      }
      var name = String(first)
      while let letter = next, letter.isASCII, letter.isLetter {
        name.append(letter)
        index += 1
      }
      if name.count == 1, let accent = TeXAccents.marks[first] { return readAccent(accent) }
      while next == " " { index += 1 }
      if let text = TeXAccents.commands[name] { add(text) }
    }

    /// The letter below an accent: `\"u`, `\"{u}`, `\c c`, `\'\i`.
    private mutating func readAccent(_ mark: Unicode.Scalar) {
      while next == " " { index += 1 }
      let isBraced = next == "{"
      if isBraced { index += 1 }
      guard var letter = next else { return }
      index += 1
      if letter == "\\", let dotless = next, dotless == "i" || dotless == "j" {
        letter = dotless
        index += 1
      }
      if isBraced, next == "}" { index += 1 } else if isBraced { depth += 1 }
      add(TeXAccents.compose(letter, mark))
    }
  }
}

/// What TeX's commands for letters stand for.
enum TeXAccents {
  /// The accents by their commands.
  static let marks: [Character: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    "u": "\u{306}", ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}",
    "v": "\u{30C}", "d": "\u{323}", "c": "\u{327}", "k": "\u{328}",
  ]

  static let commands = [
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "textendash": "–", "textemdash": "—",
    "ldots": "…", "dots": "…", "copyright": "©", "S": "§", "textquoteright": "’",
  ]

  /// The letters that Unicode has with an accent, in pairs of the letter and the whole.
  private static let composed: [Unicode.Scalar: String] = [
    "\u{300}": "aàeèiìoòuùnǹAÀEÈIÌOÒUÙ", "\u{301}": "aáeéiíoóuúyýcćnńsśzźlĺrŕAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹ",
    "\u{302}": "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷAÂEÊIÎOÔUÛCĈGĜ", "\u{303}": "aãoõnñiĩuũAÃOÕNÑ",
    "\u{304}": "aāeēiīoōuūAĀEĒIĪOŌUŪ", "\u{306}": "aăgğuŭeĕiĭAĂGĞUŬ",
    "\u{307}": "zżcċeėgġIİZŻCĊEĖGĠ",
    "\u{308}": "aäeëiïoöuüyÿAÄEËIÏOÖUÜYŸ", "\u{30A}": "aåuůAÅUŮ", "\u{30B}": "oőuűOŐUŰ",
    "\u{30C}": "cčsšzžrřeěnňdďtťCČSŠZŽRŘEĚNŇDĎ", "\u{323}": "aạeẹoọsṣtṭhḥdḍ",
    "\u{327}": "cçsştţCÇSŞTŢ", "\u{328}": "aąeęAĄEĘ",
  ]

  /// A letter with an accent, as one character where Unicode has it.
  static func compose(_ letter: Character, _ mark: Unicode.Scalar) -> String {
    let pairs = Array(composed[mark] ?? "")
    for index in stride(from: 0, to: pairs.count - 1, by: 2) where pairs[index] == letter {
      return String(pairs[index + 1])
    }
    return String(letter) + String(mark)
  }

  /// The letter without its accent.
  static func base(of letter: Character) -> Character {
    for pairs in composed.values {
      let letters = Array(pairs)
      for index in stride(from: 1, to: letters.count, by: 2) where letters[index] == letter {
        return letters[index - 1]
      }
    }
    return letter
  }
}
