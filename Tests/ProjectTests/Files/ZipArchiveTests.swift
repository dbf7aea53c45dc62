import Testing

@testable import DocTreeProject

@Suite struct ZipArchiveTests {
  @Test func bytesAreThoseOfTheFormat() throws {
    var archive = ZipArchive()
    try archive.add(Array("ab".utf8), named: "é", isCompressed: false)
    let bytes = archive.finish()
    // A header, the name, the content; the directory; its end.
    #expect(bytes.count == (30 + 2 + 2) + (46 + 2) + 22)
    #expect(Array(bytes[..<4]) == [0x50, 0x4B, 3, 4])
    // Names are in UTF-8; the time is the oldest.
    #expect(Array(bytes[6..<14]) == [0, 8, 0, 0, 0, 0, 0x21, 0])
    #expect(Array(bytes[14..<18]) == [0x6D, 0x48, 0x83, 0x9E])
    #expect(Array(bytes[34...37]) == [0x50, 0x4B, 1, 2])
  }

  @Test func whatGetsNoSmallerIsStored() throws {
    var archive = ZipArchive()
    try archive.add([1, 2, 3], named: "a")
    let repeated = [UInt8](repeating: 7, count: 10_000)
    try archive.add(repeated, named: "b")
    let bytes = archive.finish()
    #expect(bytes[8] == 0)
    #expect(bytes.count < 400)
  }

  @Test func thereIsALimit() throws {
    var archive = ZipArchive()
    for index in 0..<65_535 { try archive.add([], named: "\(index)") }
    #expect(throws: ZipArchive.Failure.self) { try archive.add([], named: "one more") }
  }
}
