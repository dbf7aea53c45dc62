import DocTreeTesting
import Testing

@testable import DocTreeProject

@Suite struct FileSystemTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 300_000])
  func readsWhatItWrites(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try FileSystem.write(bytes, to: Path(folder["file"]))
    #expect(try FileSystem.read(Path(folder["file"])) == bytes)
  }

  #if os(Linux)
    @Test func readsFilesThatSayTheyAreEmpty() throws {
      // The size that the system tells is 0, and it has text all the same.
      #expect(try !FileSystem.read(Path("/proc/self/status")).isEmpty)
    }
  #endif

  @Test func makesTheFoldersThatAreMissing() throws {
    try FileSystem.write([1], to: Path(folder["a/b/c/file"]))
    #expect(try folder.read("a/b/c/file") == [1])
  }

  @Test func replacesAFileAndLeavesNothingElse() throws {
    try folder.write("old and longer", to: "file")
    try FileSystem.write(Array("new".utf8), to: Path(folder["file"]))
    #expect(try folder.text("file") == "new")
    #expect(try folder.files() == ["file"])
  }

  @Test func replacesALinkAndNotItsTarget() throws {
    try folder.write("target", to: "target")
    try folder.link("link", to: "target")
    try FileSystem.write(Array("new".utf8), to: Path(folder["link"]))
    #expect(try folder.text("target") == "target")
    #expect(try folder.text("link") == "new")
  }

  @Test func leavesAFolderThatIsInTheWay() throws {
    try folder.write("kept", to: "page.html/kept")
    let error = #expect(throws: FileError.self) {
      try FileSystem.write([1], to: Path(folder["page.html"]))
    }
    #expect(error?.description == "\(folder["page.html"]): cannot be written: Is a directory")
    #expect(try folder.files() == ["page.html/kept"])
  }

  @Test func saysWhichFolderCannotBeMade() throws {
    try folder.write("a file", to: "a")
    let error = #expect(throws: FileError.self) {
      try FileSystem.write([1], to: Path(folder["a/b/file"]))
    }
    #expect(error?.message.hasSuffix(": Not a directory") == true)
  }

  @Test func saysWhatCannotBeRead() {
    let error = #expect(throws: FileError.self) { try FileSystem.read(Path(folder["none"])) }
    #expect(
      error?.description == "\(folder["none"]): cannot be read: No such file or directory")
    let other = #expect(throws: FileError.self) { try FileSystem.read(Path(folder.path)) }
    #expect(other?.message == "cannot be read: Is a directory")
  }
}
