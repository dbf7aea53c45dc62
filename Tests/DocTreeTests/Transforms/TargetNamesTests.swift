import DocTree
import Testing

@Suite struct TargetNamesTests {
  private struct Names: Extension {
    let name = "names"

    func register(in registry: inout Registry) { registry.add(transform: TargetNames()) }
  }

  private func apply(to document: Document) throws {
    try document.applyTransforms(.read, registry: Registry(extensions: [Names()]))
  }

  @Test func headingsAreNamedWithoutPicturesAndRawParts() throws {
    let section = Section(
      Title(Image().with { $0["alt"] = .string("logo") }, " A ", Raw(text: "<b>"), "b"))
    let document = Document(section)
    try apply(to: document)
    #expect(section.names == ["a b"])
    #expect(section.ids == ["a-b"])
  }

  @Test func whatIsInAHeadingGetsItsIDFirst() throws {
    let reference = FootnoteReference()
    let section = Section(Title(reference))
    try apply(to: Document(section))
    #expect(reference.ids == ["footnote-reference-1"])
    #expect(section.ids == ["section-1"])
  }
}
