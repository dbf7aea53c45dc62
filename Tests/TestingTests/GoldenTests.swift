import DocTreeTesting
import Foundation
import Testing

@testable import DocTreeTesting

@Suite struct GoldenTests {
  /// A file in a folder of this test's own.
  private func withFile(_ body: (Golden) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("doctree-golden-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(Golden(url: folder.appendingPathComponent("deep/tree.txt"), name: "tree.txt"))
  }

  @Test func aFileThatIsMissingIsAFailure() throws {
    try withFile { golden throws in
      #expect(
        try golden.compare("a\n", accepts: false)
          == "there is no tree.txt; DOCTREE_ACCEPT=1 writes it")
      #expect(
        try golden.compare("", accepts: false)
          == "there is no tree.txt; DOCTREE_ACCEPT=1 writes it")
    }
  }

  @Test(arguments: ["", "a\n", "a"])
  func whatIsAcceptedIsExpectedFromThenOn(text: String) throws {
    try withFile { golden throws in
      #expect(try golden.compare(text, accepts: true) == nil)
      #expect(try String(contentsOf: golden.url, encoding: .utf8) == text)
      #expect(try golden.compare(text, accepts: false) == nil)
      #expect(
        try golden.compare(text + "b", accepts: false)?
          .hasPrefix("tree.txt (DOCTREE_ACCEPT=1 accepts this):\n--- expected\n") == true)
      #expect(try golden.compare(text + "b", accepts: true) == nil)
      #expect(try String(contentsOf: golden.url, encoding: .utf8) == text + "b")
    }
  }

  @Test func theFileStandsBesideTheTest() {
    expectGolden("one line\n", "Golden/example.txt")
  }
}
