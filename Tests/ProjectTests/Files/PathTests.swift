import DocTreeProject
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("a/b.md", "a", "b.md"), ("b.md", ".", "b.md"), ("/b.md", "/", "b.md"), ("a/b/", "a/b", ""),
  ])
  func takesPathsApart(path: String, parent: String, last: String) {
    #expect(Path(path).parent == Path(parent))
    #expect(Array(Path(path).lastComponent) == Array(last.utf8))
  }

  @Test func joinsWithOneSlash() {
    #expect(Path("a").appending(Path("b")) == Path("a/b"))
    #expect(Path("a/").appending(Path("b")) == Path("a/b"))
    #expect(Path("").appending(Path("b")) == Path("b"))
  }

  @Test func keepsBytesThatAreNoUTF8() {
    let path = Path(bytes: [0x61, 0xFF])
    #expect(path.bytes == [0x61, 0xFF])
    #expect(path.description == "a\u{FFFD}")
    #expect(path != Path("a\u{FFFD}"))
  }

  @Test func sortsByBytes() {
    #expect(
      [Path("b"), Path("a/b"), Path("B"), Path("a.md")].sorted().map(\.description)
        == ["B", "a.md", "a/b", "b"])
  }
}
