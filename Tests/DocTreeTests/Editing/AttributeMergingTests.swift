import DocTree
import Testing

@Suite struct AttributeMergingTests {
  @Test func case57_aNewElementHasNoAttributes() {
    let (a, b) = (Section(), Section())
    #expect(a.ids.isEmpty && a.classes.isEmpty && a.names.isEmpty && a.dupnames.isEmpty)
    a.ids.append("x")
    #expect(b.ids.isEmpty)
    #expect(b.startTag == "<section>")
    a.ids = []
    #expect(a.startTag == "<section>")
  }

  @Test func case58_theFourListsAreMerged() {
    let element = Section().with {
      $0.ids = ["foo", "bar"]
      $0["x"] = "own"
    }
    element.addCommonAttributes(
      of: Section().with {
        $0.ids = ["baz", "bar"]
        $0["x"] = "other"
        $0["y"] = "other"
      })
    #expect(element.ids == ["foo", "bar", "baz"])
    #expect(element["x"] == "own")
    #expect(element["y"] == nil)
  }

  @Test func case59_consistentMerging() {
    func merged(replace: Bool = true, includingSource: Bool = false) -> String {
      let element = Section().with {
        $0["foo"] = "own"
        $0["source"] = "own"
      }
      let other = Section().with {
        $0.ids = ["i"]
        $0["foo"] = "other"
        $0["new"] = "other"
        $0["source"] = "other"
      }
      element.mergeAttributes(of: other, replace: replace, includingSource: includingSource)
      return element.startTag
    }
    #expect(merged() == "<section foo=\"other\" ids=\"i\" new=\"other\" source=\"own\">")
    #expect(
      merged(includingSource: true)
        == "<section foo=\"other\" ids=\"i\" new=\"other\" source=\"other\">")
    #expect(
      merged(replace: false) == "<section foo=\"own\" ids=\"i\" new=\"other\" source=\"own\">")
  }

  private func merged(_ merging: AttributeMerging) -> [AttributeValue?] {
    let element = Section().with {
      $0["ss"] = "a"
      $0["sl"] = "1"
      $0["ls"] = ["I"]
      $0["ll"] = ["A"]
    }
    let other = Section().with {
      $0["ss"] = "b"
      $0["sl"] = ["2"]
      $0["ls"] = "II"
      $0["ll"] = ["B"]
    }
    element.mergeAttributes(of: other, merging)
    return ["ss", "sl", "ls", "ll"].map { element[$0] }
  }

  @Test func case60_theFourWaysToMerge() {
    #expect(merged(.consistent) == ["b", ["2"], "II", ["B"]])
    #expect(merged(.concatenating) == ["b", ["2"], "II", ["A", "B"]])
    #expect(merged(.coercing) == ["b", ["1", "2"], ["I", "II"], ["A", "B"]])
    #expect(merged(.converting) == [["a", "b"], ["1", "2"], ["I", "II"], ["A", "B"]])
  }

  /// docutils ends in a KeyError with two of them.
  @Test(arguments: [AttributeMerging.consistent, .concatenating, .coercing, .converting])
  func case60_whatIsMissingIsTakenOver(_ merging: AttributeMerging) {
    let element = Section()
    element.mergeAttributes(
      of: Section().with {
        $0["s"] = "a"
        $0["l"] = ["b"]
      }, merging)
    #expect(element["s"] == "a")
    #expect(element["l"] == ["b"])
  }

  @Test func aValueThatDoesNotFitLeavesTheAttribute() {
    let list = EnumeratedList().with { $0.start = 3 }
    list.mergeAttributes(of: Section().with { $0["start"] = "x" })
    #expect(list.start == 3)
    list.mergeAttributes(of: Section().with { $0["start"] = "5" })
    #expect(list.start == 5)
  }

  @Test func anAttributeWithoutAValueIsReplaced() {
    let element = Section().with { $0["x"] = AttributeValue.none }
    element.mergeAttributes(of: Section().with { $0["x"] = "y" }, replace: false)
    #expect(element["x"] == "y")
  }

  @Test func case61_backrefsKeepOrderAndRepetitions() {
    let footnote = Footnote()
    for id in ["b", "a", "b"] { footnote.addBackref(id) }
    #expect(footnote.backrefs == ["b", "a", "b"])
  }

  /// With a copy for each, this would take minutes.
  @Test func anElementMayHaveManyBackrefs() {
    let footnote = Footnote()
    for number in 0..<100_000 { footnote.addBackref(String(number)) }
    #expect(footnote.backrefs.count == 100_000)
  }

  @Test func case62_namesOfAttributesAreKept() {
    // docutils' constructor makes them lower case, its subscript does not; ours is a subscript.
    #expect(Section().with { $0["FooBar"] = 1 }.startTag == "<section FooBar=\"1\">")
  }
}
