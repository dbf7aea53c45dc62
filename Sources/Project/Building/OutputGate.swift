import Synchronization

/// Lets files into the output folder, and nowhere else: neither through links that lead out of it nor
/// into the sources, where these are in it.
final class OutputGate: Sendable {
  private let root: Path
  private let source: Path?
  /// The folders that were looked at, from the root, with what is wrong with those that are barred.
  private let known = Mutex<[Path: String?]>([:])

  init(_ root: Path, source: Path?) {
    self.root = root
    self.source = source
  }

  /// - Parameter path: from the root.
  /// - Throws: ``FileError`` if nothing may be written or taken away there.
  func check(_ path: Path) throws(FileError) {
    let folder = path.parent
    let answer = known.withLock { known -> String? in
      if let answer = known[folder] { return answer }
      let answer = problem(with: folder)
      known[folder] = .some(answer)
      return answer
    }
    if let answer { throw FileError(root.appending(path), "is left alone: \(answer)") }
  }

  private func problem(with folder: Path) -> String? {
    let bounds = Bounds([root])
    // Where the output is in the sources, as it often is, nothing of these is in it.
    let place = source.flatMap { try? FileSystem.realPath(of: $0) }.flatMap {
      bounds.hold(real: $0) ? $0 : nil
    }
    let sources = Bounds(place.map { [$0] } ?? [])
    var current = root
    for part in [[]] + folder.bytes.split(separator: UInt8(ascii: "/")) {
      if !part.isEmpty { current = current.appending(part) }
      guard let status = try? FileSystem.status(of: current, followingLinks: false) else {
        // What is missing will be made.
        return nil
      }
      guard let real = try? FileSystem.realPath(of: current) else { continue }
      if status.kind == .link, !part.isEmpty, !bounds.hold(real: real) {
        return "'\(current)' is a link out of the output folder"
      }
      if sources.hold(real: real) { return "'\(current)' is in the folder of the sources" }
    }
    return nil
  }
}
