extension Element {
  /// Puts the values of attributes into their usual spelling.
  ///
  /// - Returns: what is wrong with them.
  /// (docutils: Element.validate_attributes.)
  final func normalizeAttributes(_ kind: Kind) -> [String] {
    var problems: [String] = []
    let declared = kind.attributes.filter { !$0.isHidden }.map(\.name)
    var known = ["ids", "classes", "names", "dupnames", "source"]
    if kind.categories.contains(.backLinkable) { known.append("backrefs") }
    known += declared.filter { !known.contains($0) }
    for (name, value) in attributes() where !name.hasPrefix("internal:") {
      guard known.contains(name) else {
        problems.append(
          "Attribute \"\(name)\" not one of \"\(known.joined(separator: "\", \""))\".")
        continue
      }
      do {
        let normalized = try AttributeCheck(name).normalize(value)
        if normalized != value { set(name, to: normalized) }
      } catch {
        problems.append("Attribute \"\(name)\" has invalid value \"\(value.text)\".")
        problems.append(error.message)
      }
    }
    return problems
  }
}

/// What the value of an attribute has to look like. (docutils: ATTRIBUTE_VALIDATORS.)
enum AttributeCheck {
  case anything
  case identifier
  case identifiers
  case names
  case name
  case nameToken
  case integer
  case measure
  case proportion
  case keyword([String])

  struct Failure: Error { let message: String }

  init(_ attribute: String) {
    self =
      switch attribute {
      case "ids", "classes", "backrefs": .identifiers
      case "names", "dupnames": .names
      case "refid": .identifier
      case "refname", "name": .name
      case "charoff", "colname", "namest", "nameend", "type": .nameToken
      case "colnum", "cols", "level", "line", "morecols", "morerows", "scale", "start": .integer
      case "height", "width": .measure
      case "colwidth": .proportion
      case "dir": .keyword(["ltr", "rtl", "auto"])
      case "enumtype":
        .keyword(["arabic", "loweralpha", "lowerroman", "upperalpha", "upperroman"])
      case "frame": .keyword(["top", "bottom", "topbot", "all", "sides", "none"])
      case "loading": .keyword(["embed", "link", "lazy"])
      case "valign": .keyword(["top", "middle", "bottom"])
      case "xml:space": .keyword(["default", "preserve"])
      default: .anything
      }
  }

  /// - Returns: the value in its usual spelling.
  func normalize(_ value: AttributeValue) throws(Failure) -> AttributeValue {
    let text = value.text
    switch self {
    case .anything: return value
    case .identifiers:
      guard case .list(let identifiers) = value else { return value }
      for identifier in identifiers { try Self.checkIdentifier(identifier) }
      return value
    case .identifier:
      try Self.checkIdentifier(text)
      return value
    case .names:
      guard case .list(let names) = value else { return value }
      return .list(names.map { ReferenceName.whitespaceNormalized($0) })
    case .name: return .string(ReferenceName.whitespaceNormalized(text))
    case .nameToken:
      let isToken = !text.isEmpty && text.utf8.allSatisfy(\.isNameTokenByte)
      guard isToken else { throw Failure(message: "\"\(text)\" is no NMTOKEN.") }
      return value
    case .integer:
      guard Int(text) != nil else { throw Failure(message: "\"\(text)\" is no integer.") }
      return value
    case .measure:
      guard let measure = Measure(text) else {
        throw Failure(message: "\"\(text)\" is no valid measure.")
      }
      return .string(measure.number + measure.unit)
    case .proportion:
      if text.isEmpty || text == "*" { return .string("1") }
      guard let measure = Measure(text, units: ["*"]), measure.value > 0 else {
        throw Failure(message: "\"\(text)\" is no proportional measure.")
      }
      return .string(measure.number)
    case .keyword(let keywords):
      guard keywords.contains(text) else {
        throw Failure(
          message: "\"\(text)\" is not one of \"\(keywords.joined(separator: "\", \""))\".")
      }
      return value
    }
  }

  private static func checkIdentifier(_ text: String) throws(Failure) {
    guard Identifier.isValid(text) else {
      throw Failure(message: "\"\(text)\" is no valid id or class name.")
    }
  }
}

extension UInt8 {
  fileprivate var isNameTokenByte: Bool {
    (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == 0x2D || self == 0x2E || self == 0x5F
  }
}
