import DocTree
import DocTreeTesting
import Testing

@testable import DocTreeProject

@Suite struct SourceExcerptTests {
  @Test func keepsAShortLine() {
    let excerpt = SourceExcerpt(line: Array("short line".utf8)[...], column: 7)
    #expect(excerpt.bytes == Array("short line".utf8))
    #expect(excerpt.offset == 6)
    #expect(!excerpt.isCutBefore && !excerpt.isCutAfter)
  }

  @Test func cutsALongLineBetweenCharacters() {
    let line = Array(String(repeating: "日", count: 100).utf8)
    let excerpt = SourceExcerpt(line: line[...], column: 151, reach: 10)
    #expect(String(decoding: excerpt.bytes, as: UTF8.self) == "日日日日日日日日")
    #expect(excerpt.offset == 12)
    #expect(excerpt.isCutBefore && excerpt.isCutAfter)
  }

  @Test(arguments: [0, 1, 4, 5, 1_000_000])
  func staysWithinTheLine(column: Int) {
    let excerpt = SourceExcerpt(line: Array("abc".utf8)[...], column: column)
    #expect(excerpt.bytes == Array("abc".utf8))
    #expect(excerpt.offset == (column == 0 ? nil : min(column - 1, 3)))
  }

  @Test func readsOtherFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("one\ntwo\n", to: "part.md")
    var finder = ExcerptFinder(Source("main"))
    func found(_ file: String, _ line: Int) -> [UInt8]? {
      let position = SourcePosition(file: SourceFile(file), line: line)
      return finder.locate(Diagnostic(.warning, "x", at: position)).excerpt?.bytes
    }
    #expect(found("<string>", 1) == Array("main".utf8))
    #expect(found(folder["part.md"], 2) == Array("two".utf8))
    #expect(found(folder["part.md"], 9) == nil)
    #expect(found(folder["none.md"], 1) == nil)
  }

  @Test func sortsByFileLineAndColumn() {
    func located(_ file: String, _ line: Int, _ column: Int, _ message: String)
      -> LocatedDiagnostic
    {
      LocatedDiagnostic(
        Diagnostic(
          .warning, message,
          at: SourcePosition(file: SourceFile(file), line: line, column: column)))
    }
    let sorted = ExcerptFinder.sorted([
      located("b.md", 1, 1, "e"), located("a.md", 10, 1, "d"), located("a.md", 9, 2, "b"),
      located("a.md", 9, 2, "c"), located("a.md", 9, 1, "a"),
    ])
    #expect(sorted.map(\.diagnostic.message) == ["a", "b", "c", "d", "e"])
  }
}
