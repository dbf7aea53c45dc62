import DocTree
import DocTreeTesting
import Testing

@testable import DocTreeProject

@Suite struct PageFilesTests {
  /// What is asked is recorded once, be it little or much.
  @Test(arguments: [3, 100]) func questionsAreRecordedOnce(_ count: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "0")
    let files = PageFiles(
      ProjectFolder(root: Path(folder.path), documents: [:]), page: Path("index.md"))
    for _ in 0..<2 {
      for index in 0..<count { #expect(files.hasFile("\(index)") == (index == 0)) }
      #expect(files.documentName(ofFile: "0") == nil)
    }
    let recorded = files.recorded
    #expect(recorded.count == count + 1)
    #expect(recorded.prefix(count).map(\.path) == (0..<count).map { Path("\($0)") })
    #expect(recorded.last?.question == .document)
  }
}
