import DocTree
import Testing

@Suite struct RelativesTests {
  @Test func case53_theFirstChildAndTheRootHaveNoPreviousSibling() {
    let tree = sampleTree()
    #expect(tree.previousSibling == nil)
    #expect(tree.find("a").previousSibling == nil)
    #expect(tree.find("b").previousSibling === tree.find("a"))
    #expect(tree.find("b").nextSibling === tree.find("c"))
    #expect(tree.find("c").nextSibling == nil)
    #expect(tree.nextSibling == nil)
  }

  @Test func case54_theSectionsAroundANode() {
    let paragraph = Paragraph("p")
    let inner = Section(Title("s2_1"), Note(paragraph))
    let outer = Section(Title("s2"), inner)
    let document = Document(Section(Title("s1")), outer)
    let hierarchy = paragraph.sectionHierarchy
    #expect(hierarchy.count == 2 && hierarchy[0] === outer && hierarchy[1] === inner)
    #expect(inner.sectionHierarchy.last === inner)
    #expect(document.sectionHierarchy.isEmpty)
    // A root has no parent, so it is in no hierarchy.
    #expect(Section().sectionHierarchy.isEmpty)
  }

  @Test func case55_theLanguageIsThatOfTheNearestAncestor() {
    let text = Text("x")
    let document = Document(Section(Paragraph(text)).with { $0.classes = ["a", "language-pt-BR"] })
    document.classes = ["language-de"]
    #expect(text.languageCode(default: "en") == "pt-BR")
    #expect(document.languageCode(default: "en") == "de")
    #expect(Paragraph().languageCode(default: "en") == "en")
    #expect(Paragraph().languageCode() == "")
  }

  @Test func childrenAreFoundByKind() {
    let note = Note()
    let section = Section(Title("t"), Paragraph("p"), note, Paragraph("q"))
    #expect(section.firstChild(ofKind: SpecificAdmonition.self) === note)
    #expect(section.firstChild(ofKind: Table.self) == nil)
    #expect(section.firstChildIndex(ofKind: Note.self, Paragraph.self) == 1)
    #expect(section.firstChildIndex(ofKind: Paragraph.self, in: 2..<4) == 3)
    #expect(section.firstChildIndex(ofKind: Paragraph.self, in: 2..<3) == nil)
    #expect(section.firstChildIndex(ofKind: Paragraph.self, in: 7..<9) == nil)
    #expect(section.firstChildIndex(notOfKind: Title.self, Paragraph.self) == 2)
    #expect(section.firstChildIndex(notOfKind: Element.self) == nil)
    #expect(section.firstChildIndex(notIn: .preBibliographic) == 1)
  }

  @Test func positionsAndDocumentsAreFoundUpwards() {
    let text = Text("x")
    let paragraph = Paragraph(text)
    let document = Document(Section(paragraph))
    paragraph.position = SourcePosition(file: SourceFile("a.md"), line: 3, column: 2)
    #expect(text.document === document)
    #expect(text.nearestPosition.description == "a.md:3:2")
    #expect(document.nearestPosition == .unknown)
  }
}
