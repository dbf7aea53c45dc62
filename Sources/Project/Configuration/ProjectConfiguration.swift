public import DocTree
import DocTreeMarkdown
import Translators

/// What `doctree.yml` and the command line say about a project.
public struct ProjectConfiguration: Sendable {
  /// The name of the file at the root of the sources.
  public static let fileName = "doctree.yml"

  /// The values, those of extensions and those of ``ProjectSettings``.
  public private(set) var values = Configuration()
  /// The file that they come from; nil for none.
  public let file: Path?
  /// The source formats of suffixes that the project sets.
  private var formats: [String: any SourceFormat] = [:]

  /// The defaults.
  public init() { file = nil }

  /// Finds and reads the file of a project.
  ///
  /// - Parameters:
  ///   - file: a file that the user names; nil for the one at the root of the sources, if there is
  ///     one.
  ///   - root: the folder of the sources; nil for a single document.
  ///   - defaults: what a command sets where the user does not, if anybody declared it.
  ///   - definitions: what the command line says, which comes before the file: names and values, of
  ///     which the last one for a name wins.
  /// - Throws: ``ProjectConfigurationError`` with all that is wrong, or ``FileError``.
  public static func load(
    file: Path? = nil, root: Path? = nil, defaults: [(name: String, value: String)] = [],
    definitions: [(name: String, value: String)] = [], registry: Registry
  ) throws -> ProjectConfiguration {
    let file =
      file ?? root.map { $0.appending(Path(fileName)) }.flatMap { FileSystem.exists($0) ? $0 : nil }
    let source = try file.map { path throws(FileError) in
      Source(file: SourceFile(path.description), bytes: try FileSystem.read(path))
    }
    return try ProjectConfiguration(
      source, file: file, defaults: defaults, definitions: definitions, registry: registry)
  }

  /// Reads a file's text; see ``load(file:root:defaults:definitions:registry:)``.
  public init(
    _ source: Source?, file: Path? = nil, defaults: [(name: String, value: String)] = [],
    definitions: [(name: String, value: String)] = [], registry: Registry
  ) throws(ProjectConfigurationError) {
    self.file = file
    var reader = ConfigurationReader(registry: registry)
    for (name, value) in defaults { reader.setDefault(name, to: value) }
    if let source { reader.read(source) }
    for (name, value) in definitions { reader.define(name, as: value) }
    formats = reader.sourceFormats()
    guard reader.problems.isEmpty else {
      throw ProjectConfigurationError(problems: reader.problems, source: source)
    }
    values = reader.values
    followLanguage()
  }

  /// Pages are in the language of the project, unless they are said to be in another.
  private mutating func followLanguage() {
    guard values.isSet(ProjectSettings.language.name), !values.isSet(HTMLTranslator.language.name)
    else { return }
    values[HTMLTranslator.language] = values[ProjectSettings.language]
  }

  /// The source format of a file, by its suffix: the longest one counts.
  ///
  /// - Returns: nil if the file is no document.
  public func sourceFormat(of path: Path, registry: Registry) -> (any SourceFormat)? {
    let suffixes = Array(formats.keys) + registry.sourceSuffixes
    guard
      let suffix = suffixes.filter({ path.hasSuffix($0) }).max(by: { $0.utf8.count < $1.utf8.count }
      )
    else { return nil }
    return formats[suffix] ?? registry.sourceFormat(suffix)
  }

  /// The suffixes of documents, sorted.
  public func sourceSuffixes(registry: Registry) -> [String] {
    Set(formats.keys).union(registry.sourceSuffixes).sorted()
  }

  /// Sets tags besides those of the file.
  public mutating func add(tags: [String]) {
    if !tags.isEmpty { values[TagExpression.tags] += tags }
  }

  /// Adds syntax extensions of MyST to those that are switched on.
  public mutating func enable(_ extensions: [String], registry: Registry) throws(ConfigError) {
    guard !extensions.isEmpty else { return }
    let names = values[MySTInline.extensions] + extensions
    try values.set(
      MySTInline.extensions.name, to: names.joined(separator: ","), in: registry)
  }
}

/// A configuration that cannot be used.
public struct ProjectConfigurationError: Error, CustomStringConvertible {
  /// All that is wrong, in the order of the file, then that of the command line.
  public let problems: [Diagnostic]
  /// The file, for excerpts.
  public let source: Source?

  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
