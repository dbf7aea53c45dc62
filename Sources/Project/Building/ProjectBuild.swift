public import DocTree
import DocTreeMarkdown

/// Builds a folder of documents: reads what has changed, finds out what the pages can know of each
/// other, and writes the pages for which something has changed.
///
/// The files and diagnostics of a build are those of a build from nothing, whatever was built before.
public struct ProjectBuild: Sendable {
  public let source: Path
  public let output: Path
  public let registry: Registry
  public let project: ProjectConfiguration
  public let builder: any Builder
  public var options = Options()

  /// How a build goes about its work.
  public struct Options: Sendable {
    /// How many documents are worked on at the same time.
    public var jobs = 1
    /// Whether nothing of the last build is used. (sphinx-build: -E.)
    public var isFresh = false
    /// Whether all pages are made anew. (sphinx-build: -a.)
    public var writesAll = false
    /// Where what is kept between builds is; nil for `.doctree` in the output. (sphinx-build: -d.)
    public var cacheFolder: Path?
    /// Whether what a build made is left to the end of the process instead of being freed piece by
    /// piece, which is a tenth of the work. For a process that ends with its build.
    public var leavesMemory = false
    /// How many bytes of sources there may be whose trees wait to be written.
    package var treeLimit = TreeBudget.defaultLimit

    public init() {}
  }

  /// What became of a build.
  public struct Result: Sendable {
    /// How many documents the folder has.
    public var documentCount = 0
    /// How many of them were read.
    public var readCount = 0
    /// The files that were written, from the output folder, sorted.
    public var written: [Path] = []
    /// The files that were taken away, because nothing makes them any more.
    public var removed: [Path] = []
    public var writtenCount: Int { written.count }
    public var removedCount: Int { removed.count }
    /// Sorted by file, line and column.
    public var diagnostics: [LocatedDiagnostic] = []
  }

  /// What a build says while it goes on. The methods are called on any thread.
  public struct Observer: Sendable {
    /// Something that is worth knowing and nobody's mistake.
    public var note: @Sendable (String) -> Void = { _ in }
    /// What is being done, and how many of how many pages are done.
    public var progress: @Sendable (_ what: String, _ done: Int, _ count: Int) -> Void = {
      _, _, _ in
    }

    public init() {}
  }

  public init(
    source: Path, output: Path, registry: Registry, project: ProjectConfiguration,
    builder: any Builder
  ) {
    self.source = source
    self.output = output
    self.registry = registry
    self.project = project
    self.builder = builder
  }

  /// Builds. A document that cannot be built is an error in the result; the others are built all the
  /// same.
  ///
  /// - Throws: ``FileError`` if nothing can be built, or what a global step or builder throws.
  public func run(_ observer: Observer = Observer()) throws -> Result {
    let sourceStatus = try FileSystem.status(of: source)
    guard sourceStatus.kind == .folder else { throw FileError(source, "is no folder") }
    if let status = try? FileSystem.status(of: output) {
      guard status.kind == .folder else { throw FileError(output, "is no folder") }
      guard status.identity != sourceStatus.identity else {
        throw FileError(output, "cannot be both the folder of the sources and that of the output")
      }
    }
    // Before anything is made: a folder that has no documents is a mistake.
    var scan = try self.scan()
    let folder = OutputFolder(
      root: output, cacheFolder: options.cacheFolder, builder: builder.name, source: source)
    var hasWaited = false
    let lock = try BuildLock(folder.lockPath) {
      hasWaited = true
      observer.note("another build writes to '\(output)'; waiting for it to end")
    }
    defer { withExtendedLifetime(lock) {} }
    if hasWaited { scan = try self.scan() }
    var run = BuildRun(build: self, scan: scan, output: folder, observer: observer)
    return try run.run()
  }

  /// Takes away what builds wrote to a folder.
  ///
  /// - Returns: how many files there were.
  /// - Throws: ``FileError`` if no build wrote there.
  public static func clean(_ output: Path, cacheFolder: Path? = nil) throws(FileError) -> Int {
    try OutputFolder.clean(output, cacheFolder: cacheFolder)
  }

  /// What the pages can know of each other. Nothing is written.
  ///
  /// - Throws: ``FileError`` if there is nothing to read, or what a global step throws.
  public func survey() throws -> FactTable {
    let folder = OutputFolder(root: output, cacheFolder: options.cacheFolder, builder: builder.name)
    var run = BuildRun(build: self, scan: try scan(), output: folder, observer: Observer())
    return try run.survey()
  }

  private func scan() throws(FileError) -> SourceScan {
    let include = configuration[ProjectSettings.include].map(Glob.init)
    let exclude = configuration[ProjectSettings.exclude].map(Glob.init)
    let takesAll = configuration[ProjectSettings.include] == ["**"]
    return try SourceScan(
      source, registry: registry, project: project, bounds: Bounds([source] + allowedFolders),
      excluding: (try? FileSystem.status(of: output))?.identity,
      outputPath: builder.path(ofPage:)
    ) { path in
      (takesAll || include.contains { $0.matches(path.bytes) })
        && !exclude.contains { $0.matches(path.bytes) }
    }
  }

  var configuration: Configuration { project.values }

  /// The page that the others are below.
  var rootName: String { configuration[ProjectSettings.rootDocument] }

  /// What the config value about folders outside of the sources is relative to.
  private var configurationFolder: Path { project.file?.parent ?? source }

  /// Folders outside that of the sources from which documents may take files.
  var allowedFolders: [Path] {
    configuration[ProjectSettings.allowedFolders].map {
      $0.hasPrefix("/") ? Path($0) : configurationFolder.appending(Path($0))
    }
  }

  /// Which warnings are not reported.
  var warningFilter: WarningFilter {
    WarningFilter(
      configuration[WarningFilter.key] + configuration[MystSettings.suppressedWarnings])
  }

  /// The hash of everything that all pages depend on.
  var environment: StableHash {
    var writer = StoreWriter()
    writer.write(Executable.stamp)
    writer.write(source.description)
    writer.write(builder.name)
    writer.write(configurationFolder.description)
    for item in registry.extensions {
      writer.write(item.name)
      writer.write(item.version)
    }
    for (name, value) in configuration.storedValues {
      writer.write(name)
      writer.write(bytes: value)
    }
    return StableHash(of: writer.bytes)
  }
}
