import DocTree
import DocTreeTesting
import Testing

@testable import DocTreeProject

/// A project in a folder of its own, with real files.
final class ProjectSite {
  let folder: TemporaryFolder
  var builder = "html"
  var jobs = 2
  var configuration = ""

  static let registry = Result { try Registry(extensions: Builtins.extensions) }

  init() throws { folder = try TemporaryFolder() }

  /// Writes sources, by their paths.
  func write(_ files: KeyValuePairs<String, String>) throws {
    for (name, text) in files { try folder.write(text, to: "src/" + name) }
  }

  func remove(_ name: String) throws {
    #expect(FileSystem.remove(Path(folder["src/" + name])))
  }

  /// - Parameter output: the folder to build into.
  @discardableResult
  func build(
    to output: String = "out", registry: Registry? = nil,
    _ change: (inout ProjectBuild.Options) -> Void = { _ in },
    observer: ProjectBuild.Observer = .init()
  ) throws -> ProjectBuild.Result {
    try project(output, registry, change).run(observer)
  }

  /// What the pages can know of each other.
  func survey() throws -> FactTable { try project("out", nil) { _ in }.survey() }

  private func project(
    _ output: String, _ registry: Registry?, _ change: (inout ProjectBuild.Options) -> Void
  ) throws -> ProjectBuild {
    let registry = try registry ?? Self.registry.get()
    let builder = try #require(registry.builder(builder))
    let project = try ProjectConfiguration(
      Source(configuration, file: SourceFile("doctree.yml")), defaults: builder.defaults,
      registry: registry)
    var build = ProjectBuild(
      source: Path(folder["src"]), output: Path(folder[output]), registry: registry,
      project: project, builder: builder)
    build.options.jobs = jobs
    change(&build.options)
    return build
  }

  func text(_ name: String) throws -> String { try folder.text("out/" + name) }

  /// The files of an output folder without what is kept between builds.
  func files(in output: String = "out") throws -> [String] {
    try folder.files(in: output).filter { !$0.hasPrefix(".doctree/") }
  }

  func messages(_ result: ProjectBuild.Result) -> [String] {
    result.diagnostics.filter { $0.diagnostic.severity >= .warning }
      .map { $0.diagnostic.description.replacing(folder.path + "/", with: "") }
  }

  /// Builds where the last build was and from nothing, and expects the same.
  func expectSameAsClean(
    _ note: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let incremental = try build()
    try? removeAll("clean")
    let clean = try build(to: "clean")
    #expect(
      messages(incremental).map { $0.replacing("out/", with: "clean/") } == messages(clean),
      "\(note())", sourceLocation: sourceLocation)
    #expect(
      incremental.diagnostics.map(\.excerpt) == clean.diagnostics.map(\.excerpt), "\(note())",
      sourceLocation: sourceLocation)
    let names = try files(in: "clean")
    #expect(try files() == names, "\(note())", sourceLocation: sourceLocation)
    for name in names {
      let left = try? folder.read("out/" + name)
      let right = try? folder.read("clean/" + name)
      if left != right {
        Issue.record(
          "\(name) differs. \(note())\n\(String(decoding: left ?? [], as: UTF8.self))\n---- clean:\n\(String(decoding: right ?? [], as: UTF8.self))",
          sourceLocation: sourceLocation)
      }
    }
  }

  private func removeAll(_ name: String) throws {
    for file in try folder.files(in: name) { FileSystem.remove(Path(folder[name + "/" + file])) }
  }
}
