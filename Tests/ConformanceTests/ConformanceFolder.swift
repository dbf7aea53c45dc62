import Foundation
import Testing

/// The folder with what other implementations make of given inputs.
///
/// `DOCTREE_CONFORMANCE` names it; without that it is `../shared/conformance` beside the checkout.
/// `DOCTREE_CONFORMANCE_REPORT` names a folder that gets a file for each failure.
enum ConformanceFolder {
  static let url: URL = {
    if let path = ProcessInfo.processInfo.environment["DOCTREE_CONFORMANCE"] {
      return URL(fileURLWithPath: path)
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/conformance").standardized
  }()

  static let reportFolder = ProcessInfo.processInfo.environment["DOCTREE_CONFORMANCE_REPORT"]
    .map { URL(fileURLWithPath: $0) }

  /// Whether there is such a folder; it says so once if there is none.
  static let isPresent: Bool = {
    let isPresent = FileManager.default.fileExists(atPath: url.path)
    if !isPresent {
      print("conformance: no folder \(url.path); set DOCTREE_CONFORMANCE to run these tests")
    }
    return isPresent
  }()

  /// The JSON files in the folder, by name.
  static var files: [URL] {
    let all =
      (try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil))
    return (all ?? []).filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The cases of a file: an array of objects.
  static func cases(_ file: URL) throws -> [[String: Any]] {
    let data = try Data(contentsOf: file)
    return try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
  }

  /// The name of a case, fit for a file.
  static func name(_ item: [String: Any]) -> String {
    (item["id"] as? String ?? "").replacing(/[^A-Za-z0-9]+/, with: "-")
  }
}

/// Counts the cases of one kind in one file, and reports them.
struct ConformanceCount {
  let file: String
  let kind: String
  private(set) var passed = 0
  private(set) var total = 0
  /// The cases that do not apply, by reason.
  private var excluded: [String: [String]] = [:]

  init(_ file: URL, _ kind: String) {
    self.file = file.lastPathComponent
    self.kind = kind
  }

  /// Compares one case.
  mutating func check(_ name: String, input: String, expected: String, actual: String) throws {
    total += 1
    if expected == actual {
      passed += 1
      return
    }
    guard let folder = ConformanceFolder.reportFolder else { return }
    let target = folder.appendingPathComponent("\(file)-\(kind)-\(name).txt")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let difference = Self.difference(expected, actual)
    try "== input\n\(input)\n== difference (- expected, + actual)\n\(difference)\n"
      .write(to: target, atomically: true, encoding: .utf8)
  }

  /// Leaves a case out of the count.
  mutating func exclude(_ name: String, because reason: String) {
    excluded[reason, default: []].append(name)
  }

  /// Prints the line that the counts are read from, and what was left out.
  func report() {
    print("conformance \(file) \(kind): \(passed) of \(total)")
    for (reason, names) in excluded.sorted(by: { $0.key < $1.key }) {
      print("  left out: \(reason): \(names.joined(separator: ", "))")
    }
  }

  /// Prints the line, and expects that this many percent are equal.
  func expect(percent: Int) {
    report()
    #expect(passed * 100 >= total * percent && total > 0, "\(file) \(kind)")
  }

  private static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.components(separatedBy: "\n")
    let new = actual.components(separatedBy: "\n")
    let changes = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: [Int: String] = [:]
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, let line, _): inserted[offset] = line
      }
    }
    var lines: [String] = []
    var next = 0
    for (offset, line) in old.enumerated() {
      while let line = inserted[next], !removed.contains(offset) {
        lines.append("+ " + line)
        next += 1
      }
      if removed.contains(offset) {
        lines.append("- " + line)
      } else {
        lines.append("  " + line)
        next += 1
      }
    }
    while let line = inserted[next] {
      lines.append("+ " + line)
      next += 1
    }
    return lines.joined(separator: "\n")
  }
}
