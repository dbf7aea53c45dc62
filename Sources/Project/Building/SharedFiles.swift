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

  private let files = Mutex<[Key: File]>([:])

  /// What is known of a file, or what `find` finds out. The others wait while it does, as most of them
  /// want the same.
  func file<Value: AnyObject & Sendable>(
    _ path: Path, as type: Value.Type, _ find: () throws -> File
  ) rethrows -> File {
    try files.withLock { files in
      let key = Key(path: path, type: ObjectIdentifier(type))
      if let known = files[key] { return known }
      let file = try find()
      files[key] = file
      return file
    }
  }
}
