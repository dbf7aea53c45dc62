import DocTreeTesting
import Testing

@testable import DocTreeProject

@Suite struct FileTreeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func tree(allowing folders: [String] = [], excluding excluded: String? = nil) throws -> FileTree {
    try FileTree(
      Path(folder.path), suffixes: [".md"],
      bounds: Bounds(([folder.path] + folders).map { Path($0) }),
      excluding: excluded.map { try FileSystem.status(of: Path(folder[$0])).identity })
  }

  func names(_ tree: FileTree) -> [String] { tree.files.map(\.path.description) }

  func problems(_ tree: FileTree) -> [String] {
    tree.problems.map { $0.error.description.replacing(folder.path + "/", with: "") }
  }

  @Test func findsDocumentsSortedByPath() throws {
    for name in ["b.md", "a/z.md", "a.md", "a/b/c.md", "B.md", "note.txt", "md", "x.md.bak"] {
      try folder.write("", to: name)
    }
    let tree = try tree()
    #expect(names(tree) == ["B.md", "a.md", "a/b/c.md", "a/z.md", "b.md"])
    #expect(tree.problems.isEmpty)
  }

  @Test func leavesHiddenNamesOut() throws {
    for name in [".md", ".a.md", ".git/a.md", "a.md"] { try folder.write("", to: name) }
    #expect(names(try tree()) == ["a.md"])
  }

  @Test func passesOverTheExcludedFolder() throws {
    try folder.write("", to: "a.md")
    try folder.write("", to: "out/b.md")
    try folder.link("again", to: "out")
    let tree = try tree(excluding: "out")
    #expect(names(tree) == ["a.md"])
    #expect(tree.problems.isEmpty)
  }

  @Test func followsLinksToFilesAndFolders() throws {
    let other = try TemporaryFolder()
    try other.write("", to: "d/c.md")
    try folder.write("", to: "a.md")
    try folder.link("b.md", to: "a.md")
    try folder.link("d", to: other["d"])
    #expect(names(try tree(allowing: [other.path])) == ["a.md", "b.md", "d/c.md"])
  }

  @Test func linksDoNotLeaveTheFolder() throws {
    let other = try TemporaryFolder()
    try other.write("", to: "d/c.md")
    try folder.write("", to: "a.md")
    try folder.link("c.md", to: other["d/c.md"])
    try folder.link("d", to: other["d"])
    try folder.link("c.txt", to: other["d/c.md"])
    let tree = try tree()
    #expect(names(tree) == ["a.md"])
    #expect(
      problems(tree) == [
        "c.md: lies outside the project and the 'allowed_folders'",
        "d: is a link to a folder outside the project and the 'allowed_folders'; it is passed over",
      ])
    #expect(tree.problems.map(\.isSerious) == [true, false])
  }

  @Test func passesOverWhatBuildsWrote() throws {
    try folder.write("", to: "a.md")
    try folder.write("", to: "sub/a.md")
    try folder.write("", to: "sub/html/b.md")
    try folder.write("", to: "sub/html/c/d.md")
    try folder.write("", to: "sub/html/.doctree/html.cache")
    #expect(names(try tree()) == ["a.md", "sub/a.md"])
  }

  @Test func takesAFolderOnceByItsOwnName() throws {
    try folder.write("", to: "z/a.md")
    try folder.link("a", to: "z")
    let tree = try tree()
    #expect(names(tree) == ["z/a.md"])
    #expect(
      problems(tree) == ["a: is a link to a folder that is read already; it is passed over"])
    #expect(tree.problems.map(\.isSerious) == [false])
  }

  @Test func endsWhereLinksGoInCircles() throws {
    try folder.write("", to: "a/b/c.md")
    try folder.link("a/b/up", to: "..")
    try folder.link("a/self", to: "self")
    try folder.link("x", to: "y")
    try folder.link("y", to: "x")
    let tree = try tree()
    #expect(names(tree) == ["a/b/c.md"])
    #expect(
      problems(tree) == ["a/b/up: is a link to a folder that is read already; it is passed over"])
  }

  @Test func namesDocumentsThatAreNoFiles() throws {
    try folder.write("", to: "a.md")
    try folder.link("gone.md", to: "nowhere")
    try folder.link("gone.txt", to: "nowhere")
    try folder.link("null.md", to: "/dev/null")
    let tree = try tree()
    #expect(names(tree) == ["a.md"])
    #expect(
      problems(tree) == [
        "gone.md: cannot be opened: No such file or directory",
        "null.md: cannot be read: it is no regular file",
      ])
    #expect(tree.problems.map(\.isSerious) == [true, true])
  }

  @Test func readsFoldersThatAreCalledLikeDocuments() throws {
    try folder.write("", to: "a.md/b.md")
    #expect(names(try tree()) == ["a.md/b.md"])
  }

  @Test func keepsNamesByteForByte() throws {
    let names = ["a b.md", "new\nline.md", "e\u{301}.md", "日本.md"]
    for name in names { try folder.write("", to: name) }
    let found = try tree().files.map(\.path.bytes)
    #expect(Set(found) == Set(names.map { Array($0.utf8) }))
  }

  @Test func throwsForWhatIsNoFolder() throws {
    try folder.write("", to: "file")
    let error = #expect(throws: FileError.self) {
      try FileTree(Path(folder["file"]), suffixes: [])
    }
    #expect(error?.message == "is no folder")
    #expect(throws: FileError.self) { try FileTree(Path(folder["none"]), suffixes: []) }
  }
}
