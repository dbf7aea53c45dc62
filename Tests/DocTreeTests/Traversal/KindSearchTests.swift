import DocTree
import Testing

/// Searches leave out what has none of the kinds that they look for. They must not leave out more,
/// however a node came to its place.
@Suite struct KindSearchTests {
  /// So many that some kinds share what elements know of them.
  private static let types: [Element.Type] = [
    Paragraph.self, Literal.self, Reference.self, Emphasis.self, Strong.self, BulletList.self,
    ListItem.self, Section.self, Title.self, LiteralBlock.self, Rubric.self, DoctestBlock.self,
    Compound.self, Container.self, Attribution.self, LineBlock.self, Line.self, Figure.self,
    Caption.self, Legend.self, Attention.self, Danger.self, Hint.self, Note.self, Tip.self,
    EnumeratedList.self, DefinitionList.self, DefinitionListItem.self, Term.self, Classifier.self,
    Definition.self, FieldList.self, OptionList.self, OptionGroup.self, Description.self,
    Table.self, Tgroup.self, Thead.self, Tbody.self, Row.self, Entry.self, Footnote.self,
    Citation.self, Label.self, FootnoteReference.self, CitationReference.self, Target.self,
    Abbreviation.self, Acronym.self, Generated.self, Subscript.self, Superscript.self,
    TitleReference.self, HardBreak.self, Problematic.self, PendingXref.self, Manpage.self,
    Index.self, NumberReference.self, Desc.self, DescSignature.self, DescContent.self,
    DescName.self, DescParameterlist.self, DescOptional.self, Seealso.self, Centered.self,
    Acks.self, Hlist.self, Glossary.self, Only.self, Toctree.self,
  ]

  private static let ways: [@Sendable (Element, Node) throws -> Void] = [
    { try $0.append($1) },
    { try $0.insert([Text("a"), $1], at: 0) },
    { try $0.setChildren($1) },
    {
      let old = Inline()
      try $0.append(old)
      try $0.replace(old, with: $1)
    },
    { try $0.append(Inline(children: [Inline(children: [$1])])) },
    { try $0.append(Inline(children: [$1]).deepCopy()) },
  ]

  @Test func whatIsPutInIsFound() throws {
    for type in Self.types {
      for way in Self.ways {
        let inner = Sidebar()
        let root = Document(Topic(Sidebar(), Topic(inner)), Text("text"))
        try way(inner, type.init())
        #expect(root.findAll([type]).count == 1)
        #expect(root.next { $0.kind == type.kind } != nil)
        // A tree of its own knows as much.
        let copy = root.deepCopy()
        #expect(copy.findAll([type]).count == 1)
        inner.removeChildren()
        #expect(root.findAll([type]).isEmpty)
      }
    }
  }

  @Test func transformsRunOnlyWhereThereIsOneOfTheirKinds() throws {
    for type in Self.types {
      let registry = try Registry(extensions: [
        TestExtension("mark") { $0.add(transform: MarkKind(kinds: [type])) }
      ])
      let others = Self.types.filter { !$0.kind.isKind(of: type.kind) }
      let document = Document(children: others.map { $0.init() })
      try document.applyTransforms(.local, registry: registry)
      #expect(document.findAll(Comment.self).isEmpty, "\(type)")
      try document.append(Topic(Sidebar(type.init())))
      try document.applyTransforms(.local, registry: registry)
      #expect(document.findAll(Comment.self).count == 1, "\(type)")
    }
  }

  @Test func whatOneDocumentFindsOutOfKindsOthersKnow() {
    let shared = SharedPerKind<String>()
    var copy = shared.current
    #expect(copy.value(for: Paragraph()) { _ in "first" } == "first")
    shared.update(from: copy)
    var other = shared.current
    #expect(other.value(for: Paragraph()) { _ in "second" } == "first")
    #expect(other.value(for: Strong()) { _ in "second" } == "second")
    // It knows less than the other two.
    shared.update(from: other)
    shared.update(from: copy)
    var last = shared.current
    #expect(last.value(for: Strong()) { _ in "third" } == "second")
  }
}

private struct MarkKind: Transform {
  let kinds: [Node.Type]?

  func apply(to document: Document, in context: TransformContext) throws {
    try document.append(Comment())
  }
}
