import DocTree

/// Numbers for one or four sizes of screens: columns, or the space between them.
/// (sphinx-design: grids._media_option.)
enum ScreenSizes {
  static func classes(
    _ text: String?, _ name: String, in range: ClosedRange<Int>, allowsAuto: Bool,
    for what: String, at position: SourcePosition
  ) throws(MarkupError) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    var values = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if values.count == 1 { values = Array(repeating: values[0], count: 4) }
    let isRight = values.allSatisfy { value in
      allowsAuto && value == "auto" || Int(value).map { range.contains($0) } ?? false
    }
    guard values.count == 4, isRight else {
      throw MarkupError(
        "\(what) '\(text)' is not allowed; write one number or four (for small to large screens) "
          + "from \(range.lowerBound) to \(range.upperBound)\(allowsAuto ? ", or auto" : "")",
        at: position)
    }
    return ["\(name)\(values[0])"]
      + zip(["xs", "sm", "md", "lg"], values).map { "\(name)\($0)-\($1)" }
  }
}

/// The space around or in a block: one number, or four for top, bottom, left and right.
struct Spacing: OptionValue {
  static let allowed = "one number from 0 to 5 (or auto), or four for top, bottom, left and right"
  private let values: [String]

  init?(_ text: String) {
    values = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard values.count == 1 || values.count == 4,
      values.allSatisfy({ $0 == "auto" || Int($0).map { (0...5).contains($0) } ?? false })
    else { return nil }
  }

  func classes(_ name: String) -> [String] {
    values.count == 1
      ? ["\(name)-\(values[0])"]
      : zip(["t", "b", "l", "r"], values).map { "\(name)\($0)-\($1)" }
  }
}

enum TextAlignment: String, Decodable, Sendable, CaseIterable {
  case left, right, center, justify
}

enum LinkType: String, Decodable, Sendable, CaseIterable {
  case url, any, ref, doc, myst
}

enum Shadow: String, Decodable, Sendable, CaseIterable {
  case none, sm, md, lg
}

/// One of sphinx-design's colors.
struct SemanticColor: OptionValue {
  static let allowed = Design.colors.joined(separator: ", ")
  let name: String

  init?(_ text: String) {
    guard Design.colors.contains(text) else { return nil }
    name = text
  }
}

/// The width of a card.
struct CardWidth: OptionValue {
  static let allowed = "auto, 25%, 50%, 75%, 100%"
  let name: String

  init?(_ text: String) {
    guard ["auto", "25%", "50%", "75%", "100%"].contains(text) else { return nil }
    name = text.filter { $0 != "%" }
  }
}

extension Optional where Wrapped == ClassNames {
  /// Class names as they stand in a tree.
  var classNames: [String] { self?.names ?? [] }
}
