/// Which warnings nobody wants to see. (Sphinx: suppress_warnings.)
public struct WarningFilter: Sendable {
  /// Categories of warnings that are not reported: `myst.header`, or `myst` and `myst.*` for all
  /// that begin so.
  public static let key = ConfigKey("suppress_warnings", default: [String](), affects: .write)

  private let patterns: [String]

  public init(_ patterns: [String]) {
    self.patterns = patterns.map { $0.hasSuffix(".*") ? String($0.dropLast(2)) : $0 }
  }

  /// What a configuration says.
  public init(_ configuration: Configuration) {
    self.init(configuration[Self.key])
  }

  public var isEmpty: Bool { patterns.isEmpty }

  /// Whether something of this category is left out. Errors never are.
  public func suppresses(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.severity <= .warning, !diagnostic.category.isEmpty else { return false }
    return patterns.contains { pattern in
      diagnostic.category == pattern || diagnostic.category.hasPrefix(pattern + ".")
    }
  }

  /// Takes them out of the document's diagnostics and its tree.
  public func apply(to document: Document) {
    guard !isEmpty else { return }
    document.diagnostics.removeAll(where: suppresses)
    document.looseMessages.removeAll { $0.diagnostic.map(suppresses) ?? false }
    for message in document.findAll(SystemMessage.self)
    where message.diagnostic.map(suppresses) ?? false { message.detach() }
  }
}
