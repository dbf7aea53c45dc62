import DocTree

/// References that need not lead anywhere: what is missing of these is nothing to warn of in nitpicky mode.
/// (Sphinx: nitpick_ignore, nitpick_ignore_regex.)
struct IgnoredReferences {
  /// Types and targets: `[py:class, Foo]`.
  static let names = ConfigKey("nitpick_ignore", default: [Item](), affects: .resolve)
  /// The same as regular expressions, which match the whole.
  static let patterns = ConfigKey(
    "nitpick_ignore_regex", default: [PatternItem](), affects: .resolve)

  /// A type of references and what they name.
  struct Item: Codable, Equatable, Sendable, AllowedTextProviding {
    static let allowedText = "the type of a reference and its target"

    let type: String
    let target: String

    init(from decoder: any Decoder) throws {
      var items = try decoder.unkeyedContainer()
      type = try items.decode(String.self)
      target = try items.decode(String.self)
      guard items.isAtEnd else {
        throw DecodingError.dataCorruptedError(in: items, debugDescription: Self.allowedText)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var items = encoder.unkeyedContainer()
      try items.encode(type)
      try items.encode(target)
    }
  }

  /// A regular expression for a type of references, and one for what they name.
  struct PatternItem: Codable, Equatable, Sendable, AllowedTextProviding {
    static let allowedText = "two regular expressions, for the type of a reference and its target"

    let item: Item

    init(from decoder: any Decoder) throws {
      item = try Item(from: decoder)
      for text in [item.type, item.target] where (try? Regex(text)) == nil {
        throw DecodingError.dataCorrupted(
          DecodingError.Context(codingPath: decoder.codingPath, debugDescription: Self.allowedText))
      }
    }

    func encode(to encoder: any Encoder) throws { try item.encode(to: encoder) }
  }

  let configuration: Configuration

  /// Whether a reference to something missing is one of them.
  func contain(domain: String, type: String, target: String) -> Bool {
    let names = configuration[Self.names]
    let patterns = configuration[Self.patterns]
    if names.isEmpty, patterns.isEmpty { return false }
    var types = [domain.isEmpty ? type : "\(domain):\(type)"]
    if domain == "std" { types.append(type) }
    return types.contains { type in
      names.contains { $0.type == type && $0.target == target }
        || patterns.contains {
          Self.matches($0.item.type, type) && Self.matches($0.item.target, target)
        }
    }
  }

  private static func matches(_ pattern: String, _ text: String) -> Bool {
    guard let regex = try? Regex(pattern).matchingSemantics(.unicodeScalar) else { return false }
    return text.wholeMatch(of: regex) != nil
  }
}
