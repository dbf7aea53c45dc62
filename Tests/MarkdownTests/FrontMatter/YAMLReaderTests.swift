import DocTree
import Testing

@testable import DocTreeMarkdown

@Suite struct YAMLReaderTests {
  private func read(_ text: String) throws -> ConfigValue? {
    try YAMLReader.read(text, at: SourcePosition(line: 2, column: 1)) { _, _ in }
  }

  private func problem(_ text: String) -> String? {
    do {
      _ = try read(text)
      return nil
    } catch let problem as YAMLReader.Problem {
      return "\(problem.position): \(problem.message)"
    } catch {
      return "\(error)"
    }
  }

  @Test func valuesKnowWhereTheyStand() throws {
    let value = try #require(try read("é: [ü, 'b']\nc:\n  d: >\n    text\n"))
    let list = try #require(value["é"]?.list)
    #expect(list.map(\.position.column) == [6, 10])
    #expect(list.map(\.position.line) == [2, 2])
    #expect(value["c"]?["d"]?.text == "text\n")
    #expect(value["c"]?["d"]?.position.line == 4)
    #expect(try read("# nothing\n") == nil)
  }

  @Test func scalarsKeepTheirForm() throws {
    let value = try #require(try read("[no, 'no', ~, '', 1.10]"))
    #expect(value.list?.map(\.boolean) == [false, nil, nil, nil, nil])
    #expect(value.list?.map(\.isNull) == [false, false, true, false, false])
    #expect(value.list?.last?.text == "1.10")
  }

  @Test func mistakesHaveAPlace() {
    #expect(problem("a: 1\nb: [1, 2\n")?.hasPrefix("4:1: ") == true)
    #expect(problem("a: 1\na: 2\n") == "2:1: the key 'a' is there twice")
    #expect(problem("a: *b\n") == "2:4: found undefined alias")
    #expect(problem("? [a]\n: 1\n") == "2:3: a key cannot be a list")
    #expect(problem("a: 1\n---\nb: 2\n")?.contains("another document") == true)
  }

  @Test func whatNestsTooDeeplyIsRefused() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try read("a: " + nested(90)) != nil)
    #expect(problem("a: " + nested(150))?.contains("more than 100 levels deep") == true)
    #expect(problem("a: " + nested(20_000)) != nil)
  }

  /// A value in a value and so on, each by an alias.
  private static func chain(_ count: Int, nesting: Int) -> String {
    let open = String(repeating: "[", count: nesting)
    let close = String(repeating: "]", count: nesting)
    return "a0: &a0 [x]\n"
      + (1...count).map { "a\($0): &a\($0) \(open)*a\($0 - 1)\(close)\n" }.joined()
  }

  @Test func aliasesCannotMakeValuesDeep() throws {
    #expect(try read(Self.chain(50, nesting: 1)) != nil)
    for text in [
      Self.chain(1000, nesting: 1), Self.chain(6000, nesting: 1), Self.chain(19, nesting: 900),
    ] {
      #expect(problem(text)?.contains("lists and maps are more than 100 levels deep") == true)
    }
    // Taking these apart needs more than a stack holds.
    #expect(
      problem(Self.chain(60_000, nesting: 1))
        == "6668:16: there are so many lists, maps and aliases up to this one that they may be far "
        + "more than 100 levels deep")
    for text in [
      Self.chain(100, nesting: 900), "z:\n" + Self.chain(60_000, nesting: 1),
      Self.chain(60_000, nesting: 1).replacing("[", with: "{\"k\":").replacing("]", with: "}"),
      Self.chain(60_000, nesting: 1).replacing("[", with: "\n- ").replacing("]", with: ""),
    ] {
      #expect(problem(text)?.contains("there are so many lists, maps and aliases") == true)
    }
    // Few anchors are used often in long texts.
    let many = (1...20_000).map { "- [*a\($0 % 10), x]\n" }.joined()
    let anchors = (0..<10).map { "- &a\($0) [x]\n" }.joined()
    #expect(try read(anchors + many)?.list?.count == 20_010)
  }

  private static func bomb(_ levels: Int) -> String {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...levels {
      let inner = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(inner)]\n"
    }
    return text
  }

  @Test func aliasesCannotMakeValuesLarge() throws {
    var skipped: [String] = []
    let value = try YAMLReader.read(Self.bomb(9), at: SourcePosition(line: 1, column: 1)) {
      key, _ in skipped.append(key)
    }
    #expect(value?.map?.count == 5)
    #expect(skipped == ["a5", "a6", "a7", "a8", "a9"])
    #expect(
      problem("z:\n" + Self.bomb(90).split(separator: "\n").map { "  \($0)\n" }.joined()) == nil)
    // Comparing keys would take for ever.
    for key in ["? *a20\n: 1\n", "*a20 : 1\n", "{*a20: 1}: 2\n", "? [*a20]\n: 1\n"] {
      #expect(problem(Self.bomb(20) + key)?.contains("aliases cannot be used in keys") == true)
    }
  }
}
