#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Asks for the stamps of many files below a folder, those of one folder one behind the other.
///
/// It holds the folder of the last one open, so that the system need not walk down to it for each.
struct FileProbe: ~Copyable {
  private let root: Path
  /// The folder of the last file, from the root, and its descriptor; -1 if it cannot be opened.
  private var folder: [UInt8]?
  private var descriptor: Int32 = -1

  init(_ root: Path) { self.root = root }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The stamp of what has the name itself, if it is a regular file.
  ///
  /// - Parameter path: from the root.
  mutating func stamp(of path: ArraySlice<UInt8>) -> FileStamp? {
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    enter(slash.map { path[..<$0] } ?? [])
    let name = slash.map { path[($0 + 1)...] } ?? path
    guard descriptor >= 0 else {
      return status(AT_FDCWD, root.appending(path).bytes[...])
    }
    return status(descriptor, name)
  }

  private mutating func enter(_ path: ArraySlice<UInt8>) {
    if let folder, folder.elementsEqual(path) { return }
    if descriptor >= 0 { close(descriptor) }
    folder = Array(path)
    let full = path.isEmpty ? root : root.appending(path)
    descriptor = full.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  private func status(_ descriptor: Int32, _ name: ArraySlice<UInt8>) -> FileStamp? {
    var status = stat()
    let code = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count + 1) { buffer in
      _ = buffer.initialize(from: name)
      buffer.initializeElement(at: name.count, to: 0)
      return buffer.withMemoryRebound(to: CChar.self) {
        fstatat(descriptor, $0.baseAddress!, &status, AT_SYMLINK_NOFOLLOW)
      }
    }
    guard code == 0, case let found = FileSystem.Status(status), found.kind == .file else {
      return nil
    }
    return found.stamp
  }
}
