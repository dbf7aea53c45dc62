import DocTree

/// The folder of a project's sources.
struct ProjectFolder: Sendable {
  let root: Path
  /// The names of the documents by their files, from the root.
  let documents: [Path: String]
  let shared = SharedFiles()
  private let bounds: Bounds
  /// The components of the root's full path.
  private let rootParts: [ArraySlice<UInt8>]

  /// - Parameter allowed: folders outside the root that files may be in.
  init(root: Path, documents: [Path: String], allowed: [Path] = []) {
    self.root = root
    self.documents = documents
    bounds = Bounds([root] + allowed)
    rootParts =
      (try? FileSystem.realPath(of: root))?.bytes.split(separator: UInt8(ascii: "/")) ?? []
  }

  /// Where a path leads to, from the root, with `..` before what is outside of it; nil for the root
  /// itself.
  ///
  /// - Parameters:
  ///   - path: from the root if it begins with `/`, else from `folder`.
  func place(of path: String, from folder: Path) -> Path? {
    var parts: [ArraySlice<UInt8>] =
      path.utf8.first == UInt8(ascii: "/") ? [] : folder.bytes.split(separator: UInt8(ascii: "/"))
    for part in Array(path.utf8).split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual("..".utf8) {
        if let last = parts.last, !last.elementsEqual("..".utf8) {
          parts.removeLast()
        } else {
          parts.append(part)
        }
      } else if !part.elementsEqual(".".utf8) {
        parts.append(part)
      }
    }
    // A path may leave the root and come back: `../docs/page.md` in a root called `docs`.
    let steps = parts.prefix { $0.elementsEqual("..".utf8) }.count
    if steps > 0, steps <= rootParts.count,
      parts.dropFirst(steps).starts(with: rootParts.suffix(steps))
    {
      parts.removeFirst(2 * steps)
    }
    return parts.isEmpty ? nil : Path(bytes: parts.joined(separator: [UInt8(ascii: "/")]))
  }

  func read(_ place: Path) throws(FileError) -> (bytes: [UInt8], stamp: FileStamp) {
    let path = root.appending(place)
    try bounds.check(path)
    return try FileSystem.readStamped(path)
  }

  func hasFile(_ place: Path) -> Bool {
    let path = root.appending(place)
    guard (try? FileSystem.status(of: path))?.kind == .file else { return false }
    do throws(FileError) {
      try bounds.check(path)
      return true
    } catch {
      return false
    }
  }

  /// - Returns: nil if there is no such file, or it is not of the project any more.
  func stamp(of place: Path) -> FileStamp? {
    let path = root.appending(place)
    guard let status = try? FileSystem.status(of: path, followingLinks: false),
      bounds.hold(folder: path.parent)
    else { return nil }
    guard status.kind == .link else { return status.stamp }
    guard (try? bounds.check(path)) != nil else { return nil }
    return (try? FileSystem.status(of: path))?.stamp
  }
}
