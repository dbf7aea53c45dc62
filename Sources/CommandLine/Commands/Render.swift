import DocTree
import DocTreeProject

extension RenderOptions {
  func run(_ registry: Registry) throws -> ExitStatus {
    let sourceFormat = try from.map { try registry.requireSourceFormat($0) }
    let output = try registry.requireFormat(to ?? "html")
    let isPlain = from == "commonmark"
    let configuration = try settings.configuration(
      registry, defaults: isPlain ? [("html.profile", "commonmark")] : [])
    let format = try sourceFormat ?? self.sourceFormat(configuration, registry)
    let pipeline = DocumentPipeline(
      registry: registry, configuration: configuration.values, output: output,
      lastPhase: try Phases.lastPhase(phase ?? "resolved"))

    let isInput = file == "-"
    let bytes = isInput ? try FileSystem.readStandardInput() : try FileSystem.read(Path(file))
    let source = Source(file: SourceFile(isInput ? "<stdin>" : file), bytes: bytes)
    let name = isInput ? nil : documentName(configuration, registry)
    let (result, diagnostics) = try pipeline.run(source, as: format, named: name ?? "") {
      document in
      // Never released: the process ends with the document, and its memory goes back at once.
      // Freeing the tree node by node would be a tenth of the work.
      _ = Unmanaged.passRetained(document)
    }
    Report.write(result, to: .output)
    if diagnostics.isEmpty { return .fine }

    var finder = ExcerptFinder(source)
    Report.diagnostics(ExcerptFinder.sorted(diagnostics.map { finder.locate($0) }))
    return ExitStatus(diagnostics.lazy.map(\.severity), strict: isStrict)
  }

  /// The name that the file would have as the only document of a project; nil in docutils' dialect,
  /// which has none.
  private func documentName(
    _ configuration: ProjectConfiguration, _ registry: Registry
  ) -> String? {
    guard configuration.values[Dialect.key] == .sphinx else { return nil }
    let name = String(decoding: Path(file).lastComponent, as: UTF8.self)
    let suffix = configuration.sourceSuffixes(registry: registry).filter(name.hasSuffix)
      .max { $0.utf8.count < $1.utf8.count }
    return suffix.map { String(name.dropLast($0.count)) } ?? name
  }

  /// The format by the file's suffix.
  private func sourceFormat(
    _ configuration: ProjectConfiguration, _ registry: Registry
  ) throws -> any SourceFormat {
    if file == "-" { return try registry.requireSourceFormat("myst") }
    if let format = configuration.sourceFormat(of: Path(file), registry: registry) { return format }
    // What cannot be read at all, such as a folder, is no matter of its name.
    _ = try FileSystem.read(Path(file))
    let suffixes = configuration.sourceSuffixes(registry: registry).joined(separator: ", ")
    throw InvalidOption(
      "no source format is known by the suffix of '\(file)' (\(suffixes)); "
        + "say which with --from \(registry.sourceFormatNames.joined(separator: "|"))")
  }
}

/// The names that `--phase` takes.
enum Phases {
  static let names = ["read", "transformed", "resolved"]

  static func lastPhase(_ name: String) throws -> Phase {
    switch name {
    case "read": .read
    case "transformed": .local
    case "resolved": .resolve
    default:
      throw InvalidOption(
        "there is no phase '\(name)'; there are: \(names.joined(separator: ", "))")
    }
  }
}
