import DocTree
import DocTreeProject

extension RenderOptions {
  func run(_ registry: Registry) throws -> ExitStatus {
    let sourceFormat = try sourceFormat(registry)
    let output = try registry.requireFormat(to ?? "html")
    let isPlain = sourceFormat.name == "commonmark" && from != nil
    let configuration = try settings.configuration(
      registry, defaults: isPlain ? [("html.profile", "commonmark")] : [])
    let pipeline = DocumentPipeline(
      registry: registry, configuration: configuration, output: output,
      lastPhase: try Phases.lastPhase(phase ?? "transformed"))

    let isInput = file == "-"
    let bytes = isInput ? try FileSystem.readStandardInput() : try FileSystem.read(Path(file))
    let source = Source(file: SourceFile(isInput ? "<stdin>" : file), bytes: bytes)
    let (result, diagnostics) = try pipeline.run(source, as: sourceFormat) { document in
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

  private func sourceFormat(_ registry: Registry) throws -> any SourceFormat {
    if let from { return try registry.requireSourceFormat(from) }
    if file == "-" { return try registry.requireSourceFormat("commonmark") }
    let suffixes = registry.sourceSuffixes
    // The longest one: `.ipynb.md` comes before `.md`.
    let suffix = suffixes.filter { Path(file).hasSuffix($0) }.max { $0.count < $1.count }
    guard let suffix, let format = registry.sourceFormat(suffix) else {
      throw InvalidOption(
        "no source format is known by the suffix of '\(file)' (\(suffixes.joined(separator: ", "))); "
          + "say which with --from \(registry.sourceFormatNames.joined(separator: "|"))")
    }
    return format
  }
}

/// The names that `--phase` takes.
enum Phases {
  static let names = ["read", "transformed"]

  static func lastPhase(_ name: String) throws -> Phase {
    switch name {
    case "read": .read
    case "transformed": .resolve
    default:
      throw InvalidOption(
        "there is no phase '\(name)'; there are: \(names.joined(separator: ", "))")
    }
  }
}
