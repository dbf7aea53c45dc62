import DocTree
import Testing

private final class First: Element {}
private final class Second: Element {}
private final class Shout: Strong {}
private final class Whisper: Element {
  override class var elementName: String { "whisper" }
}

@Suite struct HandlerTests {
  @Test func aFormatOfOnesOwnIsWritten() throws {
    let document = Document(Paragraph("a", Strong("b"), "c"))
    let result = try document.lisp()
    #expect(result.text == #"(document (paragraph "a" (strong "b") "c"))"#)
    #expect(result.warnings.isEmpty)
  }

  @Test func aFormatIsFoundByItsName() throws {
    let registry = try Registry(extensions: [LispFormat()])
    #expect(registry.formatNames == ["lisp"])
    let format = try #require(registry.format("lisp"))
    #expect(format.suffix == ".lisp")
    let (output, _) = try Document(Paragraph("a")).translate(to: format, registry: registry)
    #expect(String(decoding: output, as: UTF8.self) == #"(document (paragraph "a"))"#)
  }

  @Test func othersAddHandlersToAFormat() throws {
    let result = try Document(First("a")).lisp(
      TestExtension("first") { $0.add(First.self, .list("first")) })
    #expect(result.text == #"(document (first "a"))"#)
    #expect(result.warnings.isEmpty)
  }

  /// In Sphinx one handler for `dirhtml` switches all of the extension's for `html` off.
  @Test func case78_handlersAreMergedKindByKind() throws {
    let item = TestExtension("both") {
      $0.add(First.self, .list("first"))
      $0.add(Second.self, .list("second"))
      $0.add(Second.self, .list("dir-second"), builder: "dir")
    }
    let document = Document(First(), Second())
    #expect(try document.lisp(item).text == "(document (first) (second))")
    #expect(try document.lisp(item, builder: "dir").text == "(document (first) (dir-second))")
    #expect(try document.lisp(item, builder: "other").text == "(document (first) (second))")
    #expect(try document.lisp(item, builder: "dir").warnings.isEmpty)
  }

  @Test func case78_aKindsOwnHandlersComeBeforeItsSuperkinds() throws {
    let document = Document(Paragraph(Shout("a")))
    let superkind = TestExtension("superkind") {
      $0.add(Strong.self, .list("dir-strong"), builder: "dir")
    }
    let kind = TestExtension("kind") { $0.add(Shout.self, .list("shout")) }
    #expect(try document.lisp().text == #"(document (paragraph (strong "a")))"#)
    #expect(
      try document.lisp(superkind, builder: "dir").text
        == #"(document (paragraph (dir-strong "a")))"#)
    #expect(
      try document.lisp(superkind, kind, builder: "dir").text
        == #"(document (paragraph (shout "a")))"#)
  }

  /// Handlers are found for all kinds at once, those that nobody has used yet excepted.
  @Test func kindsThatComeLaterAreWrittenAsTheirSuperkind() throws {
    final class Late: Strong {}
    final class Later: Strong {}
    let registry = try Registry(extensions: [LispFormat()])
    let empty = Document()
    var lisp = LispTranslator(TranslationContext(empty, registry: registry))
    try Document(Paragraph(Late("a"))).walkabout(&lisp)
    #expect(
      String(decoding: lisp.finish(), as: UTF8.self) == #"(document (paragraph (strong "a")))"#)
    let (output, _) = try Document(Paragraph(Later("b"))).translate(
      to: LispTranslator.self, registry: registry)
    #expect(String(decoding: output, as: UTF8.self) == #"(document (paragraph (strong "b")))"#)
  }

  /// What was found for a registry is not that of another which was made of it.
  @Test func aCopyOfARegistryHasItsOwnHandlers() throws {
    let registry = try Registry(extensions: [LispFormat()])
    let document = Document(First("a"))
    #expect(
      try document.translate(to: LispTranslator.self, registry: registry).diagnostics.count == 1)
    var other = registry
    other.add(First.self, .list("first") as NodeHandler<First, LispTranslator>)
    let (output, diagnostics) = try document.translate(to: LispTranslator.self, registry: other)
    #expect(String(decoding: output, as: UTF8.self) == #"(document (first "a"))"#)
    #expect(diagnostics.isEmpty)
    #expect(
      try document.translate(to: LispTranslator.self, registry: registry).diagnostics.count == 1)
  }

  @Test func case79_theChildrenOfAnUnknownKindAreWrittenAndThereIsOneWarning() throws {
    let first = Whisper("b").with {
      $0.position = SourcePosition(file: SourceFile("page.md"), line: 3, column: 2)
    }
    let document = Document(Paragraph("a", first, Whisper("c")))
    let result = try document.lisp(TestExtension("hush") { $0.add(kinds: Whisper.self) })
    #expect(result.text == #"(document (paragraph "a" "b" "c"))"#)
    #expect(
      result.warnings == [
        "page.md:3:2: warning: no lisp handler for <whisper> (extension 'hush'); "
          + "its children are written without it [write.unknown]"
      ])
  }

  @Test func case79_thePositionIsTheNearestKnownOne() throws {
    let paragraph = Paragraph(Whisper("a")).with {
      $0.position = SourcePosition(file: SourceFile("page.md"), line: 7, column: 1)
    }
    #expect(
      try Document(paragraph).lisp().warnings == [
        "page.md:7:1: warning: no lisp handler for <whisper>; "
          + "its children are written without it [write.unknown]"
      ])
  }

  @Test func case79_elementsOfExtensionsThatAreNotLoadedAreToldApart() throws {
    let document = Document(
      UnknownElement("a").with { $0.name = "todo" }, UnknownElement("b").with { $0.name = "poll" },
      UnknownElement("c").with { $0.name = "todo" })
    let result = try document.lisp()
    #expect(result.text == #"(document "a" "b" "c")"#)
    #expect(
      result.warnings == [
        "warning: no lisp handler for <todo>; its children are written without it [write.unknown]",
        "warning: no lisp handler for <poll>; its children are written without it [write.unknown]",
      ])
  }

  @Test func aDeepUnknownTreeIsWritten() throws {
    let document = Document(DepthTests.chain(100_000), Paragraph("end"))
    let result = try document.lisp()
    #expect(result.text == #"(document (paragraph "end"))"#)
    #expect(result.warnings.count == 1)
  }

  @Test func aHandlerAnswersForTheWayOn() throws {
    let document = Document(Paragraph(First("a"), Second("b"), "c"))
    let result = try document.lisp(
      TestExtension("answers") {
        $0.add(
          First.self,
          NodeHandler<First, LispTranslator> { _, lisp in
            lisp.open("first")
            lisp.close()
            return .skipNode
          })
        $0.add(
          Second.self,
          NodeHandler<Second, LispTranslator> { _, lisp in
            lisp.open("second")
            return .continue
          } depart: { _, lisp in
            lisp.close()
            return .stop
          })
      })
    #expect(result.text == #"(document (paragraph (first) (second "b")))"#)
  }

  @Test func whatAHandlerThrowsReachesTheCaller() throws {
    struct NoPaper: Error {}
    #expect(throws: NoPaper.self) {
      try Document(First()).lisp(
        TestExtension("throws") {
          $0.add(First.self, NodeHandler<First, LispTranslator> { _, _ in throw NoPaper() })
        })
    }
  }

  @Test func aHandlerCanWriteTheChildrenItself() throws {
    let document = Document(First(Paragraph("a"), Paragraph("b")))
    let result = try document.lisp(
      TestExtension("reverse") {
        $0.add(
          First.self,
          NodeHandler<First, LispTranslator> { node, lisp in
            for child in node.children.reversed() { try child.walkabout(&lisp) }
            return .skipNode
          })
      })
    #expect(result.text == #"(document (paragraph "b") (paragraph "a"))"#)
  }
}
