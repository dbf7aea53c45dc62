internal import DocTree

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Files that a document names.
enum SourcePath {
  /// - Parameters:
  ///   - path: relative to the folder of `document`, or absolute.
  ///   - document: the path of the document; of `<string>` the current folder counts.
  ///   - dialect: in Sphinx, an absolute path begins in the folder of the sources: a document that
  ///     belongs to no project has its own for that. (Sphinx: BuildEnvironment.relfn2path.)
  static func resolve(_ path: String, from document: String, _ dialect: Dialect) -> String {
    if dialect == .sphinx, path.utf8.first == 0x2F {
      return resolve(String(path.drop { $0 == "/" }), from: document, dialect)
    }
    if path.utf8.first == 0x2F || document.utf8.first == 0x3C { return path }
    guard let slash = document.utf8.lastIndex(of: 0x2F) else { return path }
    return String(document[...slash]) + path
  }

  /// - Returns: nil if there is no such file, or it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      bytes += chunk[..<count]
      if count < chunk.count { break }
    }
    return ferror(file) == 0 ? bytes : nil
  }
}
