internal import DocTree

extension HTMLTranslator {
  /// Writes a start tag. (docutils: _html_base.HTMLTranslator.starttag.)
  mutating func writeTag(
    _ tag: String, _ node: Element?, _ leading: [String], _ classes: [String],
    _ attributes: [(String, String?)], isEmpty: Bool
  ) {
    var ids: [String] = []
    var own: [String] = []
    let hasOwn = !isCommonMark && node?.hasRareAttributes ?? false
    if !hasOwn, attributes.isEmpty, leading.isEmpty, classes.isEmpty {
      buffer.put("<")
      buffer.write(tag)
      return buffer.put(isEmpty ? " />" : ">")
    }
    if hasOwn, let node {
      ids = node.ids
      own = node.classes
    }
    let spansStandBefore = ids.count > 1 && (isEmpty || node.map(Self.takesNoSpan) ?? false)
    if spansStandBefore { writeSpans(ids) }
    buffer.put("<")
    buffer.write(tag)
    // Most tags have no others.
    if attributes.isEmpty {
      writeClasses(leading, own, node, classes)
      if let first = ids.first { write("id", first) }
      if let language = Self.language(in: own) { write("lang", language) }
    } else {
      write(attributes, leading, own, node, classes, id: ids.first)
    }
    buffer.put(isEmpty ? " />" : ">")
    if !spansStandBefore { writeSpans(ids) }
  }

  private func write(_ name: String, _ value: String) {
    buffer.put(" ")
    buffer.write(name)
    buffer.put("=\"")
    buffer.writeEscaped(value)
    buffer.put("\"")
  }

  /// Writes attributes in the order of their names, with classes, id and language among them.
  private func write(
    _ attributes: [(String, String?)], _ leading: [String], _ own: [String], _ node: Element?,
    _ classes: [String], id: String?
  ) {
    let sorted = attributes.count > 1 ? attributes.sorted { $0.0 < $1.0 } : attributes
    let language = sorted.contains { $0.0 == "lang" } ? nil : Self.language(in: own)
    var written = 0
    /// Writes those of the three that stand before an attribute.
    func writeCommon(before name: String?) {
      if written < 1, name.map({ "class" < $0 }) ?? true {
        writeClasses(leading, own, node, classes)
        written = 1
      }
      if written == 1, name.map({ "id" < $0 }) ?? true {
        if let id { write("id", id) }
        written = 2
      }
      if written == 2, name.map({ "lang" < $0 }) ?? true {
        if let language { write("lang", language) }
        written = 3
      }
    }
    for (name, value) in sorted {
      writeCommon(before: name)
      if let value { write(name, value) }
    }
    writeCommon(before: nil)
  }

  /// Writes the classes, each once; all of them in the profile `commonmark`.
  private func writeClasses(
    _ leading: [String], _ own: [String], _ node: Element?, _ classes: [String]
  ) {
    var isFirst = true
    func write(_ name: String) {
      if isFirst { buffer.put(" class=\"") } else { buffer.put(" ") }
      isFirst = false
      buffer.writeEscaped(name)
    }
    for name in leading { write(name) }
    // Few names are looked through, as that costs less.
    func isNew(_ index: Int, in names: [String], _ seen: inout DistinctNames) -> Bool {
      names.count > DistinctNames.fewCount
        ? seen.insert(names[index]) : !names[..<index].contains(names[index])
    }
    func isShown(_ name: String) -> Bool {
      !Self.isLanguage(name) && !(name.hasPrefix("colwidths-") && node is Table)
    }
    var seen = DistinctNames()
    for (index, name) in own.enumerated()
    where isShown(name) && isNew(index, in: own, &seen) && !leading.contains(name) {
      write(name)
    }
    let ownNames = DistinctNames(own)
    seen = DistinctNames()
    for (index, name) in classes.enumerated()
    where isCommonMark
      || !leading.contains(name) && !(ownNames.contains(name) && isShown(name))
        && isNew(index, in: classes, &seen)
    {
      write(name)
    }
    if !isFirst { buffer.put("\"") }
  }

  /// The language of a text, which a class says.
  private static func language(in classes: [String]) -> String? {
    for name in classes where isLanguage(name) { return String(name.dropFirst(9)) }
    return nil
  }

  private static func isLanguage(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: "l") && name.hasPrefix("language-")
  }

  /// Ids behind the first become spans.
  private func writeSpans(_ ids: [String]) {
    for id in ids.dropFirst() {
      buffer.put("<span id=\"")
      buffer.writeEscaped(id)
      buffer.put("\"></span>")
    }
  }

  /// Whether HTML allows no span as a child.
  private static func takesNoSpan(_ node: Element) -> Bool {
    switch node {
    case is BulletList, is EnumeratedList, is DefinitionList, is FieldList, is OptionList,
      is Docinfo, is Table, is Desc:
      true
    default: false
    }
  }
}
