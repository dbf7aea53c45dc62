import Synchronization

/// What a project becomes: a folder of HTML pages, of text files, a book.
/// (Sphinx: builders.Builder.)
public protocol Builder: Sendable {
  /// The name that `-b` takes.
  var name: String { get }
  /// The format that pages are written in; nil if there is none, and a page that becomes a file becomes
  /// what ``complete(_:of:in:)`` makes of nothing.
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
  /// What a page says for a file of the output, such as a picture.
  ///
  /// - Parameter path: from the output folder.
  /// - Returns: nil if the builder copies no files, so that pages name the sources'.
  func address(ofFile path: String, from page: String) -> String?
  /// Changes the tree of a page after it is resolved and before it is written: for what can only be
  /// said where the builder is known, such as ids that have to differ from those of other pages.
  func prepare(_ document: Document, in project: ProjectView) throws
  /// Completes what was written of a page's tree: puts it into a page with a head and navigation.
  func complete(_ body: [UInt8], of document: Document, in project: ProjectView) throws -> [UInt8]
  /// How bad something is that was found wrong with a page, for this builder: a link that leads nowhere
  /// is an error for one that checks links.
  func severity(of diagnostic: Diagnostic) -> Severity
  /// The files that are made besides those of the pages. What is wrong is said with
  /// ``BuiltProject/report(_:)``.
  func files(_ output: BuiltProject) throws -> [OutputFile]
  /// Whether ``files(_:)`` needs what was written of each page. Such a builder makes all pages anew
  /// when one has changed.
  var combinesPages: Bool { get }
  /// Whether ``files(_:)`` depends on more than the project, so that it is called even if nothing has
  /// changed since the last build.
  var hasStaleFiles: Bool { get }
  /// Whether the files of output steps are not written: the builder puts what it needs of them, which
  /// is in ``BuiltProject/files``, into files of its own.
  var packsFiles: Bool { get }
}

extension Builder {
  public var defaults: [(name: String, value: String)] { [] }
  public var combinesPages: Bool { false }
  public var hasStaleFiles: Bool { false }
  public func severity(of diagnostic: Diagnostic) -> Severity { diagnostic.severity }
  public var packsFiles: Bool { false }
  public func address(ofFile path: String, from page: String) -> String? { nil }
  public func prepare(_ document: Document, in project: ProjectView) throws {}
  public func complete(
    _ body: [UInt8], of document: Document, in project: ProjectView
  ) throws -> [UInt8] { body }
  public func files(_ output: BuiltProject) throws -> [OutputFile] { [] }

  /// A relative address between the files that pages become.
  public func link(from page: String, to other: String, id: String?) -> String {
    let fragment = id.map { "#" + $0 } ?? ""
    if page == other { return fragment }
    return RelativeAddress.make(
      from: path(ofPage: page) ?? page, to: path(ofPage: other) ?? other, suffix: fragment)
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
  public indirect enum Content: Sendable {
    case bytes([UInt8])
    /// A copy of a file of the project; the path is that of the file.
    case copy(of: String)
    /// What is made of the contents of others, such as an archive. It is not given those that cannot be
    /// read, for which there is a message each; it is made anew when one has changed.
    case made(
      of: [OutputFile], @Sendable (_ contents: [(path: String, content: [UInt8])]) throws -> [UInt8]
    )
  }

  /// From the output folder.
  public let path: String
  public let content: Content
  /// Who wants it, for messages about a file that cannot be copied; unknown for nobody.
  public let position: SourcePosition

  public init(path: String, content: Content, position: SourcePosition = .unknown) {
    self.path = path
    self.content = content
    self.position = position
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
  /// Whether nothing may be used that earlier builds left. (sphinx-build: -E.)
  public let isFresh: Bool
  /// Says what is being done, and how many of how many things are done.
  public let progress: @Sendable (_ what: String, _ done: Int, _ count: Int) -> Void
  /// What output steps make; empty while they are asked for it.
  public internal(set) var files: [OutputFile] = []
  private let problems = ProblemList()

  public init(
    data: ProjectData, facts: FactTable, pages: [(name: String, content: [UInt8])],
    outputFolder: String, isFresh: Bool = false,
    progress: @escaping @Sendable (_ what: String, _ done: Int, _ count: Int) -> Void = {
      _, _, _ in
    }
  ) {
    self.data = data
    self.facts = facts
    self.pages = pages
    self.outputFolder = outputFolder
    self.isFresh = isFresh
    self.progress = progress
  }

  /// Says that something is wrong.
  public func report(_ diagnostic: Diagnostic) {
    problems.items.withLock { $0.append(diagnostic) }
  }

  /// What was found wrong, in the order in which it was.
  public var diagnostics: [Diagnostic] { problems.items.withLock { $0 } }

  private final class ProblemList: Sendable {
    let items = Mutex<[Diagnostic]>([])
  }

  /// The project with the files of output steps.
  public func with(files: [OutputFile]) -> BuiltProject {
    var result = self
    result.files = files
    return result
  }
}

/// Addresses of files from one another.
public enum RelativeAddress {
  /// - Parameters:
  ///   - base: a file, from some root, with `/` between folders.
  ///   - target: another one, or a folder if it ends with `/`.
  ///   - suffix: what stands behind the address, which is not looked at.
  ///   - isQuoted: whether what may not stand in an address gets a percent sign and its number. (Python:
  ///     urllib.parse.quote.)
  public static func make(
    from base: String, to target: String, suffix: String = "", isQuoted: Bool = true
  ) -> String {
    var (base, target, suffix) = (base, target, suffix)
    return target.withUTF8 { target in
      base.withUTF8 { base in
        suffix.withUTF8 { suffix in
          make(from: base, to: target, suffix: suffix, isQuoted: isQuoted)
        }
      }
    }
  }

  private static func make(
    from base: UnsafeBufferPointer<UInt8>, to target: UnsafeBufferPointer<UInt8>,
    suffix: UnsafeBufferPointer<UInt8>, isQuoted: Bool
  ) -> String {
    let slash = UInt8(ascii: "/")
    // What follows the last slash up to which both are the same.
    var common = 0
    var index = 0
    while index < min(base.count, target.count), base[index] == target[index] {
      index += 1
      if base[index - 1] == slash { common = index }
    }
    let levels = base[common...].count { $0 == slash }
    let rest = target[common...]
    let isHere = levels == 0 && rest.isEmpty
    let quoted = isQuoted ? rest.count { !isPlain($0) } : 0
    let length = isHere ? 2 : levels * 3 + rest.count + quoted * 2
    return String(unsafeUninitializedCapacity: length + suffix.count) { buffer in
      var count = 0
      func add(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
      }
      for _ in 0..<levels {
        add(UInt8(ascii: "."))
        add(UInt8(ascii: "."))
        add(slash)
      }
      if isHere {
        add(UInt8(ascii: "."))
        add(slash)
      }
      for byte in rest {
        if quoted == 0 || isPlain(byte) {
          add(byte)
        } else {
          add(UInt8(ascii: "%"))
          for digit in [byte >> 4, byte & 15] { add(digit < 10 ? 0x30 + digit : 0x37 + digit) }
        }
      }
      for byte in suffix { add(byte) }
      return count
    }
  }

  /// Whether a byte stands for itself in an address.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-")...UInt8(ascii: "/"),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
