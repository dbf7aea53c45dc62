import Synchronization

/// The name of a source file, as diagnostics print it.
///
/// Names are kept once in a process-wide table, so that a position in a file is three words
/// without a reference count, and every node can have one.
public struct SourceFile: Hashable, Sendable, CustomStringConvertible {
  @usableFromInline let index: UInt32

  /// The name of text that comes from no file. docutils prints it as `<string>`.
  public static let string = SourceFile("<string>")

  /// No file. Its name is empty.
  public static let unknown = SourceFile(index: 0)

  /// Looks `name` up in the table, and adds it the first time.
  public init(_ name: String) {
    index = Self.table.withLock { table in
      if let known = table.indices[name] { return known }
      let new = UInt32(table.names.count)
      table.names.append(name)
      table.indices[name] = new
      return new
    }
  }

  init(index: UInt32) { self.index = index }

  /// The name that the file was made with.
  public var name: String { Self.table.withLock { $0.names[Int(index)] } }

  public var description: String { name }

  private struct Table {
    var names = [""]
    var indices: [String: UInt32] = ["": 0]
  }

  private static let table = Mutex(Table())
}

/// Where a node begins in its source.
public struct SourcePosition: Hashable, Sendable {
  /// The file. Its name is empty where it is not known.
  public var file: SourceFile
  @usableFromInline var storedLine: UInt32
  @usableFromInline var storedColumn: UInt32

  /// - Parameters:
  ///   - line: from 1; 0 where it is not known.
  ///   - column: from 1, in bytes of UTF-8 (as clang and swiftc count); 0 where it is not known.
  public init(file: SourceFile = .unknown, line: Int, column: Int = 0) {
    self.file = file
    storedLine = UInt32(clamping: line)
    storedColumn = UInt32(clamping: column)
  }

  /// The position of a node that was not read from a source.
  public static let unknown = SourcePosition(line: 0)

  /// From 1; 0 where it is not known.
  public var line: Int {
    get { Int(storedLine) }
    set { storedLine = UInt32(clamping: newValue) }
  }

  /// From 1, in bytes of UTF-8; 0 where it is not known.
  public var column: Int {
    get { Int(storedColumn) }
    set { storedColumn = UInt32(clamping: newValue) }
  }

  /// Whether file or line are known.
  public var isKnown: Bool { storedLine > 0 || file.index > 0 }

  /// A position in the text that begins at this one, and has all its lines begin at the same column.
  /// Of what is not known, nothing becomes known.
  public func advanced(lines: Int = 0, columns: Int = 0) -> SourcePosition {
    var result = self
    if line > 0 { result.line += lines }
    if column > 0 { result.column += columns }
    return result
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `file:line:column`, without the parts that are not known.
  public var description: String {
    var result = file.name
    if line > 0 {
      result += "\(result.isEmpty ? "" : ":")\(line)"
      if column > 0 { result += ":\(column)" }
    }
    return result
  }
}
