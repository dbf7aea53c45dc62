import DocTree

/// The folder that a build writes to. It takes away only what DocTree wrote, and no name in it ever has
/// half of a file.
struct OutputFolder: Sendable {
  let root: Path
  /// Where what is kept between builds is.
  let cacheFolder: Path
  private let builder: String

  init(root: Path, cacheFolder: Path?, builder: String) {
    self.root = root
    self.cacheFolder = cacheFolder ?? root.appending(".doctree".utf8)
    self.builder = builder
  }

  private var cachePath: Path { cacheFolder.appending("\(builder).cache".utf8) }
  private var journalPath: Path { cacheFolder.appending("\(builder).journal".utf8) }
  var lockPath: Path { cacheFolder.appending("lock".utf8) }

  // MARK: The cache

  /// What the last build left, and why not if it cannot be used.
  func readCache() -> (cache: BuildCache?, problem: String?) {
    guard let bytes = try? FileSystem.read(cachePath) else { return (nil, nil) }
    do {
      return (try BuildCache(stored: bytes), nil)
    } catch {
      return (nil, "the cache '\(cachePath)' is not used, \(error); everything is built")
    }
  }

  /// Keeps what the next build has to know.
  func write(_ cache: [UInt8]) throws(FileError) {
    try FileSystem.write(cache, to: cachePath)
    // All that it names is in the cache now.
    FileSystem.remove(journalPath)
  }

  // MARK: The journal

  /// Writes down what is about to be written for the first time, so that a build after one that was
  /// interrupted knows it for ours.
  func announce(_ paths: [Path]) throws(FileError) {
    let all = Set(paths).sorted()
    var writer = StoreWriter()
    writer.write(all) { $0.write(bytes: $1.bytes) }
    try FileSystem.write(writer.bytes, to: journalPath)
  }

  /// Takes away what an interrupted build was writing when it ended: a journal is there only then.
  func sweep() {
    guard FileSystem.exists(journalPath) else { return }
    var waiting = [root]
    while let folder = waiting.popLast() {
      for name in (try? FileSystem.names(in: folder)) ?? [] {
        let path = folder.appending(name)
        guard let status = try? FileSystem.status(of: path, followingLinks: false) else { continue }
        if status.kind == .folder {
          waiting.append(path)
        } else if FileSystem.isTemporary(name) {
          FileSystem.remove(path)
        }
      }
    }
  }

  /// What interrupted builds announced.
  func readJournal() -> [Path] {
    guard let bytes = try? FileSystem.read(journalPath) else { return [] }
    var reader = StoreReader(bytes)
    return (try? reader.readItems { Path(bytes: try $0.readSlice()) }) ?? []
  }

  // MARK: Files

  func stamp(of path: Path) -> FileStamp? {
    guard let status = try? FileSystem.status(of: root.appending(path), followingLinks: false),
      status.kind == .file
    else { return nil }
    return status.stamp
  }

  /// The record with the stamp of now, if the file still has what was written.
  func intact(_ record: OutputRecord) -> OutputRecord? {
    guard let stamp = stamp(of: record.path) else { return nil }
    if stamp == record.stamp { return record }
    guard let (bytes, read) = try? FileSystem.readStamped(root.appending(record.path)),
      StableHash(of: bytes) == record.contentHash
    else { return nil }
    var record = record
    record.stamp = read
    return record
  }

  /// Writes a file, unless its content is there already.
  func write(
    _ content: [UInt8], to path: Path, previous: OutputRecord?
  ) throws(FileError) -> (record: OutputRecord, isWritten: Bool) {
    let hash = StableHash(of: content)
    if let previous, previous.contentHash == hash, let intact = intact(previous) {
      return (intact, false)
    }
    let stamp = try FileSystem.write(content, to: root.appending(path))
    return (OutputRecord(path: path, stamp: stamp, contentHash: hash), true)
  }

  /// Takes files away, and the folders that are empty then.
  ///
  /// - Returns: those that there were.
  func remove(_ paths: [Path]) -> [Path] {
    var removed: [Path] = []
    for path in paths {
      guard FileSystem.remove(root.appending(path)) else { continue }
      removed.append(path)
      var folder = path
      while folder.bytes.contains(UInt8(ascii: "/")) {
        folder = folder.parent
        guard FileSystem.removeFolder(root.appending(folder)) else { break }
      }
    }
    return removed
  }

  /// Takes away what all builders wrote, and what they keep between builds.
  ///
  /// - Returns: how many files of the output there were.
  static func clean(_ root: Path, cacheFolder: Path?) throws(FileError) -> Int {
    let place = OutputFolder(root: root, cacheFolder: cacheFolder, builder: "").cacheFolder
    let names = try FileSystem.names(in: place)
    let builders = Set(
      names.compactMap { name -> String? in
        let text = String(decoding: name, as: UTF8.self)
        return [".cache", ".journal"].first { text.hasSuffix($0) }
          .map { String(text.dropLast($0.count)) }
      }
    ).sorted()
    guard !builders.isEmpty || names.contains(where: { $0.elementsEqual("lock".utf8) }) else {
      throw FileError(root, "was not built into")
    }
    let lock = try BuildLock(place.appending("lock".utf8)) {}
    defer { withExtendedLifetime(lock) {} }
    var count = 0
    for builder in builders {
      let folder = OutputFolder(root: root, cacheFolder: cacheFolder, builder: builder)
      let outputs = folder.readCache().cache?.outputPaths ?? []
      count += folder.remove(Set(outputs + folder.readJournal()).sorted()).count
      FileSystem.remove(folder.cachePath)
      FileSystem.remove(folder.journalPath)
    }
    FileSystem.remove(place.appending("lock".utf8))
    _ = FileSystem.removeFolder(place)
    _ = FileSystem.removeFolder(root)
    return count
  }
}
