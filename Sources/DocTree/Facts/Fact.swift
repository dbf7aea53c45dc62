/// Something that can be known of a project by a name: the title of a page, where a label points.
///
/// Global steps make facts of what was collected from all pages; a page asks for them while it is
/// resolved. What a page asked for is recorded with the answer, and the page is written anew when an
/// answer changes. So nothing that a page shows of others can be stale.
public protocol Fact: Storable, Equatable {
  /// The name of this sort of fact: `label`.
  static var key: String { get }
}

/// All facts of a project.
public struct FactTable: Sendable {
  @usableFromInline
  var values: [ObjectIdentifier: AnyFactValues] = [:]
  private var byKey: [String: AnyFactValues] = [:]
  /// Where the facts are those of the last build: what is remembered of these.
  @usableFromInline
  let remembered: RememberedFacts?
  /// What was found wrong with the pages taken together.
  public var diagnostics: [Diagnostic] = []

  public init() { remembered = nil }

  /// The facts of the last build, of which only some are known at once.
  package init(_ remembered: RememberedFacts) { self.remembered = remembered }

  /// Adds facts by name. Those that are known already stay as they are.
  @inlinable
  public mutating func add<F: Fact>(_ type: F.Type, _ facts: [String: F]) {
    let known = table(type)?.all()
    let all = known.map { $0.merging(facts) { first, _ in first } } ?? facts
    add(type, all: { all }, find: { all[$0] })
  }

  /// Adds facts that are found when they are asked for: there may be very many, of which pages use few.
  /// They take the place of those that are known already.
  ///
  /// - Parameters:
  ///   - all: all facts by name.
  ///   - find: the fact of a name; nil if there is none.
  @inlinable
  public mutating func add<F: Fact>(
    _ type: F.Type, all: @escaping @Sendable () -> [String: F],
    find: @escaping @Sendable (String) -> F?
  ) {
    // Written down here, where the type is known, so that it is not looked up for each fact.
    set(
      F.key, ObjectIdentifier(type),
      FactValues<F>(
        all: all, find: find, names: { all().keys.sorted() },
        store: { name, writer in
          guard let value = find(name) else { return false }
          value.store(to: &writer)
          return true
        }))
  }

  @usableFromInline
  mutating func set(_ key: String, _ type: ObjectIdentifier, _ table: AnyFactValues) {
    values[type] = table
    byKey[key] = table
  }

  /// The fact of that name, if there is one.
  @inlinable
  public subscript<F: Fact>(type: F.Type, name: String) -> F? {
    if let remembered { return remembered.fact(type, name) }
    return table(type)?.find(name)
  }

  /// All facts of a sort by name.
  public func all<F: Fact>(_ type: F.Type) -> [String: F] { complete.table(type)?.all() ?? [:] }

  @inlinable
  func table<F: Fact>(_ type: F.Type) -> FactValues<F>? {
    // The dictionary has only tables of the type that its key identifies.
    values[ObjectIdentifier(type)].map { unsafeDowncast($0, to: FactValues<F>.self) }
  }

  /// The facts with all that were not known at once.
  private var complete: FactTable { remembered?.all ?? self }

  /// All facts of a sort, by its key.
  package func sort(_ key: String) -> FactSort { FactSort(values: complete.byKey[key]) }

  /// Why facts that were asked for could not be made.
  package var failure: (any Error)? { remembered?.failure }

  /// The names of all facts of a sort, sorted.
  package func names(ofKey key: String) -> [String] { complete.byKey[key]?.names() ?? [] }

  /// The facts of a sort for people, sorted by name: the name and what is known.
  package func descriptions(ofKey key: String) -> [String] {
    names(ofKey: key).map { name in
      let values = complete.byKey[key].map { $0.description(of: name) } ?? ""
      return values.isEmpty ? name : "\(name): \(values)"
    }
  }
}

/// All facts of a sort.
package struct FactSort {
  fileprivate let values: AnyFactValues?

  /// Appends the value of a fact to what is stored.
  ///
  /// - Returns: false, with nothing written, where there is no such fact.
  package func store(_ name: String, to writer: inout StoreWriter) -> Bool {
    values?.store(name, &writer) ?? false
  }
}

/// The facts of a sort, whose type is not known.
@usableFromInline
class AnyFactValues: @unchecked Sendable {
  // Unchecked, as classes that others derive from are; what it has does not change.
  @usableFromInline let names: @Sendable () -> [String]
  @usableFromInline let store: @Sendable (String, inout StoreWriter) -> Bool

  @usableFromInline
  init(
    names: @escaping @Sendable () -> [String],
    store: @escaping @Sendable (String, inout StoreWriter) -> Bool
  ) {
    self.names = names
    self.store = store
  }

  func description(of name: String) -> String { "" }
}

@usableFromInline
final class FactValues<F>: AnyFactValues, @unchecked Sendable {
  // Not `F: Fact`: at the first use of each sort, the runtime would go through all conformances in
  // the program. Unchecked, as it keeps facts, which are `Sendable`.
  @usableFromInline let all: @Sendable () -> [String: F]
  @usableFromInline let find: @Sendable (String) -> F?

  @usableFromInline
  init(
    all: @escaping @Sendable () -> [String: F], find: @escaping @Sendable (String) -> F?,
    names: @escaping @Sendable () -> [String],
    store: @escaping @Sendable (String, inout StoreWriter) -> Bool
  ) {
    self.all = all
    self.find = find
    super.init(names: names, store: store)
  }

  override func description(of name: String) -> String {
    guard let value = find(name) else { return "" }
    // For people only, so that the fields need no other names than their own.
    return Mirror(reflecting: value).children.compactMap { child in
      let mirror = Mirror(reflecting: child.value)
      let content: Any? =
        mirror.displayStyle == .optional ? mirror.children.first?.value : child.value
      return content.map { "\(child.label ?? "") '\($0)'" }
    }.joined(separator: ", ")
  }
}

/// Turns what was collected from all pages into facts. It sees no trees, and its result depends on
/// nothing but its input.
public protocol GlobalStep: Sendable {
  /// From 0 to 999 by convention; lower ones run first, and later ones know the facts of these.
  var priority: Int { get }
  func run(_ project: ProjectData, _ facts: inout FactTable) throws
}

extension GlobalStep {
  public var priority: Int { 500 }
}

/// What was collected from all pages of a project.
public struct ProjectData: Sendable {
  public struct Page: Sendable {
    /// The path in the project without the suffix. (Sphinx: docname.)
    public let name: String
    /// The path of the source as messages have it.
    public let file: SourceFile
    public let values: PageValues

    public init(name: String, file: SourceFile, values: PageValues) {
      self.name = name
      self.file = file
      self.values = values
    }
  }

  /// Sorted by name.
  public let pages: [Page]
  public let registry: Registry
  public let configuration: Configuration
  /// The page that the others are below. (Sphinx: root_doc.)
  public let rootName: String
  /// The files of the project, for steps that read some; nil where there is no project. What a step
  /// asks is recorded, so that its facts are made anew when an answer changes.
  public let files: (any ProjectFiles)?
  private let indices: [String: Int]

  public init(
    pages: [Page], registry: Registry, configuration: Configuration, rootName: String = "index",
    files: (any ProjectFiles)? = nil
  ) {
    self.pages = pages
    self.registry = registry
    self.configuration = configuration
    self.rootName = rootName
    self.files = files
    indices = Dictionary(
      pages.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func page(named name: String) -> Page? { indices[name].map { pages[$0] } }

  /// What was collected from a page.
  public func data<Data: PageData>(_ type: Data.Type, of page: String) -> Data? {
    self.page(named: page)?.values[type]
  }
}
