import DocTree

/// Labels of works: `Knu84`, or numbers.
enum CitationLabels {
  static func make(
    for entries: [CitationData.Work], _ style: BibliographyStyle, start: Int
  ) -> [String] {
    if style.isNumbered { return entries.indices.map { String(start + $0) } }
    let labels = entries.map(alpha)
    var counts: [String: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    var used: [String: Int] = [:]
    return labels.map { label in
      guard counts[label, default: 0] > 1 else { return label }
      used[label, default: 0] += 1
      return label + letters(used[label, default: 1])
    }
  }

  /// The beginning of the author's name, or the initials of several, and the year.
  /// (BibTeX: alpha.bst, calc.label.)
  private static func alpha(_ entry: CitationData.Work) -> String {
    let names = entry.authors.filter { $0 != "others" }
    var label: String
    switch names.count {
    case 0: label = String(plain(entry.key).prefix(3))
    case 1: label = short(names[0])
    default:
      let isMore = names.count > 4 || names.count < entry.authors.count
      label = names.prefix(isMore ? 3 : 4).map(initials).joined() + (isMore ? "+" : "")
    }
    label += entry.year.suffix(2)
    return label
  }

  /// `van der Berg` → `vdB`, `Knuth` → `Knu`.
  private static func short(_ name: String) -> String {
    name.contains(" ") ? initials(name) : String(plain(name).prefix(3))
  }

  private static func initials(_ name: String) -> String {
    name.split(separator: " ").map { plain(String($0)).prefix(1) }.joined()
  }

  /// The letters and digits without accents.
  private static func plain(_ text: String) -> String {
    String(text.map(TeXAccents.base).filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
  }

  /// 1 is `a`, 27 is `aa`.
  private static func letters(_ number: Int) -> String {
    var number = number
    var result = ""
    while number > 0 {
      let digit = UInt8((number - 1) % 26)
      result = String(Character(Unicode.Scalar(0x61 + digit))) + result
      number = (number - 1) / 26
    }
    return result
  }
}
