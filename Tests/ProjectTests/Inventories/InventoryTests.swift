import Testing

@testable import DocTreeProject

@Suite struct InventoryTests {
  static let sample = Inventory(
    project: "Other Things", version: "2.1",
    items: [
      .init(name: "f", type: "py:function", priority: 1, uri: "api.html#f", title: "f"),
      .init(name: "a/b", type: "std:doc", priority: -1, uri: "a/b.html", title: "A title of B"),
      .init(name: "two words", type: "std:term", priority: -1, uri: "g.html#t", title: "two words"),
      .init(name: "題", type: "std:label", priority: -1, uri: "a.html#id1", title: "題 の 名"),
    ])

  @Test func isReadAsItWasWritten() throws {
    let bytes = Self.sample.bytes
    #expect(bytes.starts(with: "# Sphinx inventory version 2\n# Project: Other Things\n".utf8))
    #expect(try Inventory(bytes) == Self.sample)
  }

  @Test func keepsLinesWhole() throws {
    var sample = Self.sample
    sample.project = "Two\nlines"
    sample.items[1].title = "A\nB"
    let read = try Inventory(sample.bytes)
    #expect(read.project == "Two lines")
    #expect(read.items[1].title == "A B")
  }

  @Test func readsTheFirstVersion() throws {
    let text = """
      # Sphinx inventory version 1
      # Project: Old
      # Version: 1
      m mod m.html
      m.f function m.html

      """
    let inventory = try Inventory(Array(text.utf8))
    #expect(
      inventory.items.map { "\($0.type) \($0.name) \($0.uri)" } == [
        "py:module m m.html#module-m", "py:function m.f m.html#m.f",
      ])
  }

  @Test func takesWhatIsALineAndLeavesTheRest() throws {
    let lines = "x\nname with no type 1 2\na b std:term -1 u.html#$ A - B\nn py 1 u -\n"
    let head = "# Sphinx inventory version 2\n# Project: P\n# Version: \n# zlib\n"
    let inventory = try Inventory(Array(head.utf8) + Zlib.compress(Array(lines.utf8)))
    #expect(
      inventory.items == [
        .init(name: "a b", type: "std:term", priority: -1, uri: "u.html#a b", title: "A - B")
      ])
  }

  @Test(arguments: [
    "", "# Sphinx inventory version 3\n",
    "# Sphinx inventory version 2\n# Project: P\n# Version: 1\nplain\n",
    "# Sphinx inventory version 2\n# Project: P\n# Version: 1\n# zlib\nnothing like it",
  ])
  func refusesWhatIsNone(text: String) {
    #expect(throws: (any Error).self) { try Inventory(Array(text.utf8)) }
  }

  @Test func refusesHalfOfOne() {
    let bytes = Self.sample.bytes
    #expect(throws: Zlib.Failure.self) { try Inventory(Array(bytes.dropLast(8))) }
  }

  @Test func refusesWhatIsTooLarge() throws {
    // 100 MB of zeros take half a megabyte.
    let bomb = Zlib.compress([UInt8](repeating: 0, count: 100 << 20))
    #expect(bomb.count < 500_000)
    let head = "# Sphinx inventory version 2\n# Project: P\n# Version: 1\n# zlib\n"
    let failure = #expect(throws: Zlib.Failure.self) { try Inventory(Array(head.utf8) + bomb) }
    #expect(failure?.description == "has more than 64 MB when decompressed")
  }
}
