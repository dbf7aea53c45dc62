/// The names of pages as paths.
enum PagePath {
  /// The page that a path leads to, from another page, or from the root if it begins with `/`. What
  /// leads out of the project ends at its root.
  static func resolve(_ path: String, from page: String) -> String {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    if !page.utf8.contains(slash), !path.utf8.contains(slash), path.utf8.first != dot {
      return path
    }
    var result: [UInt8] = []
    result.reserveCapacity(page.utf8.count + path.utf8.count + 1)
    func removeLast() { result.removeLast(result.count - (result.lastIndex(of: slash) ?? 0)) }
    if path.utf8.first != slash {
      result += page.utf8
      removeLast()
    }
    var start = result.count
    /// Takes the component that begins at `start` for what it is.
    func finish() {
      let count = result.count - start
      let isDots = result[start...].allSatisfy { $0 == dot }
      if isDots, count == 1 {
        result.removeLast()
      } else if isDots, count == 2 {
        result.removeLast(2)
        if result.last == slash { result.removeLast() }
        removeLast()
      }
      while result.last == slash { result.removeLast() }
      if !result.isEmpty { result.append(slash) }
      start = result.count
    }
    finish()
    for byte in path.utf8 {
      if byte == slash { finish() } else { result.append(byte) }
    }
    finish()
    if !result.isEmpty { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
