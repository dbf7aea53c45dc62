import Foundation

/// A folder of one test, removed with everything in it when nobody holds it any more.
package final class TemporaryFolder: Sendable {
  /// Without a slash at the end.
  package let path: String

  package init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("doctree-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the folder.
  package subscript(_ name: String) -> String { path + "/" + name }

  /// Writes a file, and makes the folders that it is in.
  package func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let url = URL(fileURLWithPath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  package func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  /// Makes a link.
  ///
  /// - Parameter target: from the link's folder on.
  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: self[name], withDestinationPath: target)
  }

  package func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: self[name])))
  }

  package func text(_ name: String) throws -> String {
    String(decoding: try read(name), as: UTF8.self)
  }

  package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self[name]) }

  /// The files in the folder and below, sorted, from the folder on.
  package func files(in name: String = "") throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(
      atPath: name.isEmpty ? path : self[name])
    let prefix = name.isEmpty ? "" : name + "/"
    return all.filter { item in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: self[prefix + item], isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
