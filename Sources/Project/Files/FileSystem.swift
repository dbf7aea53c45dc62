import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reading and writing files, without Foundation: its start-up costs more than a small document.
public enum FileSystem {
  /// Which file it is, whatever its name.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  /// What a file is.
  struct Status {
    enum Kind { case file, folder, link, other }
    let kind: Kind
    let identity: Identity
    /// In bytes.
    let size: Int
    /// What changes with the content.
    let stamp: FileStamp

    init(_ status: stat) {
      kind =
        switch status.st_mode & mode_t(S_IFMT) {
        case mode_t(S_IFREG): .file
        case mode_t(S_IFDIR): .folder
        case mode_t(S_IFLNK): .link
        default: .other
        }
      identity = Identity(
        device: UInt64(truncatingIfNeeded: status.st_dev),
        number: UInt64(truncatingIfNeeded: status.st_ino))
      size = Int(status.st_size)
      stamp = FileStamp(status)
    }
  }

  /// - Parameter followingLinks: whether a link's target is meant, or the link itself.
  /// - Throws: ``FileError`` if there is no such file, or the way to it is barred.
  static func status(of path: Path, followingLinks: Bool = true) throws(FileError) -> Status {
    var result = stat()
    let code = path.withCString { followingLinks ? stat($0, &result) : lstat($0, &result) }
    guard code == 0 else { throw FileError(path, "cannot be opened", code: errno) }
    return Status(result)
  }

  /// Whether there is anything of that name, be it unreadable.
  static func exists(_ path: Path) -> Bool { (try? status(of: path)) != nil }

  /// Reads all that a name leads to, be it a file or what another program writes.
  public static func read(_ path: Path) throws(FileError) -> [UInt8] {
    try readStamped(path, waiting: true).bytes
  }

  /// Reads a whole file, with its stamp. The stamp is ``FileStamp/unknown`` where the file was changed
  /// while it was read, or so shortly before that a further change might not show.
  ///
  /// - Parameter waiting: whether it may be something that makes its reader wait, as pipes do.
  static func readStamped(
    _ path: Path, waiting: Bool = false
  ) throws(FileError) -> (bytes: [UInt8], stamp: FileStamp) {
    let descriptor = path.withCString {
      open($0, O_RDONLY | O_CLOEXEC | (waiting ? 0 : O_NONBLOCK))
    }
    guard descriptor >= 0 else { throw FileError(path, "cannot be read", code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(path, "cannot be read", code: errno)
    }
    let before = Status(status)
    if !waiting, before.kind == .other {
      throw FileError(path, "cannot be read: it is no regular file")
    }
    let bytes = try read(descriptor, named: path, expecting: before.size)
    guard fstat(descriptor, &status) == 0, Status(status).stamp == before.stamp else {
      return (bytes, .unknown)
    }
    return (bytes, before.stamp.trusted)
  }

  /// The names of what is in a folder, without `.` and `..`, sorted.
  static func names(in folder: Path) throws(FileError) -> [[UInt8]] {
    guard let stream = folder.withCString({ opendir($0) }) else {
      throw FileError(folder, "cannot be read", code: errno)
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = FileTree.name(entry)
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The path without links, dots and doubled slashes.
  static func realPath(of path: Path) throws(FileError) -> Path {
    guard let real = path.withCString({ realpath($0, nil) }) else {
      throw FileError(path, "cannot be read", code: errno)
    }
    defer { free(real) }
    return Path(String(cString: real))
  }

  /// Reads everything from standard input.
  public static func readStandardInput() throws(FileError) -> [UInt8] {
    try read(STDIN_FILENO, named: Path("<stdin>"), expecting: 0)
  }

  private static func read(
    _ descriptor: Int32, named path: Path, expecting size: Int
  ) throws(FileError) -> [UInt8] {
    // One byte more than expected, so that the end is seen without growing.
    var length = 0
    var failure: Int32?
    /// Reads what there is, as far as there is room.
    ///
    /// - Returns: whether the end was reached.
    func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Bool {
      while length < buffer.count {
        let rest = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer[length...]))
        let count = retrying {
          #if canImport(Darwin)
            Darwin.read(descriptor, rest.baseAddress, rest.count)
          #elseif canImport(Musl)
            Musl.read(descriptor, rest.baseAddress, rest.count)
          #else
            Glibc.read(descriptor, rest.baseAddress, rest.count)
          #endif
        }
        if count < 0 { failure = errno }
        if count <= 0 { return true }
        length += count
        // A file that is as large as it was is at its end: who asks again only hears that.
        if size > 0, length == size { return true }
      }
      return false
    }
    var isAtEnd = false
    var bytes = [UInt8](
      unsafeUninitializedCapacity: min(max(size + 1, 4096), 1 << 26)
    ) { buffer, count in
      isAtEnd = fill(buffer)
      count = length
    }
    while !isAtEnd {
      guard length <= largestSize else {
        throw FileError(path, "cannot be read: it has more than \(largestSize >> 20) MiB")
      }
      bytes.append(contentsOf: repeatElement(0, count: length))
      isAtEnd = bytes.withUnsafeMutableBufferPointer { fill($0) }
      bytes.removeLast(bytes.count - length)
    }
    if let failure { throw FileError(path, "cannot be read", code: failure) }
    guard length <= largestSize else {
      throw FileError(path, "cannot be read: it has more than \(largestSize >> 20) MiB")
    }
    return bytes
  }

  /// The most bytes that are read: a sparse file or an endless device must not take all memory.
  private static let largestSize = 1 << 30

  /// Writes a whole file so that its name has either what it had before or all of `bytes`, whatever
  /// happens. Folders that are missing are made.
  ///
  /// - Returns: the stamp of the file.
  @discardableResult
  package static func write(_ bytes: [UInt8], to path: Path) throws(FileError) -> FileStamp {
    var temporary = try createTemporary(beside: path)
    if temporary == nil {
      try createFolder(path.parent)
      temporary = try createTemporary(beside: path)
    }
    guard let (descriptor, name) = temporary else {
      throw FileError(path.parent, "disappears while files are written to it")
    }
    var code = writeAll(bytes, to: descriptor)
    if close(descriptor) != 0 && code == 0 { code = errno }
    if code == 0 {
      code = name.withCString { old in
        path.withCString { new in rename(old, new) == 0 ? 0 : errno }
      }
    }
    guard code == 0 else {
      _ = name.withCString { unlink($0) }
      throw FileError(path, "cannot be written", code: code)
    }
    // Only now: giving the file its name has changed its status.
    return (try? status(of: path, followingLinks: false))?.stamp ?? .unknown
  }

  /// Takes a file away.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  static func remove(_ path: Path) -> Bool { path.withCString { unlink($0) == 0 } }

  /// Takes a file away.
  ///
  /// - Returns: whether there was one.
  /// - Throws: ``FileError`` if it is still there.
  static func removeFile(_ path: Path) throws(FileError) -> Bool {
    if remove(path) { return true }
    let code = errno
    guard (try? status(of: path, followingLinks: false))?.kind == .file else { return false }
    throw FileError(path, "cannot be taken away", code: code)
  }

  /// Takes a folder away if it is empty.
  static func removeFolder(_ path: Path) -> Bool { path.withCString { rmdir($0) == 0 } }

  /// Whether a file has the name of one that is being written.
  static func isTemporary(_ name: [UInt8]) -> Bool {
    name.starts(with: ".doctree-".utf8) && name.suffix(4).elementsEqual(".tmp".utf8)
  }

  /// - Returns: nil if the folder is missing.
  private static func createTemporary(
    beside path: Path
  ) throws(FileError) -> (descriptor: Int32, name: Path)? {
    while true {
      let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
      let name = path.parent.appending(".doctree-\(process)-\(number).tmp".utf8)
      let descriptor = name.withCString {
        open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      }
      if descriptor >= 0 { return (descriptor, name) }
      switch errno {
      case EEXIST: continue
      case ENOENT: return nil
      case let code: throw FileError(path, "cannot be written", code: code)
      }
    }
  }

  private static let counter = Atomic(0)
  private static let process = getpid()

  /// Makes a folder and those above it that are missing.
  static func createFolder(_ path: Path) throws(FileError) {
    var missing: [Path] = []
    var current = path
    while true {
      if current.withCString({ mkdir($0, 0o777) }) == 0 { break }
      let code = errno
      if code == ENOENT, current.parent != current {
        missing.append(current)
        current = current.parent
        continue
      }
      guard code == EEXIST, try status(of: current).kind == .folder else {
        throw FileError(current, "cannot be made a folder", code: code)
      }
      break
    }
    for folder in missing.reversed() {
      // Another thread may have made it meanwhile.
      guard folder.withCString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST else {
        throw FileError(folder, "cannot be made a folder", code: errno)
      }
    }
  }

  /// - Returns: 0, or the system's `errno`.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = retrying {
          #if canImport(Darwin)
            Darwin.write(
              descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress,
              min(rest.count, 1 << 30))
          #elseif canImport(Musl)
            Musl.write(
              descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
          #else
            Glibc.write(
              descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
          #endif
        }
        if count < 0 { return errno }
        rest = rest.dropFirst(count)
      }
      return 0
    }
  }

  /// Calls `body` again for as long as a signal interrupts it.
  private static func retrying(_ body: () -> Int) -> Int {
    while true {
      let result = body()
      if result >= 0 || errno != EINTR { return result }
    }
  }
}
