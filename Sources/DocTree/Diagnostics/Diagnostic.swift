/// How bad something is. (docutils: Reporter's levels, by number and by name.)
public enum Severity: Int, Sendable, Comparable, CaseIterable {
  case debug, info, warning, error, severe

  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// The word in `file:line:column: word: message`.
  public var label: String {
    switch self {
    case .debug: "debug"
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    case .severe: "fatal error"
    }
  }

  /// The name in a ``SystemMessage``. (docutils: Reporter.levels.)
  public var typeName: String {
    switch self {
    case .debug: "DEBUG"
    case .info: "INFO"
    case .warning: "WARNING"
    case .error: "ERROR"
    case .severe: "SEVERE"
    }
  }
}

/// Something that was found wrong, and where.
public struct Diagnostic: Hashable, Sendable {
  public var severity: Severity
  /// What is wrong and what is allowed, in one sentence without a final line break.
  public var message: String
  public var position: SourcePosition
  /// What sort of thing it is, for switching it off: `myst.header`. Empty for none.
  public var category: String
  /// What was looked up in vain. The nearest name that there is becomes part of the message when all
  /// pages are known.
  public var lookup: Lookup?

  /// A name and the sort of fact that it was looked up among.
  public struct Lookup: Hashable, Sendable {
    public var key: String
    public var name: String

    public init(key: String, name: String) {
      self.key = key
      self.name = name
    }
  }

  public init(
    _ severity: Severity, _ message: String, at position: SourcePosition = .unknown,
    category: String = "", lookup: Lookup? = nil
  ) {
    self.severity = severity
    self.message = message
    self.position = position
    self.category = category
    self.lookup = lookup
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: level: message [category]`.
  public var description: String {
    let place = position.description
    return (place.isEmpty ? "" : place + ": ") + "\(severity.label): \(message)"
      + (category.isEmpty ? "" : " [\(category)]")
  }
}
