#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Lets one build at a time write to a folder. The system takes the lock away when a process ends,
/// however it does.
final class BuildLock: Sendable {
  private let descriptor: Int32

  /// Waits until no other build has the folder.
  ///
  /// - Parameter waiting: called before it waits, if it has to.
  init(_ path: Path, waiting: () -> Void) throws(FileError) {
    var isFirst = true
    while true {
      try FileSystem.createFolder(path.parent)
      let descriptor = path.withCString { open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
      guard descriptor >= 0 else { throw FileError(path, "cannot be written", code: errno) }
      // Some file systems know no locks; a build there goes on without.
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        if isFirst { waiting() }
        isFirst = false
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
      }
      // Whoever had the lock may have taken the file away, and the next one would make another.
      if Self.isFile(descriptor, at: path) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  private static func isFile(_ descriptor: Int32, at path: Path) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    return (try? FileSystem.status(of: path))?.identity == FileSystem.Status(status).identity
  }

  deinit { close(descriptor) }
}
