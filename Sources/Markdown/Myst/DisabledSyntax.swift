internal import DocTree

/// Syntax that a configuration switches off, by markdown-it's names of its rules, or by those of
/// ours.
struct DisabledSyntax {
  private let names: Set<String>

  init(_ configuration: Configuration) {
    names = Set(configuration[MystSettings.disabledSyntax])
  }

  func contains(_ rule: String) -> Bool { names.contains(rule) }

  /// Characters that stand for themselves in text.
  var plainCharacters: [UInt8] {
    var result: [UInt8] = []
    if names.contains("emphasis") { result += [0x2A, 0x5F] }
    if names.contains("backticks") { result.append(0x60) }
    if names.contains("link") { result.append(0x5B) }
    if names.contains("escape") { result.append(0x5C) }
    if names.contains("autolink"), names.contains("html_inline") { result.append(0x3C) }
    return result
  }

  /// Characters with which no block of CommonMark begins.
  var plainStarts: [UInt8] {
    var result: [UInt8] = []
    if names.contains("heading") { result.append(0x23) }
    if names.contains("blockquote") { result.append(0x3E) }
    if names.contains("fence") { result += [0x60, 0x7E] }
    if names.contains("html_block") { result.append(0x3C) }
    return result
  }
}
