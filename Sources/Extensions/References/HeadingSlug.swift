public import DocTree

/// The ways in which the anchor of a heading is made of its text.
public enum HeadingSlug: String, Codable, Sendable, CaseIterable {
  /// As GitHub does: lower case, spaces become hyphens, and what is no letter, digit, `-` or `_` goes.
  case github
  /// As GitLab does: like GitHub, with white space at the ends and runs of hyphens taken out, and
  /// `anchor-` before a number.
  case gitlab
  /// As docutils makes an identifier.
  case docutils

  /// How the anchors of headings are made. (MyST: myst_heading_slug_func.)
  public static let key = ConfigKey(
    "myst.heading_slug_func", default: HeadingSlug.github, affects: .read)
  /// Headings down to this level get an anchor; 0 for none. (MyST: myst_heading_anchors.)
  public static let anchorLevels = ConfigKey(
    "myst.heading_anchors", default: 0, affects: .read,
    refusing: { (0...7).contains($0) ? nil : "a whole number from 0 to 7" })

  /// The anchor for a heading with this text; empty if no character of it is left.
  public func slug(of text: String) -> String {
    switch self {
    case .github: return Self.words(of: text)
    case .gitlab:
      var result: [Character] = []
      for character in Self.words(of: text.trimmed) where character != "-" || result.last != "-" {
        result.append(character)
      }
      let isNumber = !result.isEmpty && result.allSatisfy { $0.isASCII && $0.isNumber }
      return (isNumber ? "anchor-" : "") + String(result)
    case .docutils: return Identifier.make(from: text)
    }
  }

  /// The slug with the first number behind it that makes it different from the others.
  public static func unique(_ slug: String, among existing: Set<String>) -> String {
    var number = 1
    return unique(slug, among: existing, from: &number)
  }

  /// - Parameter number: the first number to try; it becomes the one to try next time, so that many
  ///   equal headings cost no more than as many different ones.
  static func unique(
    _ slug: String, among existing: Set<String>, from number: inout Int
  ) -> String {
    guard existing.contains(slug) else { return slug }
    while existing.contains("\(slug)-\(number)") { number += 1 }
    return "\(slug)-\(number)"
  }

  /// Letters, marks, digits, `-` and `_` in lower case, with a hyphen for each space.
  private static func words(of text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        result.append("-")
      } else if scalar == "-" || scalar == "_" || scalar.isWord {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// What Python's `\w` matches, without the underscore, and marks.
  fileprivate var isWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
