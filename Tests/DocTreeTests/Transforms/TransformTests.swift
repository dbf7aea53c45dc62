import DocTree
import Testing

/// Appends its name to the document, and adds further transforms when it runs.
private struct Mark: Transform {
  let name: String
  var phase = Phase.local
  var priority = 500
  var next: [Mark] = []

  func apply(to document: Document, in context: TransformContext) throws {
    try document.append(Text(name))
    for mark in next { context.add(mark) }
  }
}

@Suite struct TransformTests {
  /// The names of the transforms of a phase in the order in which they ran.
  private func order(_ marks: [Mark], _ phase: Phase = .local) throws -> [String] {
    let registry = try Registry(extensions: [
      TestExtension("marks") { for mark in marks { $0.add(transform: mark) } }
    ])
    let document = Document()
    try document.applyTransforms(phase, registry: registry)
    return document.children.compactMap { $0.asText?.string }
  }

  @Test func transformsRunByPriority() throws {
    #expect(
      try order([
        Mark(name: "late", priority: 900), Mark(name: "early", priority: 100),
        Mark(name: "middle"),
      ]) == ["early", "middle", "late"])
  }

  /// docutils numbers them with three digits and sorts the text, so that the thousandth runs early.
  @Test func case92_equalPrioritiesRunInTheOrderOfRegistration() throws {
    let names = (0..<2500).map(String.init)
    #expect(try order(names.map { Mark(name: $0) }) == names)
  }

  @Test func onlyThoseOfThePhaseRun() throws {
    let marks = [
      Mark(name: "read", phase: .read), Mark(name: "local"),
      Mark(name: "resolve", phase: .resolve),
    ]
    #expect(try order(marks, .read) == ["read"])
    #expect(try order(marks, .local) == ["local"])
    #expect(try order(marks, .resolve) == ["resolve"])
  }

  @Test func whatIsAddedWithALowerPriorityRunsNext() throws {
    #expect(
      try order([
        Mark(name: "a", priority: 500, next: [Mark(name: "added", priority: 100)]),
        Mark(name: "b", priority: 500), Mark(name: "c", priority: 600),
      ]) == ["a", "added", "b", "c"])
  }

  @Test func whatIsAddedWithTheSamePriorityWaitsForThoseThatCameBefore() throws {
    #expect(
      try order([
        Mark(name: "a", next: [Mark(name: "added")]), Mark(name: "b"),
        Mark(name: "c", priority: 600),
      ]) == ["a", "b", "added", "c"])
  }

  @Test func whatATransformThrowsReachesTheCallerAndNothingMoreRuns() throws {
    struct Fails: Transform {
      struct Failure: Error {}
      func apply(to document: Document, in context: TransformContext) throws { throw Failure() }
    }
    let registry = try Registry(extensions: [
      TestExtension("fails") {
        $0.add(transform: Fails())
        $0.add(transform: Mark(name: "after"))
      }
    ])
    let document = Document()
    #expect(throws: Fails.Failure.self) {
      try document.applyTransforms(.local, registry: registry)
    }
    #expect(document.children.isEmpty)
  }

  @Test func aTransformSeesRegistryAndConfiguration() throws {
    let key = ConfigKey("greeting", default: "", affects: .resolve)
    struct Greet: Transform {
      let key: ConfigKey<String>
      func apply(to document: Document, in context: TransformContext) throws {
        try document.append(
          Paragraph(context.configuration[key] + context.registry.extensions.map(\.name).joined()))
      }
    }
    let registry = try Registry(extensions: [
      TestExtension("greet") { $0.add(transform: Greet(key: key)) }
    ])
    var configuration = Configuration()
    configuration[key] = "hello "
    let document = Document()
    try document.applyTransforms(.local, registry: registry, configuration: configuration)
    #expect(document.pseudoXML() == "<document>\n    <paragraph>\n        hello greet\n")
  }
}
