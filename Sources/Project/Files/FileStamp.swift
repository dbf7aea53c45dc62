import DocTree

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the system says of a file that changes whenever its content does: where it is, its size, and
/// when content and status were last changed. The latter cannot be set back by hand.
package struct FileStamp: Hashable, Sendable {
  let hash: StableHash
  /// When the status was last changed, in nanoseconds.
  private let changed: Int

  /// Equal to no file's.
  static let unknown = FileStamp(hash: .none, changed: 0)

  private init(hash: StableHash, changed: Int) {
    self.hash = hash
    self.changed = changed
  }

  /// A stamp that was stored.
  init(hash: StableHash) { self.init(hash: hash, changed: 0) }

  init(_ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    func word(_ value: some BinaryInteger) -> StableHash {
      StableHash(value: UInt64(truncatingIfNeeded: value))
    }
    func time(_ time: timespec) -> Int { time.tv_sec &* 1_000_000_000 &+ time.tv_nsec }
    self.changed = time(changed)
    hash = word(status.st_size).combined(with: word(status.st_ino))
      .combined(with: word(time(modified))).combined(with: word(time(changed)))
  }

  package static func == (left: FileStamp, right: FileStamp) -> Bool {
    left.hash == right.hash && left.hash != .none
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// The stamp, or ``unknown`` if the file was changed so recently that a further change could leave it
  /// as it is: clocks of file systems tick every few milliseconds.
  var trusted: FileStamp {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let time = now.tv_sec &* 1_000_000_000 &+ now.tv_nsec
    return time &- changed < 50_000_000 ? .unknown : self
  }
}
