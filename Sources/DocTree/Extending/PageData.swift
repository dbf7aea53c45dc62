/// Data that an extension collects from each page and keeps: the todo items of a page, its terms.
///
/// Storing, dropping and merging it over parallel and incremental builds is not the extension's
/// business.
public protocol PageData: Codable, Equatable, Sendable, SendableMetatype {
  /// The name that it is stored under.
  static var key: String { get }
  /// Collects it from a document after its local transforms.
  ///
  /// - Returns: nil if there is nothing to keep.
  static func collect(from document: Document) throws -> Self?
}

/// The collected data of one page.
public struct PageValues: Sendable {
  private var values: [String: any PageData] = [:]

  public init() {}

  public subscript<Data: PageData>(type: Data.Type) -> Data? {
    get { values[Data.key] as? Data }
    set { values[Data.key] = newValue }
  }

  fileprivate mutating func collect<Data: PageData>(_ type: Data.Type, _ document: Document) throws
  {
    self[type] = try Data.collect(from: document)
  }
}

extension Document {
  /// Collects what the registered ``PageData`` types want to keep of the document.
  public final func collectPageData(_ registry: Registry) throws -> PageValues {
    var values = PageValues()
    for type in registry.pageData { try values.collect(type, self) }
    return values
  }
}
