internal import Foundation
public import Testing

/// Expects the text that a file holds. What is not as expected is shown as a difference of lines.
///
/// With `DOCTREE_ACCEPT=1` in the environment the file is written instead, if its text differs; look
/// at the changes before you commit them.
///
/// - Parameters:
///   - actual: the whole text, to the last byte.
///   - file: the path of the file, from the folder of the test's source.
///   - testFile: the test's source.
public func expectGolden(
  _ actual: String, _ file: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let accepts = ProcessInfo.processInfo.environment["DOCTREE_ACCEPT"] == "1"
  let url = URL(fileURLWithPath: testFile).deletingLastPathComponent().appendingPathComponent(file)
  do {
    let message = try Golden(url: url, name: file).compare(actual, accepts: accepts)
    if let message { fail(message, sourceLocation) }
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}

/// A file with an expected text.
struct Golden {
  let url: URL
  /// How messages call it.
  let name: String

  /// - Returns: what is wrong; nil if nothing is.
  /// - Throws: if the file cannot be read or written.
  func compare(_ actual: String, accepts: Bool) throws -> String? {
    var expected: String?
    if FileManager.default.fileExists(atPath: url.path) {
      expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }
    let difference = expected.map { lineDifference(expected: $0, actual: actual) }
    switch difference {
    case .some(nil): return nil
    case .some(let difference?) where !accepts:
      return "\(name) (DOCTREE_ACCEPT=1 accepts this):\n\(difference)"
    case nil where !accepts: return "there is no \(name); DOCTREE_ACCEPT=1 writes it"
    default: break
    }
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: url, options: .atomic)
    return nil
  }
}
