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

  public init(
    _ severity: Severity, _ message: String, at position: SourcePosition = .unknown,
    category: String = ""
  ) {
    self.severity = severity
    self.message = message
    self.position = position
    self.category = category
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
