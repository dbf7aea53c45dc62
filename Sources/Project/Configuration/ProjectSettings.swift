public import DocTree

/// The config values of a project as a whole. They are called as in Sphinx's `conf.py`, where that
/// has them.
public struct ProjectSettings: Extension {
  /// The name of the project.
  public static let project = ConfigKey("project", default: "", affects: .write)
  /// The short version, such as `2.1`.
  public static let version = ConfigKey("version", default: "", affects: .write)
  /// The full version, such as `2.1.0-beta`.
  public static let release = ConfigKey("release", default: "", affects: .write)
  public static let author = ConfigKey("author", default: "", affects: .write)
  public static let copyright = ConfigKey("copyright", default: "", affects: .write)
  /// The language of the documents, such as `ja`.
  public static var language: ConfigKey<String> { Words.language }
  /// Patterns of the files that are documents, if their suffix is one of a source format.
  public static let include = ConfigKey("include", default: ["**"], affects: .read)
  /// Patterns of files and folders that are left out.
  public static let exclude = ConfigKey("exclude", default: [String](), affects: .read)
  /// Source formats by the suffixes of files.
  public static let sourceSuffix = ConfigKey<[String: String]>(
    "source_suffix", default: [:], affects: .read)
  /// The name of the document that the project begins with.
  public static let rootDocument = ConfigKey("root_doc", default: "index", affects: .read)
  /// Folders outside that of the sources from which documents may take files, from the folder of the
  /// configuration. They cannot from others, be it by a link.
  public static let allowedFolders = ConfigKey(
    "allowed_folders", default: [String](), affects: .read)

  public let name = "project"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: Self.project)
    registry.add(config: Self.version)
    registry.add(config: Self.release)
    registry.add(config: Self.author)
    registry.add(config: Self.copyright)
    registry.add(config: Self.include)
    registry.add(config: Self.exclude)
    registry.add(config: Self.sourceSuffix)
    registry.add(config: Self.rootDocument)
    registry.add(config: Self.allowedFolders)
  }
}
