/// What a project becomes: a folder of HTML pages, of text files, a book.
/// (Sphinx: builders.Builder.)
public protocol Builder: Sendable {
  /// The name that `-b` takes.
  var name: String { get }
  /// The format that pages are written in; nil if they are not written.
  var format: String? { get }
  /// Config values that are other than their defaults for this builder, unless the user sets them.
  var defaults: [(name: String, value: String)] { get }
  /// The file that a page becomes, from the output folder; nil if it becomes none.
  func path(ofPage name: String) -> String?
  /// What links from one page to another, or to something on it, say.
  ///
  /// - Parameters:
  ///   - page: the name of the page with the link.
  ///   - id: of an element on the other page; nil for the page itself.
  func link(from page: String, to other: String, id: String?) -> String
  /// Completes what was written of a page's tree: puts it into a page with a head and navigation.
  func complete(_ body: [UInt8], of document: Document, in project: ProjectView) throws -> [UInt8]
  /// The files that are made besides those of the pages.
  func files(_ output: BuiltProject) throws -> [OutputFile]
  /// Whether ``files(_:)`` needs what was written of each page. Such a builder makes all pages anew
  /// when one has changed.
  var combinesPages: Bool { get }
}

extension Builder {
  public var defaults: [(name: String, value: String)] { [] }
  public var combinesPages: Bool { false }
  public func complete(
    _ body: [UInt8], of document: Document, in project: ProjectView
  ) throws -> [UInt8] { body }
  public func files(_ output: BuiltProject) throws -> [OutputFile] { [] }

  /// A relative address between the files that pages become.
  public func link(from page: String, to other: String, id: String?) -> String {
    let fragment = id.map { "#" + $0 } ?? ""
    if page == other { return fragment }
    return RelativeAddress.make(
      from: path(ofPage: page) ?? page, to: path(ofPage: other) ?? other) + fragment
  }
}

/// For documents that are written by themselves: links lead to `name.html`, as in a folder of pages.
public struct NoBuilder: Builder {
  public let name = ""
  public let format: String? = nil

  public init() {}

  public func path(ofPage name: String) -> String? { name + ".html" }
}

/// A file that a builder makes besides those of the pages.
public struct OutputFile: Sendable {
  public enum Content: Sendable {
    case bytes([UInt8])
    /// A copy of a file of the project; the path is that of the file.
    case copy(of: String)
  }

  /// From the output folder.
  public let path: String
  public let content: Content

  public init(path: String, content: Content) {
    self.path = path
    self.content = content
  }
}

/// A project whose pages are done, for ``Builder/files(_:)``.
public struct BuiltProject: Sendable {
  public let data: ProjectData
  public let facts: FactTable
  /// What was written of the pages, in the order of their names, if the builder combines them.
  public let pages: [(name: String, content: [UInt8])]
  /// The output folder, for what is kept there from build to build.
  public let outputFolder: String

  public init(
    data: ProjectData, facts: FactTable, pages: [(name: String, content: [UInt8])],
    outputFolder: String
  ) {
    self.data = data
    self.facts = facts
    self.pages = pages
    self.outputFolder = outputFolder
  }
}

/// Addresses of files from one another.
public enum RelativeAddress {
  /// - Parameters:
  ///   - base: a file, from some root, with `/` between folders.
  ///   - target: another one, or a folder if it ends with `/`.
  public static func make(from base: String, to target: String) -> String {
    let from = base.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .dropLast()
    let to = target.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let common = zip(from, to.dropLast()).prefix { $0.elementsEqual($1) }.count
    var result = ""
    for _ in common..<from.count { result += "../" }
    var isFirst = true
    for component in to[common...] {
      if !isFirst { result += "/" }
      isFirst = false
      result += String(Substring(component))
    }
    return result.isEmpty ? "./" : result
  }
}
