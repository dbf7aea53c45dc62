import DocTree
import DocTreeProject

extension ListTopic {
  func run(_ registry: Registry) throws -> ExitStatus {
    let lines: [String] =
      switch self {
      case .formats:
        registry.sourceFormatNames.map { name in
          let suffixes = registry.sourceFormat(name)?.suffixes ?? []
          return suffixes.isEmpty
            ? "from \(name)" : "from \(name) (\(suffixes.joined(separator: ", ")))"
        }
          + registry.formatNames.map { name in
            "to \(name) (\(registry.format(name)?.suffix ?? ""))"
          }
      case .kinds:
        registry.kinds.values.sorted { $0.kind.name < $1.kind.name }
          .map { $0.owner.isEmpty ? $0.kind.name : "\($0.kind.name) (\($0.owner))" }
      case .config:
        registry.configDeclarations.map { "\($0.name): \($0.allowedValues)" }
      }
    Report.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: .output)
    return .fine
  }
}
