import Testing

@testable import DocTree

@Suite struct GlobTests {
  @Test(arguments: [
    ("**/e*", ["e", "a/e", "a/b/ex"], ["me", "a/me", "index"]),
    ("**/.*", [".a", "a/.b"], ["a.md", "a/b.md"]),
    ("a/**/b", ["a/b", "a/c/b", "a/c/d/b"], ["ab", "a/cb", "a/c/db"]),
    ("*/**/e", ["a/e", "a/b/e"], ["e", "a/be", "ae"]),
    ("a**/b", ["a/b", "ac/b", "ac/d/b"], ["ab", "b"]),
    ("**", ["a", "a/b"], []),
  ])
  func doubleStarsStandForWholeFolders(pattern: String, matching: [String], others: [String]) {
    let glob = Glob(pattern)
    #expect(matching.filter { !glob.matchesWhole($0.utf8) } == [])
    #expect(others.filter { glob.matchesWhole($0.utf8) } == [])
  }
}
