import DocTree
import Testing

@testable import DocTreeExtensions

/// What pages know of each other's works, statements and notes.
@Suite struct CrossPageTests {
  private func work(_ key: String, _ author: String) -> CitationData.Work {
    CitationData.Work(
      key: key, type: "book", authors: [author], title: "T", year: "1999",
      sortKey: author.lowercased(), text: "\(author). T.")
  }

  private func project(_ pages: [(name: String, values: PageValues)]) throws -> ProjectData {
    ProjectData(
      pages: pages.map { ProjectData.Page(name: $0.name, file: .string, values: $0.values) },
      registry: try Registry(extensions: []), configuration: Configuration())
  }

  @Test func worksAreListedOnOnePageAndCitedOnAnother() throws {
    var citing = PageValues()
    citing[CitationData.self] = CitationData(cited: ["b", "a"], lists: [])
    var listing = PageValues()
    listing[CitationData.self] = CitationData(
      cited: [],
      lists: [
        .init(
          filter: "cited", style: "unsrt", start: 1, labelPrefix: "", keyPrefix: "",
          position: .unknown,
          works: [work("a", "Able"), work("b", "Baker"), work("c", "Charlie")])
      ])
    var facts = FactTable()
    try LabelWorks().run(project([("a-page", citing), ("refs", listing)]), &facts)
    let entries = facts[BibliographyFact.self, "refs#0"]?.entries
    #expect(entries?.map { "\($0.label) \($0.key) \($0.id)" } == ["1 b cite-b", "2 a cite-a"])
    #expect(facts[WorkFact.self, "a"]?.page == "refs")
    #expect(facts[WorkFact.self, "c"] == nil)
    #expect(facts[DescribedWorkFact.self, "c"] != nil)
  }

  @Test func theFirstOfTwoEqualLabelsCounts() throws {
    let statement = Statement(Title(Inline("Theorem")))
    statement.ids = ["t"]
    var values = PageValues()
    values[ProofLabels.self] = ProofLabels(
      items: [LabeledItem(statement, in: Document(), label: "T")])
    var facts = FactTable()
    ProofStep().run(try project([("a", values), ("b", values)]), &facts)
    #expect(facts[ProofFact.self, "t"]?.page == "a")
    #expect(facts.diagnostics.map(\.message) == ["duplicate label T, other instance in a"])
  }

  @Test func notesAreThoseOfAllPages() throws {
    var pages: [(String, PageValues)] = []
    for name in ["a", "b"] {
      var values = PageValues()
      values[TodoItems.self] = TodoItems(items: [
        .init(
          docname: name, id: "id1", content: "", source: "\(name).md", line: 1)
      ])
      pages.append((name, values))
    }
    var facts = FactTable()
    GatherTodos().run(try project(pages), &facts)
    #expect(facts[TodoFact.self, TodoFact.name]?.items.map(\.docname) == ["a", "b"])
  }
}
