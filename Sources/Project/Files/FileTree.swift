#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The files in a folder and the folders in it, whose names end in certain ways.
///
/// Names that begin with a dot are left out, and so are folders below the first that a build wrote to.
/// Links are followed, but not out of the bounds; a folder that several names lead to is taken once, by
/// its own name if that is in the tree.
struct FileTree {
  struct File {
    /// From the folder on.
    let path: Path
    let identity: FileSystem.Identity
    let stamp: FileStamp
  }

  /// Sorted by path.
  private(set) var files: [File] = []
  /// What could not be read, and folders that are not taken again, sorted by path.
  private(set) var problems: [(error: FileError, isSerious: Bool)] = []

  private let root: Path
  private let bounds: Bounds
  private let suffixes: [[UInt8]]
  private var seen: Set<FileSystem.Identity>
  private var linked: [Path] = []

  /// - Parameters:
  ///   - bounds: where links may lead; nil for the folder alone.
  ///   - excluded: a folder that is passed over.
  /// - Throws: ``FileError`` if `root` is no folder that can be read.
  init(
    _ root: Path, suffixes: [String], bounds: Bounds? = nil,
    excluding excluded: FileSystem.Identity? = nil
  ) throws(FileError) {
    self.root = root
    self.bounds = bounds ?? Bounds([root])
    self.suffixes = suffixes.map { Array($0.utf8) }
    seen = excluded.map { [$0] } ?? []
    let status = try FileSystem.status(of: root)
    guard status.kind == .folder else { throw FileError(root, "is no folder") }
    seen.insert(status.identity)
    guard walk(Path("")) else { throw problems[0].error }
    // Links come last, so that a folder is found by its own name first.
    while !linked.isEmpty {
      let links = linked.sorted()
      linked = []
      for link in links { follow(link, excluded: excluded) }
    }
    files.sort { $0.path < $1.path }
    problems.sort { $0.error.path < $1.error.path }
  }

  private mutating func follow(_ link: Path, excluded: FileSystem.Identity?) {
    let path = root.appending(link)
    guard let target = try? FileSystem.status(of: path) else { return }
    guard bounds.hold(folder: path) || target.identity == excluded else {
      problems.append(
        (
          FileError(
            path,
            "is a link to a folder outside the project and the 'allowed_folders'; it is passed over"
          ), false
        ))
      return
    }
    if seen.insert(target.identity).inserted {
      _ = walk(link)
    } else if target.identity != excluded {
      problems.append(
        (
          FileError(
            root.appending(link), "is a link to a folder that is read already; it is passed over"),
          false
        ))
    }
  }

  /// - Returns: whether the folder itself could be read.
  private mutating func walk(_ start: Path) -> Bool {
    var waiting = [start]
    while let folder = waiting.popLast() {
      let path = folder.bytes.isEmpty ? root : root.appending(folder)
      guard let stream = path.withCString({ opendir($0) }) else {
        problems.append((FileError(path, "cannot be read", code: errno), true))
        if folder.bytes.isEmpty { return false }
        continue
      }
      defer { closedir(stream) }
      let prefix = folder.bytes.isEmpty ? [] : folder.bytes + [UInt8(ascii: "/")]
      let before = (files.count, waiting.count, linked.count, problems.count)
      var isOutput = false
      while let entry = readdir(stream) {
        let name = Self.bytes(entry)
        if name.first == UInt8(ascii: ".") {
          if !prefix.isEmpty, name.elementsEqual(".doctree".utf8) { isOutput = true }
          continue
        }
        take(name, of: entry, in: dirfd(stream), prefix, waiting: &waiting)
      }
      if isOutput {
        // What was found in it is no source.
        files.removeSubrange(before.0...)
        waiting.removeSubrange(before.1...)
        linked.removeSubrange(before.2...)
        problems.removeSubrange(before.3...)
      }
    }
    return true
  }

  /// - Parameters:
  ///   - descriptor: the folder, so that the system need not find it for each name in it.
  ///   - prefix: what stands before the name.
  private mutating func take(
    _ name: UnsafeBufferPointer<UInt8>, of entry: UnsafeMutablePointer<dirent>,
    in descriptor: Int32, _ prefix: [UInt8], waiting: inout [Path]
  ) {
    let isWanted = suffixes.contains { suffix in
      name.count >= suffix.count && name[(name.count - suffix.count)...].elementsEqual(suffix)
    }
    // Most systems say of what sort a name is.
    if !isWanted, entry.pointee.d_type == UInt8(DT_REG) { return }
    do throws(FileError) {
      guard let start = name.baseAddress else { return }
      var status = stat()
      // The name ends with a null byte.
      let code = start.withMemoryRebound(to: CChar.self, capacity: name.count + 1) {
        fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW)
      }
      let problem = errno
      let path = Path(bytes: prefix + name)
      guard code == 0 else {
        throw FileError(root.appending(path), "cannot be opened", code: problem)
      }
      var found = FileSystem.Status(status)
      let isLink = found.kind == .link
      if isLink {
        // A link that leads nowhere matters only if it is called like a document.
        let full = root.appending(path)
        guard let target = try? FileSystem.status(of: full) else {
          if isWanted { _ = try FileSystem.status(of: full) }
          return
        }
        if isWanted, target.kind == .file { try bounds.check(full) }
        found = target
      }
      switch found.kind {
      case .folder where isLink: linked.append(path)
      case .folder: if seen.insert(found.identity).inserted { waiting.append(path) }
      case .file:
        if isWanted {
          files.append(File(path: path, identity: found.identity, stamp: found.stamp))
        }
      case .link, .other:
        if isWanted {
          throw FileError(root.appending(path), "cannot be read: it is no regular file")
        }
      }
    } catch {
      problems.append((error, true))
    }
  }

  static func name(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] { Array(bytes(entry)) }

  /// The bytes of a name, which a null byte follows.
  private static func bytes(
    _ entry: UnsafeMutablePointer<dirent>
  ) -> UnsafeBufferPointer<UInt8> {
    // Through the offset: copying the field would read past the end of a short entry.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name)!
    let start = UnsafeRawPointer(entry).advanced(by: offset)
      .assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: strlen(start))
  }
}
