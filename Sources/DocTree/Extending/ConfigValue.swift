/// A value as it is written in a configuration or in front matter, before anybody asks for a type.
///
/// Which type a scalar has is decided by whoever asks: `no` is a text for a key that takes text, and
/// false for one that takes true or false.
public struct ConfigValue: Sendable {
  public enum Content: Sendable {
    case scalar(String, Style)
    case list([ConfigValue])
    /// In the order of the source; no key is there twice.
    case map([(key: ConfigValue, value: ConfigValue)])
  }

  /// How a scalar is written.
  public enum Style: Sendable {
    /// Without quotes: it may be a number, true or false, or nothing.
    case plain
    /// Text, whatever it looks like.
    case quoted
    /// On a command line: everything is text, and a list is one with commas.
    case text
  }

  public var content: Content
  /// Where it begins.
  public var position: SourcePosition

  public init(_ content: Content, at position: SourcePosition = .unknown) {
    self.content = content
    self.position = position
  }

  /// A text.
  public init(text: String, at position: SourcePosition = .unknown) {
    self.init(.scalar(text, .quoted), at: position)
  }

  /// Whether nothing is written, or `null` or `~`.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The text of a scalar as it is written; nil for what is none.
  public var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// The items of a list; nil for what is none.
  public var list: [ConfigValue]? {
    guard case .list(let items) = content else { return nil }
    return items
  }

  /// The entries of a map; nil for what is none.
  public var map: [(key: ConfigValue, value: ConfigValue)]? {
    guard case .map(let entries) = content else { return nil }
    return entries
  }

  /// The value behind a key of a map.
  ///
  /// - Complexity: O(*n*).
  public subscript(key: String) -> ConfigValue? { map?.first { $0.key.text == key }?.value }

  /// True or false, if it is one of YAML's words for them.
  public var boolean: Bool? {
    guard case .scalar(let text, let style) = content, style != .quoted else { return nil }
    switch text {
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return true
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return false
    case "1" where style == .text: return true
    case "0" where style == .text: return false
    default: return nil
    }
  }

  /// What messages call it: `'no'`, `a list`.
  public var summary: String {
    switch content {
    case .scalar: isNull ? "empty" : "'\(text ?? "")'"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

extension ConfigValue: Equatable {
  /// Whether they are written alike, wherever that is.
  public static func == (left: ConfigValue, right: ConfigValue) -> Bool {
    switch (left.content, right.content) {
    case (.scalar(let one, let style), .scalar(let other, let otherStyle)):
      one == other && style == otherStyle
    case (.list(let one), .list(let other)): one == other
    case (.map(let one), .map(let other)):
      one.count == other.count && zip(one, other).allSatisfy { $0 == $1 }
    default: false
    }
  }
}

extension ConfigValue: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text: text) }
}

extension ConfigValue: Codable {
  private enum Key: String, CodingKey { case text, style, list, keys }

  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? ConfigDecoder {
      decoder.acceptKeys()
      self = decoder.value
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    if let keys = try container.decodeIfPresent([ConfigValue].self, forKey: .keys) {
      self.init(.map(zip(keys, try container.decode([ConfigValue].self, forKey: .list)).map { $0 }))
    } else if let list = try container.decodeIfPresent([ConfigValue].self, forKey: .list) {
      self.init(.list(list))
    } else {
      let isPlain = try container.decodeIfPresent(Bool.self, forKey: .style) ?? false
      self.init(
        .scalar(try container.decode(String.self, forKey: .text), isPlain ? .plain : .quoted))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch content {
    case .scalar(let text, let style):
      try container.encode(text, forKey: .text)
      if style == .plain { try container.encode(true, forKey: .style) }
    case .list(let items): try container.encode(items, forKey: .list)
    case .map(let entries):
      try container.encode(entries.map(\.key), forKey: .keys)
      try container.encode(entries.map(\.value), forKey: .list)
    }
  }
}
