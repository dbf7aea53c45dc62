import DocTree

/// A format whose handlers do nothing, so that what is measured is the way to them and back.
struct NullTranslator: Translator {
  static let format = "null"
  static let suffix = ".null"

  var handlers: HandlerTable<NullTranslator>
  var diagnostics: [Diagnostic] = []
  var visits = 0
  var departures = 0

  init(_ context: TranslationContext) { handlers = HandlerTable(context) }

  mutating func finish() -> [UInt8] { Array("\(visits) \(departures)".utf8) }
}

/// Registers a pair for each kind that the sample has, counting so that it is not optimized away.
struct NullFormat: Extension {
  let name = "null"

  func register(in registry: inout Registry) {
    registry.add(format: NullTranslator.self)
    add(Document.self, to: &registry)
    add(Section.self, to: &registry)
    add(Title.self, to: &registry)
    add(Paragraph.self, to: &registry)
    add(BulletList.self, to: &registry)
    add(ListItem.self, to: &registry)
    add(Strong.self, to: &registry)
    add(Emphasis.self, to: &registry)
    add(Literal.self, to: &registry)
    add(Reference.self, to: &registry)
    add(Text.self, to: &registry)
  }

  private func add<Subject: Node>(_ kind: Subject.Type, to registry: inout Registry) {
    registry.add(
      kind,
      NodeHandler<Subject, NullTranslator>(
        visit: { _, output in
          output.visits += 1
          return .continue
        },
        depart: { _, output in
          output.departures += 1
          return .continue
        }))
  }
}
