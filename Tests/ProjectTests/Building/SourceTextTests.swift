import DocTree
import Testing

@testable import DocTreeProject

@Suite struct SourceTextTests {
  @Test(arguments: ["", "plain", "日本語\r\nかな", "\u{FEFF}with a mark", "nul \0 here", "\u{FFFD}"])
  func leavesTextAlone(text: String) {
    let source = Source(text)
    let (result, problem) = SourceText.repaired(source)
    #expect(result.bytes == source.bytes)
    #expect(problem == nil)
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b", 1, 2),
      ([0x61, 0x0A, 0x62, 0x80], "a\nb\u{FFFD}", 2, 2),
      // The beginning of U+FFFD, cut off.
      ([0x61, 0xEF, 0xBF], "a\u{FFFD}", 1, 2),
      ([0xE6, 0x97, 0xA5, 0xC0, 0xAF], "日\u{FFFD}\u{FFFD}", 1, 4),
    ] as [([UInt8], String, Int, Int)])
  func repairsWhatIsNoUTF8(bytes: [UInt8], text: String, line: Int, column: Int) throws {
    let (result, problem) = SourceText.repaired(Source(file: .string, bytes: bytes))
    #expect(String(decoding: result.bytes, as: UTF8.self) == text)
    let found = try #require(problem)
    #expect(found.severity == .warning)
    #expect(found.position == SourcePosition(file: .string, line: line, column: column))
  }
}
