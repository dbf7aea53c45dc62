/// The steps that a document goes through, in this order.
public enum Phase: Int, Sendable, Comparable, CaseIterable, Codable {
  /// Source to tree.
  case read
  /// Tree to tree, from this document alone.
  case local
  /// Tree to data that is kept of the page.
  case collect
  /// The data of all pages to facts and contributions. No trees here.
  case global
  /// Cross references and contributions into the tree.
  case resolve
  /// Tree to output.
  case write

  public static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }
}

/// A step that changes a tree. (docutils: transforms.Transform.)
public protocol Transform: Sendable {
  /// `read`, `local` or `resolve`.
  var phase: Phase { get }
  /// From 0 to 999 by convention; lower ones run first. (docutils: Transform.default_priority.)
  var priority: Int { get }
  /// The kinds that it works on: where a document has no node of one of them, or of a kind that
  /// derives from one, it is not run. Nil for a transform that always is.
  var kinds: [Node.Type]? { get }
  /// Whether it is run at all.
  func isEnabled(in configuration: Configuration) -> Bool
  func apply(to document: Document, in context: TransformContext) throws
}

extension Transform {
  public var phase: Phase { .local }
  public var priority: Int { 500 }
  public var kinds: [Node.Type]? { nil }
  public func isEnabled(in configuration: Configuration) -> Bool { true }
}

/// What a transform is given besides the document.
public final class TransformContext {
  public let registry: Registry
  public let configuration: Configuration
  /// Whether the document is a project of its own.
  public let isAlone: Bool
  private var knownProject: ProjectView?
  private let makeProject: (TransformContext) throws -> ProjectView
  private var knownParser: (any ParseContext)?
  private let makeParser: () -> (any ParseContext)?
  private var queue: TransformQueue

  /// - Parameters:
  ///   - makeParser: gives the parser, if the document has one.
  ///   - makeProject: gives the project where it is not known before it is asked for.
  init(
    registry: Registry, configuration: Configuration, project: ProjectView?,
    queue: TransformQueue, makeParser: @escaping () -> (any ParseContext)?,
    makeProject: @escaping (TransformContext) throws -> ProjectView
  ) {
    self.registry = registry
    self.configuration = configuration
    isAlone = project == nil
    knownProject = project
    self.queue = queue
    self.makeParser = makeParser
    self.makeProject = makeProject
  }

  /// Parses more text of the document, as if it stood behind the rest of it, in the phase `read`. Nil
  /// in others, and where the document's format has no markup.
  public var parser: (any ParseContext)? {
    if knownParser == nil { knownParser = makeParser() }
    return knownParser
  }

  /// What the document can know of its project, in the phase `resolve`.
  ///
  /// A document that is alone is searched for that when it is asked for the first time.
  public var project: ProjectView {
    get throws {
      if let knownProject { return knownProject }
      let project = try makeProject(self)
      knownProject = project
      return project
    }
  }

  /// Adds a transform to the phase that is running. It runs after those that wait with a lower
  /// or equal priority; one with a lower priority than the current transform runs next.
  public func add(_ transform: any Transform) { queue.add(RegisteredTransform(transform)) }

  fileprivate func next() -> RegisteredTransform? { queue.next() }
}

/// A transform as a registry has it. A class, as each document takes them out of a queue.
final class RegisteredTransform: Sendable {
  let transform: any Transform
  /// Asked once, as a transform waits in many queues.
  let priority: Int
  /// What it works on; nil for everything.
  let kinds: KindMatcher?
  /// The only dialect that it is for.
  let dialect: Dialect?

  init(_ registered: any Transform) {
    var transform = registered
    dialect = (registered as? DialectTransform)?.dialect
    if let special = registered as? DialectTransform { transform = special.base }
    self.transform = transform
    priority = transform.priority
    kinds = transform.kinds.map { KindMatcher($0) }
  }
}

/// The transforms that wait, by priority and then by the order of adding.
struct TransformQueue: Sendable {
  private(set) var waiting: [RegisteredTransform] = []
  private var first = 0

  mutating func add(_ transform: RegisteredTransform) {
    // The first place behind everything of the same or a lower priority.
    let index =
      waiting[first...].lastIndex { $0.priority <= transform.priority }.map { $0 + 1 } ?? first
    waiting.insert(transform, at: index)
  }

  mutating func next() -> RegisteredTransform? {
    guard first < waiting.count else { return nil }
    first += 1
    return waiting[first - 1]
  }
}

extension Document {
  /// Runs the registered transforms of a phase. (docutils: Transformer.apply_transforms.)
  ///
  /// - Parameter project: what the document can know of others; nil if it is a project of its own.
  /// - Throws: what a transform throws.
  public final func applyTransforms(
    _ phase: Phase, registry: Registry, configuration: Configuration = Configuration(),
    project: ProjectView? = nil
  ) throws {
    let configuration = settings.merging(over: configuration)
    let context = TransformContext(
      registry: registry, configuration: configuration, project: project,
      queue: registry.queues[phase.rawValue], makeParser: { self.makeParser?(self) }
    ) { context in
      phase == .resolve
        ? try self.projectOfOwn(context.registry, context.configuration)
        : ProjectView(page: self.docname ?? "")
    }
    defer { if phase == .read { makeParser = nil } }
    let dialect = configuration[Dialect.key]
    while let next = context.next() {
      if let only = next.dialect, only != dialect { continue }
      guard next.transform.isEnabled(in: configuration) else { continue }
      if let kinds = next.kinds, !contains(kinds) { continue }
      try next.transform.apply(to: self, in: context)
    }
    if project == nil, phase == .resolve, diagnostics.contains(where: { $0.lookup != nil }) {
      try context.project.completeSuggestions(in: self)
    }
  }
}
