/// The marks of numbered lists.
enum Enumerator {
  /// The number as letters, Roman or Arabic numerals; Arabic where the type has no sign for it.
  ///
  /// - Parameter type: an ``EnumeratedList``'s `enumtype`.
  static func text(_ number: Int, type: String?) -> String {
    guard number > 0 else { return String(number) }
    switch type {
    case "loweralpha": return letters(number, first: UInt8(ascii: "a"))
    case "upperalpha": return letters(number, first: UInt8(ascii: "A"))
    case "lowerroman" where number < 5000: return roman(number).lowercased()
    case "upperroman" where number < 5000: return roman(number)
    default: return String(number)
    }
  }

  /// a … z, aa, ab …
  private static func letters(_ number: Int, first: UInt8) -> String {
    var rest = number
    var result: [UInt8] = []
    while rest > 0 {
      rest -= 1
      result.append(first + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: result.reversed(), as: UTF8.self)
  }

  private static func roman(_ number: Int) -> String {
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var result = ""
    for (value, sign) in signs {
      while rest >= value {
        result += sign
        rest -= value
      }
    }
    return result
  }
}
