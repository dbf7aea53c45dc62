import DocTree
import Synchronization

/// The files that one page asks for, with a record of the answers.
final class PageFiles: ProjectFiles {
  private let folder: ProjectFolder
  /// The folder that the page is in, from the folder of the sources; empty for that itself.
  private let place: Path
  private let uses = Mutex(Uses())

  private struct Uses {
    var list: [FileUse] = []
    /// Made where there are many: most pages ask little.
    private var known: Set<Question> = []

    private struct Question: Hashable {
      let question: FileUse.Question
      let path: Path
    }

    mutating func add(_ use: FileUse) {
      if list.count < 16 {
        if list.contains(where: { $0.question == use.question && $0.path == use.path }) { return }
      } else {
        if known.isEmpty { for item in list { _ = note(item) } }
        guard note(use) else { return }
      }
      list.append(use)
    }

    private mutating func note(_ use: FileUse) -> Bool {
      known.insert(Question(question: use.question, path: use.path)).inserted
    }
  }

  init(_ folder: ProjectFolder, page source: Path) {
    self.folder = folder
    place = source.bytes.contains(UInt8(ascii: "/")) ? source.parent : Path("")
  }

  /// What was asked, in order.
  var recorded: [FileUse] { uses.withLock { $0.list } }

  func read(_ path: String) throws -> Source {
    guard let place = folder.place(of: path, from: place) else {
      throw MarkupError("'\(path)' names no file")
    }
    do throws(FileError) {
      let (bytes, stamp) = try folder.read(place)
      record(.content, place, StableHash(of: bytes), stamp)
      return Source(file: SourceFile(folder.root.appending(place).description), bytes: bytes)
    } catch {
      record(.content, place, .none)
      throw MarkupError("file '\(path)' \(error.message)")
    }
  }

  func shared<Value: AnyObject & Sendable>(
    _ path: String, _ make: @Sendable (Source) throws -> Value
  ) throws -> Value {
    guard let place = folder.place(of: path, from: place) else {
      throw MarkupError("'\(path)' names no file")
    }
    let file = try folder.shared.file(place, as: Value.self) {
      guard let (bytes, stamp) = try? folder.read(place) else {
        return SharedFiles.File(value: nil, answer: .none, stamp: .unknown)
      }
      let source = Source(
        file: SourceFile(folder.root.appending(place).description), bytes: bytes)
      return SharedFiles.File(
        value: try make(source), answer: StableHash(of: bytes), stamp: stamp)
    }
    record(.content, place, file.answer, file.stamp)
    guard let value = file.value as? Value else {
      throw MarkupError("file '\(path)' cannot be read")
    }
    return value
  }

  func hasFile(_ path: String) -> Bool {
    guard let place = folder.place(of: path, from: place) else { return false }
    let answer = folder.hasFile(place)
    record(.presence, place, Self.hash(answer))
    return answer
  }

  func documentName(ofFile path: String) -> String? {
    guard let place = folder.place(of: path, from: place) else { return nil }
    let answer = folder.documents[place]
    record(.document, place, Self.hash(answer))
    return answer
  }

  private func record(
    _ question: FileUse.Question, _ path: Path, _ answer: StableHash,
    _ stamp: FileStamp = .unknown
  ) {
    let use = FileUse(question: question, path: path, answer: answer, stamp: stamp)
    uses.withLock { $0.add(use) }
  }

  private static func hash(_ answer: Bool) -> StableHash { StableHash(value: answer ? 1 : 2) }
  private static func hash(_ answer: String?) -> StableHash {
    answer.map { StableHash(of: $0) } ?? .none
  }

  /// Whether the answer to a question is still what it was.
  ///
  /// - Returns: the use with the stamp of now; nil if the answer differs.
  static func check(_ use: FileUse, in folder: ProjectFolder) -> FileUse? {
    let answer: StableHash
    switch use.question {
    case .presence: answer = hash(folder.hasFile(use.path))
    case .document: answer = hash(folder.documents[use.path])
    case .content:
      if let stamp = folder.stamp(of: use.path), stamp == use.stamp { return use }
      guard let (bytes, stamp) = try? folder.read(use.path) else {
        return use.answer == .none ? use : nil
      }
      guard StableHash(of: bytes) == use.answer else { return nil }
      return FileUse(question: .content, path: use.path, answer: use.answer, stamp: stamp)
    }
    return answer == use.answer ? use : nil
  }
}
