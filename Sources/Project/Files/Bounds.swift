import Synchronization

/// The folders that files may be in, whatever links lead to them.
final class Bounds: Sendable {
  /// As the system knows them.
  private let allowed: [Path]
  /// The folders that were looked at.
  private let known = Mutex<[Path: Bool]>([:])

  /// - Parameter folders: those that are missing hold nothing.
  init(_ folders: [Path]) {
    allowed = folders.compactMap { try? FileSystem.realPath(of: $0) }
  }

  /// - Throws: ``FileError`` if there is no such file, or a link on the way leads out.
  func check(_ path: Path) throws(FileError) {
    guard hold(real: try FileSystem.realPath(of: path)) else {
      throw FileError(path, "lies outside the project and the 'allowed_folders'")
    }
  }

  /// Whether a folder lies inside. Links are looked at once.
  func hold(folder: Path) -> Bool {
    if let answer = known.withLock({ $0[folder] }) { return answer }
    let answer = (try? FileSystem.realPath(of: folder)).map(hold(real:)) ?? false
    known.withLock { $0[folder] = answer }
    return answer
  }

  /// Whether a path without links is one of the folders or lies in one.
  func hold(real path: Path) -> Bool {
    allowed.contains { folder in
      path.bytes.starts(with: folder.bytes)
        && (path.bytes.count == folder.bytes.count || folder.bytes.last == UInt8(ascii: "/")
          || path.bytes[folder.bytes.count] == UInt8(ascii: "/"))
    }
  }
}
