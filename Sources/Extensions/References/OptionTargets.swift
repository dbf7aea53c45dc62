import DocTree

extension ReferenceResolver {
  /// How many words in front of an option may name its program.
  private static var wordLimit: Int { 32 }

  /// The option that a reference names: one of the program around it, whatever value stands behind its
  /// name, or else one of the program whose name stands in front of it.
  /// (Sphinx: StandardDomain._resolve_option_xref.)
  func resolvedOption() -> ObjectFact? {
    var name = target.trimmed[...]
    let around = xref.hasRareAttributes ? xref["std:program"] : nil
    let program = around == AttributeValue.none ? nil : around?.text
    if let found = option(name, of: program) { return found }
    // Most names are one word.
    guard name.utf8.contains(where: { $0 <= 0x20 || $0 == 0x3D || $0 >= 0x80 }) else { return nil }
    for sign in ["=", "[=", " "] {
      let stem = String(name).parts(separatedBy: sign)[0]
      if stem.utf8.count < name.utf8.count, let found = option(stem, of: program) { return found }
    }
    var words: [Substring] = []
    while words.count < Self.wordLimit, let space = name.firstIndex(where: \.isWhitespace) {
      words.append(name[..<space])
      name = name[space...].drop(while: \.isWhitespace)
      if let found = option(name, of: words.joined(separator: "-")) { return found }
    }
    return nil
  }

  private func option(_ name: some StringProtocol, of program: String?) -> ObjectFact? {
    let fact = project.fact(
      ObjectFact.self, "std:" + ObjectNames.option(String(name), of: program))
    return fact?.all.first { $0.isOption }
  }
}
