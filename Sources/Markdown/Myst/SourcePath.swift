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
  static func resolve(_ path: String, from document: String) -> String {
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
