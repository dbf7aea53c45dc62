/// A number and a unit. (docutils: parse_measure.)
struct Measure {
  /// Without superfluous zeros.
  let number: String
  let value: Double
  let unit: String

  /// - Parameter units: the units there are; nil for any run of letters, `%` and `µ` with letters.
  init?(_ text: String, units: Set<String>? = nil) {
    let digits = text.utf8.prefix { $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2D }
    unit = String(text.dropFirst(digits.count).drop { $0 == " " })
    if let units {
      guard unit.isEmpty || units.contains(unit) else { return nil }
    } else {
      guard
        unit == "%" || unit.unicodeScalars.allSatisfy({ $0.isASCIILetter || $0 == "µ" })
      else { return nil }
    }
    let isNegative = digits.first == 0x2D
    let magnitude = String(Substring(isNegative ? digits.dropFirst() : digits))
    guard !magnitude.utf8.contains(0x2D), let double = Double(magnitude), double.isFinite else {
      return nil
    }
    value = isNegative ? -double : double
    if magnitude.utf8.contains(0x2E) {
      number = "\(value)"
    } else {
      let significant = String(magnitude.drop { $0 == "0" })
      number = significant.isEmpty ? "0" : (isNegative ? "-" : "") + significant
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { (value | 0x20) &- 0x61 < 26 }
}
