import DocTree

extension PythonObjects {
  func fields(_ type: String) -> [DocField] {
    [
      DocField(
        label: "Parameters",
        names: ["param", "parameter", "arg", "argument", "keyword", "kwarg", "kwparam"],
        typeNames: ["paramtype", "type"], shape: .typed(collapses: true), typeRole: "class"),
      DocField(
        label: "Variables", names: ["var", "ivar", "cvar"], typeNames: ["vartype"],
        shape: .typed(collapses: true), typeRole: "class"),
      DocField(
        label: "Raises", names: ["raises", "raise", "exception", "except"],
        shape: .grouped(collapses: true), role: "exc"),
      .returns,
      DocField(label: "Return type", names: ["rtype"], bodyRole: "class"),
    ]
  }

  /// Links each name of a type: `dict[str, ~a.B] or None`. (Sphinx: PyXrefMixin.make_xrefs.)
  func link(
    _ text: String, role: String, as inner: LinkText, in context: any ParseContext
  ) -> [Node] {
    var isLiteral = false
    return PythonTypeText.parts(of: text).map { part in
      defer {
        if ["Literal", "typing.Literal", "~typing.Literal"].contains(part.text) {
          isLiteral = true
        }
      }
      return part.isName && !isLiteral
        ? reference(to: part.text, role: role, as: inner) : inner.node(part.text)
    }
  }

  private func reference(to name: String, role: String, as inner: LinkText) -> PendingXref {
    let xref = PendingXref()
    xref.refdomain = "py"
    xref.reftype = role
    xref.reftarget = name
    xref.refexplicit = false
    xref["refspecific"] = .flag(true)
    for key in ["py:module", "py:class"] { xref.set(key, to: AttributeValue.none) }
    var shown = name
    if name.hasPrefix("~") {
      xref.reftarget = String(name.dropFirst())
      shown = name.dropFirst().split(separator: ".").last.map(String.init) ?? ""
      xref.reftype = "class"
    } else if name.hasPrefix("typing.") {
      shown = String(name.dropFirst(7))
    }
    if name.hasPrefix("typing.") || name.hasPrefix("~typing.") { xref.reftype = "obj" }
    xref.appendNew([inner.node(shown)])
    return xref
  }
}

/// The text of a type, cut into names and what stands between them.
struct PythonTypeText {
  struct Part {
    let text: String
    let isName: Bool
  }

  private let characters: [Character]

  static func parts(of text: String) -> [Part] { PythonTypeText(characters: Array(text)).parts }

  private var parts: [Part] {
    var parts: [Part] = []
    var start = 0
    var index = 0
    while index < characters.count {
      guard let end = delimiterEnd(at: index) else {
        // White space that begins no delimiter does not begin one further on either.
        index = max(index + 1, pastSpace(index))
        continue
      }
      if start < index { parts.append(Part(text: text(start..<index), isName: true)) }
      parts.append(Part(text: text(index..<end), isName: false))
      start = end
      index = end
    }
    if start < index { parts.append(Part(text: text(start..<index), isName: true)) }
    return parts
  }

  private func text(_ range: Range<Int>) -> String { String(characters[range]) }

  private subscript(_ index: Int) -> Character? {
    index < characters.count ? characters[index] : nil
  }

  private func pastSpace(_ start: Int) -> Int {
    var index = start
    while let character = self[index], character.isWhitespace { index += 1 }
    return index
  }

  /// Behind `or` or `of` and one space; nil if none is there.
  private func pastWord(_ index: Int) -> Int? {
    guard self[index] == "o", let second = self[index + 1], second == "r" || second == "f",
      self[index + 2]?.isWhitespace == true
    else { return nil }
    return index + 3
  }

  private func delimiterEnd(at start: Int) -> Int? {
    let index = pastSpace(start)
    guard let character = self[index] else { return nil }
    if "[](),".contains(character) {
      let next = pastSpace(index + 1)
      return pastSpace(pastWord(next) ?? next)
    }
    if character == "|" { return pastSpace(index + 1) }
    if index > start { return pastWord(index).map(pastSpace) }
    return character == "." && self[index + 1] == "." && self[index + 2] == "." ? index + 3 : nil
  }
}
