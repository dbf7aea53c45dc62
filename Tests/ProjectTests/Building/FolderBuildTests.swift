import DocTree
import DocTreeTesting
import Synchronization
import Testing

@testable import DocTreeProject

/// A format whose documents are one paragraph, with a warning for each line that says so.
private struct Lines: SourceFormat {
  let name = "lines"
  let suffixes = [".md", ".txt"]

  struct Unreadable: Error, CustomStringConvertible { let description = "it says fail" }

  func read(_ source: Source, in context: ReadContext) throws -> Document {
    let text = String(decoding: source.bytes, as: UTF8.self)
    if text.hasPrefix("fail") { throw Unreadable() }
    let document = Document(Paragraph(Text(text)))
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.hasPrefix("warn") {
      document.report(
        .warning, String(line),
        position: SourcePosition(file: source.file, line: index + 1, column: 1))
    }
    return document
  }
}

private struct Plain: Translator {
  static let format = "plain"
  static let suffix = ".txt"
  var handlers: HandlerTable<Plain>
  var diagnostics: [Diagnostic] = []
  var output: [UInt8] = []

  init(_ context: TranslationContext) { handlers = HandlerTable(context) }
  mutating func finish() -> [UInt8] { output }
}

private struct Formats: Extension {
  let name = "formats"

  func register(in registry: inout Registry) {
    registry.add(sourceFormat: Lines())
    registry.add(format: Plain.self)
    let nothing = NodeHandler<Element, Plain>(visit: { _, _ in .continue })
    registry.add(Element.self, nothing)
    registry.add(
      Text.self,
      NodeHandler<Text, Plain>(visit: { text, plain in
        plain.output.append(contentsOf: text.string.utf8)
        return .continue
      }))
  }
}

@Suite struct FolderBuildTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func build(_ source: String = "src", to output: String = "out", jobs: Int = 2) throws
    -> FolderBuild
  {
    let registry = try Registry(extensions: [Formats()])
    let pipeline = DocumentPipeline(
      registry: registry, configuration: Configuration(), output: Plain.self)
    return FolderBuild(
      source: Path(folder[source]), output: Path(folder[output]), pipeline: pipeline, jobs: jobs)
  }

  func messages(_ result: FolderBuild.Result) -> [String] {
    result.diagnostics.map { $0.diagnostic.description.replacing(folder.path + "/", with: "") }
  }

  @Test func givesEachDocumentItsPlace() throws {
    try folder.write("one", to: "src/a.md")
    try folder.write("two", to: "src/b/c/d.e.md")
    let result = try build().run()
    #expect(result.documentCount == 2 && result.writtenCount == 2)
    #expect(result.diagnostics.isEmpty)
    #expect(try folder.files(in: "out") == ["a.txt", "b/c/d.e.txt"])
    #expect(try folder.text("out/b/c/d.e.txt") == "two")
  }

  @Test func givesTheSameOnAnyNumberOfThreads() throws {
    for index in 0..<60 {
      try folder.write("warn \(index)\nx\nwarn again", to: "src/\(index % 7)/\(index).md")
    }
    let one = try build(to: "one", jobs: 1).run()
    let many = try build(to: "many", jobs: 8).run()
    #expect(one.diagnostics.count == 120)
    #expect(messages(one) == messages(many))
    #expect(one.diagnostics.map(\.excerpt) == many.diagnostics.map(\.excerpt))
    let files = try folder.files(in: "one")
    #expect(files.count == 60)
    #expect(try folder.files(in: "many") == files)
    for file in files { #expect(try folder.read("one/" + file) == folder.read("many/" + file)) }
  }

  @Test func countsDocumentsForTheProgress() throws {
    for index in 0..<9 { try folder.write("", to: "src/\(index).md") }
    let seen = Mutex(Set<Int>())
    let box = SeenBox(seen)
    _ = try build().run { done, count in if count == 9 { box.insert(done) } }
    #expect(box.all == Set(1...9))
  }

  final class SeenBox: Sendable {
    private let seen: Mutex<Set<Int>>
    init(_ seen: consuming Mutex<Set<Int>>) { self.seen = seen }
    func insert(_ value: Int) { seen.withLock { _ = $0.insert(value) } }
    var all: Set<Int> { seen.withLock { $0 } }
  }

  @Test func buildsTheOthersWhenOneFails() throws {
    try folder.write("fine", to: "src/a.md")
    try folder.write("fail", to: "src/b.md")
    try folder.link("src/c.md", to: "nowhere")
    let result = try build().run()
    #expect(
      messages(result) == [
        "src/b.md: error: not built: it says fail [build]",
        "src/c.md: error: cannot be opened: No such file or directory [build]",
      ])
    #expect(try folder.files(in: "out") == ["a.txt"])
    #expect(result.documentCount == 2 && result.writtenCount == 1)
  }

  @Test func refusesTwoDocumentsWithOneOutput() throws {
    try folder.write("from md", to: "src/a.md")
    try folder.write("from txt", to: "src/a.txt")
    let result = try build().run()
    #expect(
      messages(result) == [
        "src/a.txt: error: not built: 'src/a.md' has the same output, 'out/a.txt' [build]"
      ])
    #expect(try folder.text("out/a.txt") == "from md")
  }

  @Test func refusesToBuildIntoTheSources() throws {
    try folder.write("x", to: "src/a.md")
    try folder.link("same", to: "src")
    for output in ["src", "src/.", "same"] {
      let error = #expect(throws: FileError.self) { try build(to: output).run() }
      #expect(
        error?.message == "cannot be both the folder of the sources and that of the output")
    }
    #expect(try folder.files(in: "src") == ["a.md"])
  }

  @Test func neverReplacesASource() throws {
    // The output is above the sources, so that one's output is the other.
    try folder.write("outer", to: "top/src/src/a.md")
    try folder.write("inner", to: "top/src/a.txt")
    let result = try build("top/src", to: "top").run()
    #expect(
      messages(result) == [
        "top/src/src/a.md: error: not built: its output would replace the source "
          + "'top/src/a.txt' [build]"
      ])
    #expect(try folder.text("top/src/a.txt") == "inner")
    #expect(try folder.text("top/a.txt") == "inner")
  }

  @Test func readsNothingFromTheOutput() throws {
    try folder.write("one", to: "src/a.md")
    try folder.write("kept", to: "src/out/old.md")
    for _ in 0..<2 {
      let result = try build(to: "src/out").run()
      #expect(result.documentCount == 1 && result.diagnostics.isEmpty)
      #expect(try folder.files(in: "src/out") == ["a.txt", "old.md"])
    }
  }

  @Test func saysThatThereIsNothingToBuild() throws {
    try folder.write("x", to: "src/a.rst")
    let error = #expect(throws: FileError.self) { try build().run() }
    #expect(error?.message == "has no documents (files that end in: .txt, .md)")
    #expect(!folder.exists("out"))
  }

  @Test func goesOnWhereAnOutputCannotBeWritten() throws {
    try folder.write("a", to: "src/a.md")
    try folder.write("b", to: "src/b.md")
    try folder.write("mine", to: "out/a.txt/mine")
    let result = try build().run()
    #expect(messages(result) == ["out/a.txt: error: cannot be written: Is a directory [build]"])
    #expect(try folder.files(in: "out") == ["a.txt/mine", "b.txt"])
  }
}
