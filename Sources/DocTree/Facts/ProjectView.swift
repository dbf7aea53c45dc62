/// What one page sees of its project while it is resolved and written.
///
/// Every question is recorded, so that the page is made anew when an answer changes.
public final class ProjectView {
  /// The name of the page; empty where there is no project.
  public let page: String
  /// What the project becomes.
  public let builder: any Builder

  public let configuration: Configuration

  @usableFromInline let facts: FactTable
  /// The questions, where there are many: most pages ask little.
  @exclusivity(unchecked)
  private var uses: Set<FactUse> = []
  /// Whether anybody will ask what was asked for.
  fileprivate(set) var isRecording = true
  /// What was asked, in the order in which it first was.
  @exclusivity(unchecked)
  package private(set) var recorded: [FactUse] = []

  /// - Parameters:
  ///   - page: the name of the page that asks.
  ///   - facts: what can be known.
  public init(
    page: String = "", facts: FactTable = FactTable(), builder: any Builder = NoBuilder(),
    configuration: Configuration = Configuration()
  ) {
    self.page = page
    self.configuration = configuration
    self.facts = facts
    self.builder = builder
  }

  /// The fact of that name, if there is one.
  @inlinable
  public func fact<F: Fact>(_ type: F.Type, _ name: String) -> F? {
    record(F.key, name)
    return facts[type, name]
  }

  @usableFromInline
  func record(_ key: String, _ name: String) {
    guard isRecording else { return }
    let use = FactUse(key: key, name: name)
    if recorded.count < 32 {
      if recorded.contains(use) { return }
    } else {
      if uses.isEmpty { uses = Set(recorded) }
      guard uses.insert(use).inserted else { return }
    }
    recorded.append(use)
  }

  /// The address of a page, or of something on it, as links on this page have it.
  ///
  /// - Parameter id: of an element on the page; nil for the page itself.
  public func address(ofPage name: String, id: String? = nil) -> String {
    builder.link(from: page, to: name, id: id)
  }
}

extension Document {
  /// What the document can know if there is no other.
  final func projectOfOwn(
    _ registry: Registry, _ configuration: Configuration
  ) throws -> ProjectView {
    let name = docname ?? ""
    let page = ProjectData.Page(
      name: name, file: position.file,
      values: try collectPageData(registry, configuration: configuration))
    let facts = try registry.makeFacts(
      ProjectData(
        pages: [page], registry: registry, configuration: configuration, rootName: name))
    diagnostics += facts.diagnostics
    let view = ProjectView(page: name, facts: facts, configuration: configuration)
    // It is made anew each time.
    view.isRecording = false
    return view
  }
}

/// A fact that a page asked for.
package struct FactUse: Hashable, Comparable, Sendable {
  package let key: String
  package let name: String

  package init(key: String, name: String) {
    self.key = key
    self.name = name
  }

  // There are few keys, and very many names, which differ early.
  package static func == (left: FactUse, right: FactUse) -> Bool {
    left.name == right.name && left.key == right.key
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  package static func < (left: FactUse, right: FactUse) -> Bool {
    (left.key, left.name) < (right.key, right.name)
  }
}
