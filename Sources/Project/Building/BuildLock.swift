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
    try FileSystem.createFolder(path.parent)
    descriptor = path.withCString { open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw FileError(path, "cannot be written", code: errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    // Some file systems know no locks; a build there goes on without.
    guard errno == EWOULDBLOCK else { return }
    waiting()
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  deinit { close(descriptor) }
}
