/// Data that an extension collects from each page and keeps: the todo items of a page, its terms.
///
/// Storing, dropping and merging it over parallel and incremental builds is not the extension's
/// business.
public protocol PageData: Storable, Equatable {
  /// The name that it is stored under.
  static var key: String { get }
  /// The only builders for which it is collected; nil for all.
  static var builders: [String]? { get }
  /// Collects it from a document after its local transforms. The document must not be changed.
  ///
  /// - Returns: nil if there is nothing to keep.
  static func collect(from document: Document, in context: CollectContext) throws -> Self?
}

extension PageData {
  public static var builders: [String]? { nil }
}

/// What the collecting of data is given besides the document.
public struct CollectContext: Sendable {
  public let registry: Registry
  public let configuration: Configuration

  public init(registry: Registry, configuration: Configuration = Configuration()) {
    self.registry = registry
    self.configuration = configuration
  }
}

/// The collected data of one page.
public struct PageValues: Sendable {
  private var values: [ObjectIdentifier: any PageData] = [:]

  public init() {}

  public subscript<Data: PageData>(type: Data.Type) -> Data? {
    get { values[ObjectIdentifier(type)] as? Data }
    set { values[ObjectIdentifier(type)] = newValue }
  }

  fileprivate mutating func collect<Data: PageData>(
    _ type: Data.Type, _ document: Document, _ context: CollectContext
  ) throws {
    if let value = try Data.collect(from: document, in: context) { self[type] = value }
  }

  fileprivate mutating func read<Data: PageData>(
    _ type: Data.Type, _ reader: inout StoreReader
  ) throws {
    self[type] = try Data(stored: &reader)
  }

  /// The values as bytes, in the order of registration.
  package func stored(_ types: [any PageData.Type]) -> [UInt8] {
    var writer = StoreWriter()
    for (index, type) in types.enumerated() {
      guard let value = values[ObjectIdentifier(type)] else { continue }
      writer.write(index)
      value.store(to: &writer)
    }
    return writer.bytes
  }

  /// Reads what ``stored(_:)`` made.
  package init(stored bytes: ArraySlice<UInt8>, _ types: [any PageData.Type]) throws {
    var reader = StoreReader(bytes)
    while !reader.isAtEnd {
      let index = try reader.readInt()
      guard types.indices.contains(index) else { throw StoreError() }
      try read(types[index], &reader)
    }
  }
}

extension Registry {
  /// The data that is collected for a builder.
  package func pageData(for builder: String) -> [any PageData.Type] {
    pageData.filter { $0.builders?.contains(builder) ?? true }
  }
}

extension Document {
  /// Collects what the registered ``PageData`` types want to keep of the document.
  public final func collectPageData(
    _ registry: Registry, configuration: Configuration = Configuration(), builder: String = ""
  ) throws -> PageValues {
    var values = PageValues()
    let context = CollectContext(registry: registry, configuration: configuration)
    for type in registry.pageData(for: builder) { try values.collect(type, self, context) }
    return values
  }
}
