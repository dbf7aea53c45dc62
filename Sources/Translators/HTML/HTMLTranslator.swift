public import DocTree

/// Writes HTML.
///
/// A handler writes with ``open(_:_:classes:attributes:)`` and ``close(_:)``, ``text(_:)`` and,
/// rarely, ``raw(_:)``:
///
///     registry.add(Spoiler.self, html: NodeHandler { node, html in
///       html.open("details", node, classes: ["spoiler"])
///       return .continue
///     } depart: { _, html in
///       html.close("details")
///       return .continue
///     })
public struct HTMLTranslator: Translator {
  public static let format = "html"
  public static let suffix = ".html"

  /// How the HTML is meant.
  public enum Profile: String, Codable, Sendable, CaseIterable {
    /// What the specification's examples and GitHub expect: flat headings, no ids, no classes.
    case commonmark
    /// Sections with ids and permanent links, and Sphinx's class names, so that its themes fit.
    case sphinx
  }

  /// What happens to raw HTML.
  public enum RawPolicy: String, Codable, Sendable, CaseIterable {
    /// It is written as it is.
    case allow
    /// It is written as text that shows the markup.
    case escape
    /// It is left out.
    case strip
  }

  /// How the profile `commonmark` says where the text of a column stands.
  public enum TableAlignment: String, Codable, Sendable, CaseIterable {
    /// `align="center"`, as on GitHub.
    case attribute
    /// `style="text-align: center"`.
    case style
  }

  /// Sphinx's HTML or CommonMark's.
  public static let profile = ConfigKey("html.profile", default: Profile.sphinx, affects: .write)
  /// How the profile `commonmark` aligns the columns of tables.
  public static let tableAlignment = ConfigKey(
    "html.tableAlignment", default: TableAlignment.attribute, affects: .write)
  /// Whether raw HTML is written.
  public static let raw = ConfigKey("html.raw", default: RawPolicy.allow, affects: .write)
  /// Whether links with `javascript:`, `vbscript:`, `data:` and `file:` are written as links.
  public static let allowUnsafeURLs = ConfigKey(
    "html.allowUnsafeURLs", default: false, affects: .write)
  /// Whether a complete page is written, or what stands between `<body>` and `</body>`.
  public static let standalone = ConfigKey("html.standalone", default: false, affects: .write)
  /// The language of the text, as in `lang="en"`, where it is not that of the project.
  public static let language = ConfigKey("html.language", default: "", affects: .write)

  /// The level of the outermost headings, 1 to 6. (docutils: initial_header_level.)
  public static let initialHeaderLevel = ConfigKey(
    "initial_header_level", default: 1, affects: .write)

  /// Whether headings and what has a caption have a link to themselves. (Sphinx: html_permalinks.)
  public static let permalinks = ConfigKey("html_permalinks", default: true, affects: .write)

  public var handlers: HandlerTable<HTMLTranslator>
  public var diagnostics: [Diagnostic] = []

  /// The document that is being written.
  public let document: Document
  public let configuration: Configuration
  /// The profile that is being written.
  public let currentProfile: Profile
  /// The words of the project's language.
  public let words: Words
  /// The tags that conditions are about.
  let tags: [String]
  /// How many sections are open.
  public var sectionDepth = 0

  /// How much deeper headings are than their sections.
  let headingOffset: Int
  let rawPolicy: RawPolicy
  let allowsUnsafeURLs: Bool
  let hasPermalinks: Bool
  let buffer = HTMLBuffer()
  /// For each list that is open, whether its paragraphs stand without space between them.
  var tightLists: [Bool] = []
  /// Links that were opened without being written, because their address is not safe.
  var openLinks: [Bool] = []
  /// How many elements are open whose words must not be broken: code and signatures.
  var unbrokenDepth = 0
  /// For each bullet list that is open, whether it is a simple one.
  var simpleLists: [Bool] = []
  /// What is known of the lists inside the outermost open one.
  var listShapes = ListShapes()
  /// How many fields of each open list have been written.
  var fieldCounts: [Int] = []
  /// For each table that is open, where its cells are.
  var tables: [HTMLTable] = []

  public init(_ context: TranslationContext) {
    handlers = HandlerTable(context)
    document = context.document
    configuration = context.configuration
    currentProfile = context.configuration[Self.profile]
    words = Words(context.configuration)
    tags = TagExpression.tags(for: context, format: "html")
    headingOffset = min(max(context.configuration[Self.initialHeaderLevel], 1), 6) - 1
    rawPolicy = context.configuration[Self.raw]
    allowsUnsafeURLs = context.configuration[Self.allowUnsafeURLs]
    hasPermalinks = context.configuration[Self.permalinks]
  }

  public mutating func finish() -> [UInt8] { buffer.bytes }

  /// The language that pages say they are in.
  public static func language(in configuration: Configuration) -> String {
    let language = configuration[Self.language]
    return language.isEmpty ? configuration[Words.language] : language
  }

  /// Whether the profile is CommonMark's.
  var isCommonMark: Bool { currentProfile == .commonmark }
}

extension HTMLTranslator {
  /// Writes a start tag with the node's ids and classes.
  ///
  /// - Parameters:
  ///   - node: whose ids and classes the tag has; nil for none. Its first id becomes the tag's,
  ///     others become empty spans behind it, or before it where nothing may stand inside.
  ///   - leading: classes to write before the node's own. A class is written once.
  ///   - classes: classes to write behind the node's own.
  ///   - attributes: further attributes; one whose value is nil is left out. They are written in
  ///     the order of their names.
  public mutating func open(
    _ tag: String, _ node: Element? = nil, leading: [String] = [], classes: [String] = [],
    attributes: [(String, String?)] = []
  ) {
    writeTag(tag, node, leading, classes, attributes, isEmpty: false)
  }

  /// Writes a tag that has no content, such as `<img />`.
  public mutating func empty(
    _ tag: String, _ node: Element? = nil, leading: [String] = [], classes: [String] = [],
    attributes: [(String, String?)] = []
  ) {
    writeTag(tag, node, leading, classes, attributes, isEmpty: true)
  }

  /// Writes an end tag.
  public mutating func close(_ tag: String) {
    buffer.put("</")
    buffer.write(tag)
    buffer.put(">")
  }

  /// Writes characters, escaped.
  public mutating func text(_ string: String) { buffer.writeEscaped(string) }

  /// Writes markup as it is. It is the caller's business that it is safe and balanced.
  public mutating func raw(_ markup: String) { buffer.write(markup) }

  /// Ends the line, unless nothing stands on it.
  public mutating func newline() {
    if !buffer.isAtLineStart { buffer.put("\n") }
  }
}
