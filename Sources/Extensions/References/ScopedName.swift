/// A name in C or C++, and the scopes that it is looked up in. (Sphinx: Symbol.find_name.)
struct ScopedName {
  /// The full names that it may be, those in inner scopes first.
  let candidates: [String]

  /// - Parameter scope: the names of the scopes around the reference, from the outermost one.
  init(_ target: String, in scope: [String], domain: String) {
    let separator = domain == "c" ? "." : "::"
    var name = target
    // What a function takes does not matter, as long as one of that name is there.
    if domain == "cpp", !name.contains("operator"), let parenthesis = name.firstIndex(of: "(") {
      name = String(name[..<parenthesis]).trimmed
    }
    if domain == "cpp" { name = Self.withoutTemplate(name) }
    let isGlobal = name.hasPrefix(separator)
    if isGlobal { name.removeFirst(separator.utf8.count) }
    var scope = isGlobal ? [] : scope
    var result: [String] = []
    while true {
      result.append((scope + [name]).joined(separator: separator))
      if scope.popLast() == nil { break }
    }
    candidates = result
  }

  /// The name of the template that a name with arguments at its end is made of.
  static func withoutTemplate(_ name: String) -> String {
    guard name.utf8.last == UInt8(ascii: ">"), !name.contains("operator") else { return name }
    var depth = 0
    for index in name.utf8.indices.reversed() {
      switch name.utf8[index] {
      case UInt8(ascii: ">"): depth += 1
      case UInt8(ascii: "<"): depth -= 1
      default: break
      }
      if depth == 0 { return String(name[..<index]) }
    }
    return name
  }
}

/// The scopes around references. Many stand in the same ones, whose ids may be as long as all that
/// they stand in.
final class ScopeReader {
  private var lastKey = "[]"
  private var lastNames: [String] = []

  /// - Parameter key: the names and ids of the scopes, as trees show them:
  ///   `[(std, None), (vector, _CPPv46vector)]`; nil for none.
  func names(ofKey key: String?) -> [String] {
    guard let key else { return [] }
    if key == lastKey { return lastNames }
    lastKey = key
    // A name may have commas in it, an id has none.
    lastNames = key.dropFirst(2).dropLast(2).description.parts(separatedBy: "), (").compactMap {
      item in item.lastIndex(of: ",").map { String(item[..<$0]) }
    }
    return lastNames
  }
}
