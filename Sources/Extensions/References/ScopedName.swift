/// A name in C or C++, and the scopes that it is looked up in. (Sphinx: Symbol.find_name.)
struct ScopedName {
  /// The full names that it may be, those in inner scopes first.
  let candidates: [String]

  /// - Parameter key: the names and ids of the scopes around the reference, as trees show them:
  ///   `[(std, None), (vector, _CPPv46vector)]`; nil for none.
  init(_ target: String, in key: String?, domain: String) {
    let separator = domain == "c" ? "." : "::"
    var name = target
    // What a function takes does not matter, as long as one of that name is there.
    if domain == "cpp", !name.contains("operator"), let parenthesis = name.firstIndex(of: "(") {
      name = String(name[..<parenthesis]).stripped
    }
    let isGlobal = name.hasPrefix(separator)
    if isGlobal { name.removeFirst(separator.utf8.count) }
    var scope = isGlobal ? [] : key.map(Self.names(ofKey:)) ?? []
    var result: [String] = []
    while true {
      result.append((scope + [name]).joined(separator: separator))
      if scope.popLast() == nil { break }
    }
    candidates = result
  }

  /// The names of a key. A name may have commas in it, an id has none.
  private static func names(ofKey key: String) -> [String] {
    key.dropFirst(2).dropLast(2).description.parts(separatedBy: "), (").compactMap { item in
      item.lastIndex(of: ",").map { String(item[..<$0]) }
    }
  }
}
