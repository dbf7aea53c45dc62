import DocTreeTesting
import Testing

@Suite struct LineDifferenceTests {
  /// The hunks, without the two lines that are always the same.
  private func hunks(_ expected: String, _ actual: String) -> String? {
    let head = "--- expected\n+++ actual\n"
    guard let difference = lineDifference(expected: expected, actual: actual) else { return nil }
    return difference.hasPrefix(head) ? String(difference.dropFirst(head.count)) : difference
  }

  @Test(arguments: ["", "a", "a\n", "a\nb\n\n", "é"])
  func equalTextsDoNotDiffer(text: String) {
    #expect(hunks(text, text) == nil)
  }

  @Test func aChangedLineIsShownWithThreeLinesAround() {
    #expect(
      hunks("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\nfive\n6\n7\n8\n9") == """
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func changesThatAreFarApartAreInHunksOfTheirOwn() {
    let old = (1...20).map(String.init)
    var new = old
    new[1] = "two"
    new.remove(at: 17)
    #expect(
      hunks(old.joined(separator: "\n"), new.joined(separator: "\n")) == """
        @@ -1,5 +1,5 @@
         1
        -2
        +two
         3
         4
         5
        @@ -15,6 +15,5 @@
         15
         16
         17
        -18
         19
         20

        """)
  }

  @Test func whatIsAddedAtTheEndIsShown() {
    #expect(hunks("a", "a\nb") == "@@ -1,1 +1,2 @@\n a\n+b\n")
    #expect(hunks("a\nb", "a") == "@@ -1,2 +1,1 @@\n a\n-b\n")
  }

  @Test func whiteSpaceAtTheEndOfALineIsVisible() {
    #expect(hunks("a", "a \t\r") == "@@ -1,1 +1,1 @@\n-a\n+a·→␍\n")
    #expect(hunks("a\r\nb", "a\nb") == "@@ -1,2 +1,2 @@\n-a␍\n+a\n b\n")
  }

  @Test func lettersThatOnlyLookTheSameDiffer() {
    #expect(hunks("\u{E9}", "e\u{301}") == "@@ -1,1 +1,1 @@\n-\u{E9}\n+e\u{301}\n")
  }

  @Test func longTextsThatHaveNothingInCommonAreReplaced() throws {
    let old = (0..<20_000).map { "a\($0)\n" }.joined()
    let new = (0..<20_000).map { "b\($0)\n" }.joined()
    let lines = try #require(hunks(old, new)).split(separator: "\n")
    #expect(lines.first == "@@ -1,20001 +1,20001 @@")
    #expect(lines.count == 40_002)
    #expect(lines[1] == "-a0")
    #expect(lines[20_001] == "+b0")
  }
}
