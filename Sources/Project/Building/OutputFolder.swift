import DocTree

/// The folder that a build writes to. It takes away only what DocTree wrote, and no name in it ever has
/// half of a file.
struct OutputFolder: Sendable {
  let root: Path
  /// Where what is kept between builds is.
  let cacheFolder: Path
  /// What the names of the files between builds begin with. A folder of them that is not in the output
  /// may serve several ones.
  private let prefix: String
  private let gate: OutputGate

  /// - Parameter source: the folder of the sources, in which nothing is written.
  init(root: Path, cacheFolder: Path?, builder: String, source: Path? = nil) {
    self.root = root
    self.cacheFolder = cacheFolder ?? root.appending(".doctree".utf8)
    prefix = builder + (cacheFolder == nil ? "" : Self.mark(of: root))
    gate = OutputGate(root, source: source)
  }

  /// What tells the files of one output from those of others.
  private static func mark(of root: Path) -> String {
    let isFull = root.bytes.first == UInt8(ascii: "/")
    let place = isFull ? nil : try? FileSystem.realPath(of: Path("."))
    let full = place?.appending(root) ?? root
    return "-" + String(StableHash(of: full.description).value, radix: 16)
  }

  private func file(_ suffix: String) -> Path { cacheFolder.appending("\(prefix).\(suffix)".utf8) }
  private var cachePath: Path { file("cache") }
  private var journalPath: Path { file("journal") }
  private var manifestPath: Path { file("files") }
  var lockPath: Path { cacheFolder.appending("lock".utf8) }

  // MARK: The cache

  /// What the last build left, and why not if it cannot be used.
  func readCache() -> (cache: BuildCache?, problem: String?) {
    guard let (bytes, _) = try? FileSystem.readStamped(cachePath) else { return (nil, nil) }
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

  // MARK: The manifest

  private static let manifestMagic = Array("DocTree files 1\n".utf8)

  /// The files that are ours. They are apart from the cache, so that they are known where that cannot be
  /// used.
  func readManifest() -> Set<Path> {
    guard let (bytes, _) = try? FileSystem.readStamped(manifestPath),
      bytes.starts(with: Self.manifestMagic)
    else { return [] }
    return Set(Self.paths(bytes[Self.manifestMagic.count...]))
  }

  func write(manifest paths: Set<Path>) throws(FileError) {
    try FileSystem.write(Self.manifestMagic + Self.bytes(of: paths), to: manifestPath)
  }

  private static func bytes(of paths: Set<Path>) -> [UInt8] {
    var writer = StoreWriter()
    writer.write(paths.sorted()) { $0.write(bytes: $1.bytes) }
    var result = StoreWriter(capacity: writer.bytes.count + 8)
    result.write(StableHash(of: writer.bytes))
    result.append(writer.bytes)
    return result.bytes
  }

  /// - Returns: none if the bytes are damaged.
  private static func paths(_ bytes: ArraySlice<UInt8>) -> [Path] {
    var reader = StoreReader(bytes)
    guard let hash = try? reader.readHash(), hash == StableHash(of: bytes.dropFirst(8)) else {
      return []
    }
    return (try? reader.readItems { Path(bytes: try $0.readSlice()) }) ?? []
  }

  // MARK: The journal

  /// Those of some files that are not ours and not there: what is made of these names will be ours.
  func new(_ paths: [Path], _ owned: Set<Path>) -> [Path] {
    paths.filter { path in
      !owned.contains(path)
        && (try? FileSystem.status(of: root.appending(path), followingLinks: false)) == nil
    }
  }

  /// Writes down what is about to be written for the first time, so that a build after one that was
  /// interrupted knows it for ours.
  func announce(_ paths: [Path]) throws(FileError) {
    try FileSystem.write(Self.bytes(of: Set(paths)), to: journalPath)
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
    (try? FileSystem.readStamped(journalPath)).map { Self.paths($0.bytes[...]) } ?? []
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
    try gate.check(path)
    let hash = StableHash(of: content)
    if let previous, previous.contentHash == hash, let intact = intact(previous) {
      return (intact, false)
    }
    let stamp = try FileSystem.write(content, to: root.appending(path))
    return (OutputRecord(path: path, stamp: stamp, contentHash: hash), true)
  }

  /// Takes files away, and the folders that are empty then.
  ///
  /// - Returns: those that there were, and why the others of these are still there.
  func remove(_ paths: [Path]) -> (removed: [Path], kept: [(path: Path, error: FileError)]) {
    var removed: [Path] = []
    var kept: [(path: Path, error: FileError)] = []
    for path in paths {
      // What a link leads to is not ours.
      guard (try? gate.check(path)) != nil else { continue }
      do throws(FileError) {
        guard try FileSystem.removeFile(root.appending(path)) else { continue }
      } catch {
        kept.append((path, error))
        continue
      }
      removed.append(path)
      var folder = path
      while folder.bytes.contains(UInt8(ascii: "/")) {
        folder = folder.parent
        guard FileSystem.removeFolder(root.appending(folder)) else { break }
      }
    }
    return (removed, kept)
  }

  /// Takes away what all builders wrote, and what they keep between builds.
  ///
  /// - Returns: how many files of the output there were.
  static func clean(_ root: Path, cacheFolder: Path?) throws(FileError) -> Int {
    let place = OutputFolder(root: root, cacheFolder: cacheFolder, builder: "").cacheFolder
    let names = try FileSystem.names(in: place)
    let mark = cacheFolder == nil ? "" : mark(of: root)
    let builders = Set(
      names.compactMap { name -> String? in
        let text = String(decoding: name, as: UTF8.self)
        return [".cache", ".journal", ".files"].map { mark + $0 }.first { text.hasSuffix($0) }
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
      let ours = folder.readManifest().union(outputs + folder.readJournal())
      let (removed, kept) = folder.remove(ours.sorted())
      count += removed.count
      if let (_, error) = kept.first {
        // What is still there is known to the next attempt.
        try folder.write(manifest: Set(kept.map(\.path)))
        throw error
      }
      for path in [folder.cachePath, folder.journalPath, folder.manifestPath] {
        FileSystem.remove(path)
      }
    }
    FileSystem.remove(place.appending("lock".utf8))
    _ = FileSystem.removeFolder(place)
    _ = FileSystem.removeFolder(root)
    return count
  }
}
