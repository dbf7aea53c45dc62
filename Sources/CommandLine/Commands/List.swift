import DocTree
import DocTreeProject

extension ListOptions {
  func run(_ registry: Registry) throws -> ExitStatus {
    let lines: [String] =
      switch topic {
      case .formats:
        registry.sourceFormatNames.map { name in
          let suffixes = registry.sourceFormat(name)?.suffixes ?? []
          return suffixes.isEmpty
            ? "from \(name)" : "from \(name) (\(suffixes.joined(separator: ", ")))"
        }
          + registry.formatNames.map { name in
            "to \(name) (\(registry.format(name)?.suffix ?? ""))"
          }
      case .builders: registry.builderNames
      case .kinds: kinds(registry)
      case .config:
        registry.configDeclarations.map { "\($0.name): \($0.allowedValues)" }
      case .directives: registry.directiveNames
      case .roles: registry.roleNames
      case .pages: try facts("document", registry)
      case .labels: try facts("label", registry)
      case .terms: try facts("term", registry)
      case .equations: try facts("equation", registry)
      case .objects: try facts("object", registry)
      }
    Report.write(Array(lines.map { Printable.text($0) + "\n" }.joined().utf8), to: .output)
    return .fine
  }

  /// Each kind with its owner, and the formats that have a handler of their own for it.
  private func kinds(_ registry: Registry) -> [String] {
    registry.kinds.values.sorted { $0.kind.name < $1.kind.name }.map { entry in
      let formats = registry.formatNames.filter { name in
        registry.format(name).map { registry.hasHandler(for: entry.kind, in: $0) } ?? false
      }
      return entry.kind.name + (entry.owner.isEmpty ? "" : " (\(entry.owner))")
        + (formats.isEmpty ? "" : ": " + formats.joined(separator: ", "))
    }
  }

  private func facts(_ key: String, _ registry: Registry) throws -> [String] {
    let source = Path(source ?? ".")
    let project = try settings.configuration(registry, root: source)
    let build = ProjectBuild(
      source: source, output: source.appending(Path("_build")), registry: registry,
      project: project, builder: try registry.requireBuilder("dummy"))
    return try build.survey().descriptions(ofKey: key)
  }
}
