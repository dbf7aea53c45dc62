/// Taking indentation away.
enum Dedenting {
  /// - Parameters:
  ///   - width: how many characters; nil for as much as all lines share.
  ///   - warn: told if characters other than white space are taken.
  static func dedent(
    _ lines: [Substring], by width: Int?, warn: (String) -> Void
  ) -> [Substring] {
    guard let width else {
      let shared = lines.filter { !$0.allSatisfy(\.isWhitespace) }
        .map { $0.prefix { $0 == " " || $0 == "\t" } }
      guard var margin = shared.first else { return lines }
      for indentation in shared {
        while !indentation.hasPrefix(margin) { margin = margin.dropLast() }
      }
      return lines.map { $0.allSatisfy(\.isWhitespace) ? "" : $0.dropFirst(margin.count) }
    }
    if lines.contains(where: { !$0.prefix(width).allSatisfy(\.isWhitespace) }) {
      warn("non-whitespace stripped by dedent")
    }
    return lines.map { $0.dropFirst(width) }
  }
}
