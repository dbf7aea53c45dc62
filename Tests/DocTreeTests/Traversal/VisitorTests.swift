import DocTree
import Testing

/// A kind that nobody knows.
private final class Spoiler: Element {}
/// A kind that is known by its superkind.
private final class Shout: Strong {}
/// One that has no method anywhere.
private final class Murmur: Strong {}

/// A visitor that is all defaults.
private struct BareVisitor: KindVisitor {
  var methods = KindMethods<BareVisitor>()
  var isStrict = false
}

@Suite struct VisitorTests {
  @Test func case73_aBareVisitorRefusesWhatItDoesNotKnow() throws {
    var visitor = BareVisitor()
    let error = try #require(throws: UnknownNodeError.self) {
      try Paragraph("x").walk(&visitor)
    }
    #expect("\(error)" == "BareVisitor visiting unknown node type: paragraph")
  }

  @Test func case73_theErrorNamesThePlace() throws {
    var visitor = BareVisitor()
    let paragraph = Paragraph("x").with {
      $0.position = SourcePosition(file: SourceFile("a.md"), line: 3, column: 5)
    }
    let error = try #require(throws: UnknownNodeError.self) { try paragraph.walk(&visitor) }
    #expect("\(error)" == "a.md:3:5: BareVisitor visiting unknown node type: paragraph")
  }

  @Test func case73_metaIsPassedOverUnlessTheVisitorIsStrict() throws {
    var visitor = BareVisitor()
    #expect(try !Meta().walkabout(&visitor))
    visitor.isStrict = true
    let error = try #require(throws: UnknownNodeError.self) { try Meta().walkabout(&visitor) }
    #expect("\(error)" == "BareVisitor visiting unknown node type: meta")
  }

  @Test func case73_anUnknownElementIsCalledByItsName() throws {
    var visitor = BareVisitor()
    let error = try #require(throws: UnknownNodeError.self) {
      try UnknownElement().with { $0.name = "widget" }.walk(&visitor)
    }
    #expect(error.kind == "widget")
  }

  /// docutils refuses kinds that are not its own.
  @Test func case74_aSparseVisitorDoesNothingByDefault() throws {
    var strong: [String] = []
    var visitor = SparseNodeVisitor()
    visitor.on(Strong.self) { node, _ in
      strong.append(node.ids.joined())
      return .continue
    }
    let tree = Paragraph(
      "x", Emphasis("y", Strong("z").with { $0.ids = ["one"] }), Spoiler(),
      Strong().with { $0.ids = ["two"] })
    #expect(try !tree.walkabout(&visitor))
    #expect(strong == ["one", "two"])
  }

  @Test func case75_aGenericVisitorTreatsAllKindsAlike() throws {
    var log: [String] = []
    var visitor = GenericNodeVisitor { node, _ in
      log.append("+" + node.kind.name)
      return .continue
    } depart: { node, _ in
      log.append("-" + node.kind.name)
      return .continue
    }
    visitor.on(Strong.self) { _, _ in
      log.append("strong!")
      return .continue
    }
    try Paragraph("x", Strong("y"), Spoiler()).walkabout(&visitor)
    #expect(
      log == [
        "+paragraph", "+#text", "-#text", "strong!", "+#text", "-#text", "-strong", "+spoiler",
        "-spoiler", "-paragraph",
      ])
  }

  @Test func case76_aMissingDepartureIsAnErrorWhenItIsDue() throws {
    func visitor(_ action: VisitAction) -> BareVisitor {
      var visitor = BareVisitor()
      visitor.on(Paragraph.self) { _, _ in action }
      return visitor
    }
    let paragraph = Paragraph("x")
    var skipsChildren = visitor(.skipChildren)
    let error = try #require(throws: UnknownNodeError.self) {
      try paragraph.walkabout(&skipsChildren)
    }
    #expect("\(error)" == "BareVisitor departing unknown node type: paragraph")
    #expect(try !paragraph.walk(&skipsChildren))
    var skipsNode = visitor(.skipNode)
    #expect(try !paragraph.walkabout(&skipsNode))
  }

  /// docutils looks for the exact name of the class, Sphinx's translator goes by the superclasses.
  @Test func case77_aKindFallsBackToItsSuperkind() throws {
    var log: [String] = []
    var visitor = SparseNodeVisitor()
    visitor.on(Strong.self) { _, _ in
      log.append("+strong")
      return .continue
    } depart: { _, _ in
      log.append("-strong")
      return .continue
    }
    visitor.on(Shout.self) { _, _ in
      log.append("+shout")
      return .continue
    }
    try Paragraph(Shout("x"), Murmur("y"), Strong("z")).walkabout(&visitor)
    #expect(log == ["+shout", "-strong", "+strong", "-strong", "+strong", "-strong"])
  }

  @Test func aMethodThatIsSetLaterHolds() throws {
    var log: [String] = []
    var visitor = SparseNodeVisitor()
    let tree = Paragraph(Shout("x"))
    try tree.walkabout(&visitor)
    visitor.on(Element.self) { node, _ in
      log.append(node.kind.name)
      return .continue
    }
    try tree.walkabout(&visitor)
    #expect(log == ["paragraph", "shout"])
  }

  @Test func aVisitorKeepsWhatItsMethodsFind() throws {
    struct LinkCollector: KindVisitor {
      var methods = KindMethods<LinkCollector>()
      var addresses: [String] = []

      init() {
        on(Reference.self) { reference, collector in
          if let address = reference.refuri { collector.addresses.append(address) }
          return .skipNode
        }
      }
      mutating func visitUnknown(_ node: Node) -> VisitAction { .continue }
      mutating func departUnknown(_ node: Node) -> DepartAction { .continue }
    }
    var collector = LinkCollector()
    let tree = Paragraph(
      Reference("a").with { $0.refuri = "x" }, "b", Reference("c").with { $0.refuri = "y" })
    try tree.walk(&collector)
    #expect(collector.addresses == ["x", "y"])
  }

  @Test func case80_aTreeCopyVisitorCopies() throws {
    let tree = Section(
      Title("A"),
      Paragraph("x", Reference("y").with { $0.refuri = "z" }),
      Comment(text: "c"), UnknownElement().with { $0.name = "widget" },
      BulletList(ListItem()).with { $0.isTight = true }
    ).with {
      $0.ids = ["a"]
      $0["data"] = "d"
      $0.position = SourcePosition(file: SourceFile("a.md"), line: 3, column: 5)
    }
    let text = tree.pseudoXML()
    var visitor = TreeCopyVisitor()
    try tree.walkabout(&visitor)
    let copy = try #require(visitor.copy as? Section)
    #expect(copy.pseudoXML() == text)
    #expect(copy.parent == nil)
    #expect(copy.position == tree.position)
    #expect((copy.children[4] as? BulletList)?.isTight == true)

    var originals: Set<ObjectIdentifier> = []
    var collect = GenericNodeVisitor { node, _ in
      originals.insert(ObjectIdentifier(node))
      return .continue
    }
    try tree.walk(&collect)
    #expect(originals.count == 11)
    var shared = 0
    var compare = GenericNodeVisitor { node, _ in
      if originals.contains(ObjectIdentifier(node)) { shared += 1 }
      return .continue
    }
    try copy.walk(&compare)
    #expect(shared == 0)

    copy.ids.append("b")
    copy["data"] = "e"
    #expect(tree.pseudoXML() == text)
  }
}
