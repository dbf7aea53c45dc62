import DocTree
import Synchronization

/// What was made of files that many documents need: each is read once in a build.
final class SharedFiles: Sendable {
  /// A file that was looked for.
  struct File {
    /// Nil if there is no file that can be read.
    let value: (any AnyObject & Sendable)?
    let answer: StableHash
    let stamp: FileStamp
  }

  private struct Key: Hashable {
    let path: Path
    let type: ObjectIdentifier
  }

  private final class Table {
    var files: [Key: File] = [:]
  }

  /// Made when a file is asked for: a dictionary costs something even to be taken away, and most
  /// projects have no such files.
  private let table = Mutex<Table?>(nil)

  /// What is known of a file, or what `find` finds out. The others wait while it does, as most of them
  /// want the same.
  func file<Value: AnyObject & Sendable>(
    _ path: Path, as type: Value.Type, _ find: () throws -> File
  ) rethrows -> File {
    try table.withLock { known in
      let table = known ?? Table()
      known = table
      let key = Key(path: path, type: ObjectIdentifier(type))
      if let file = table.files[key] { return file }
      let file = try find()
      table.files[key] = file
      return file
    }
  }
}
