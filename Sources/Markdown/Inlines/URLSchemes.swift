internal import DocTree

extension MySTInline {
  /// The schemes of addresses outside the project. In a file, a list of names will do.
  public struct URLSchemes: Codable, Equatable, Sendable, ExpressibleByDictionaryLiteral {
    public var schemes: [String: URLScheme]

    public init(dictionaryLiteral elements: (String, URLScheme)...) {
      schemes = Dictionary(elements, uniquingKeysWith: { first, _ in first })
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let names = try? container.decode([String].self) {
        schemes = Dictionary(
          names.map { ($0, URLScheme()) }, uniquingKeysWith: { first, _ in first })
      } else {
        schemes = try container.decode([String: URLScheme].self)
      }
    }

    public func encode(to encoder: any Encoder) throws { try schemes.encode(to: encoder) }

    public subscript(name: String) -> URLScheme? { schemes[name] }
  }

  /// What becomes of an address with a scheme. In its texts, `{{uri}}`, `{{scheme}}`, `{{netloc}}`,
  /// `{{path}}`, `{{params}}`, `{{query}}` and `{{fragment}}` stand for the address's parts. In a
  /// file, the address alone will do, or nothing.
  public struct URLScheme: Codable, Equatable, Sendable {
    /// The address that takes its place.
    public var url: String?
    /// The text of a link that has none.
    public var title: String?
    /// Class names of the link.
    public var classes: [String]?

    public init(url: String? = nil, title: String? = nil, classes: [String]? = nil) {
      self.url = url
      self.title = title
      self.classes = classes
    }

    public init(from decoder: any Decoder) throws {
      let single = try decoder.singleValueContainer()
      if single.decodeNil() {
        self.init()
      } else if let url = try? single.decode(String.self) {
        self.init(url: url)
      } else {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
          url: try container.decodeIfPresent(String.self, forKey: .url),
          title: try container.decodeIfPresent(String.self, forKey: .title),
          classes: try container.decodeIfPresent([String].self, forKey: .classes))
      }
    }
  }
}

extension MySTInline.URLSchemes: AllowedTextProviding {
  package static var allowedText: String {
    "a list of names, or a map of names to addresses or maps with url, title and classes"
  }
}
