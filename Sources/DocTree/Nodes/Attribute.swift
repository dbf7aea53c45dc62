/// The value of an attribute as dumps, XML and JSON see it.
public enum AttributeValue: Hashable, Sendable {
  case string(String)
  case list([String])
  case integer(Int)
  case flag(Bool)
  /// Present, but without a value. docutils writes `True`.
  case none

  /// The value in pseudo-XML and XML: a list joined with spaces, in which `\` is doubled and a
  /// space written `\ `; a flag as 1 or 0. (docutils: serial_escape, Element.starttag.)
  public var text: String {
    switch self {
    case .string(let string): string
    case .list(let list): list.map(Self.escape).joined(separator: " ")
    case .integer(let integer): String(integer)
    case .flag(let flag): flag ? "1" : "0"
    case .none: "True"
    }
  }

  /// The list that ``text`` was made from.
  public static func splitList(_ text: String) -> [String] {
    var result: [String] = []
    var item: [UInt8] = []
    var escaped = false
    func finishItem() {
      if !item.isEmpty { result.append(String(decoding: item, as: UTF8.self)) }
      item = []
    }
    for byte in text.utf8 {
      if escaped {
        item.append(byte)
        escaped = false
      } else if byte == 0x5C {
        escaped = true
      } else if byte == 0x20 {
        finishItem()
      } else {
        item.append(byte)
      }
    }
    finishItem()
    return result
  }

  // By bytes, not characters: a space is one even with a combining mark after it.
  private static func escape(_ item: String) -> String {
    guard item.utf8.contains(where: { $0 == 0x20 || $0 == 0x5C }) else { return item }
    var result: [UInt8] = []
    for byte in item.utf8 {
      if byte == 0x20 || byte == 0x5C { result.append(0x5C) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension AttributeValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  public init(arrayLiteral elements: String...) { self = .list(elements) }
}

/// A type that a declared attribute can have.
public protocol AttributeConvertible: SendableMetatype {
  /// - Returns: nil if the value does not fit.
  init?(_ value: AttributeValue)
  var attributeValue: AttributeValue { get }
}

extension String: AttributeConvertible {
  public init?(_ value: AttributeValue) { self = value.text }
  public var attributeValue: AttributeValue { .string(self) }
}

extension Int: AttributeConvertible {
  public init?(_ value: AttributeValue) {
    switch value {
    case .integer(let integer): self = integer
    case .flag(let flag): self = flag ? 1 : 0
    default:
      guard let integer = Int(value.text) else { return nil }
      self = integer
    }
  }
  public var attributeValue: AttributeValue { .integer(self) }
}

extension Bool: AttributeConvertible {
  public init?(_ value: AttributeValue) {
    switch value.text {
    case "1", "True", "true", "yes": self = true
    case "0", "False", "false", "no": self = false
    default: return nil
    }
  }
  public var attributeValue: AttributeValue { .flag(self) }
}

extension Array: AttributeConvertible where Element == String {
  public init?(_ value: AttributeValue) {
    if case .list(let list) = value {
      self = list
    } else {
      self = AttributeValue.splitList(value.text)
    }
  }
  public var attributeValue: AttributeValue { .list(self) }
}

extension AttributeConvertible where Self: RawRepresentable, RawValue == String {
  public init?(_ value: AttributeValue) { self.init(rawValue: value.text) }
  public var attributeValue: AttributeValue { .string(rawValue) }
}

/// An attribute that a class declares: a stored property, and how it is called outside.
///
/// Copying, comparing, validating, XML and JSON all go by these.
public struct Attribute: Sendable {
  /// The name in dumps, XML and JSON.
  public let name: String
  /// Whether only JSON shows it: what rendering needs and docutils does not have, such as the level
  /// of a heading.
  public let isHidden: Bool

  let get: @Sendable (Element) -> AttributeValue?
  let set: @Sendable (Element, AttributeValue?) -> Bool

  /// An attribute with a form of its own, which is always shown.
  init(
    name: String, get: @escaping @Sendable (Element) -> AttributeValue?,
    set: @escaping @Sendable (Element, AttributeValue?) -> Bool
  ) {
    self.name = name
    isHidden = false
    self.get = get
    self.set = set
  }

  /// An attribute that may be missing.
  public init<E: Element, Value: AttributeConvertible>(
    _ name: String, _ property: any ReferenceWritableKeyPath<E, Value?> & Sendable,
    isHidden: Bool = false
  ) {
    self.name = name
    self.isHidden = isHidden
    // The downcasts hold because a kind's attributes are asked of its own nodes only.
    get = { unsafeDowncast($0, to: E.self)[keyPath: property]?.attributeValue }
    set = { element, value in
      let converted = value.flatMap(Value.init)
      guard (converted == nil) == (value == nil) else { return false }
      unsafeDowncast(element, to: E.self)[keyPath: property] = converted
      return true
    }
  }

  /// An attribute that is left out while it has its default value.
  public init<E: Element, Value: AttributeConvertible & Equatable & Sendable>(
    _ name: String, _ property: any ReferenceWritableKeyPath<E, Value> & Sendable,
    default defaultValue: Value, isHidden: Bool = false
  ) {
    self.name = name
    self.isHidden = isHidden
    get = {
      let value = unsafeDowncast($0, to: E.self)[keyPath: property]
      return value == defaultValue ? nil : value.attributeValue
    }
    set = { element, value in
      let converted = value.map(Value.init) ?? defaultValue
      guard let converted else { return false }
      unsafeDowncast(element, to: E.self)[keyPath: property] = converted
      return true
    }
  }
}
