internal import DocTree

extension HTMLTranslator {
  /// Writes a start tag. (docutils: _html_base.HTMLTranslator.starttag.)
  mutating func writeTag(
    _ tag: String, _ node: Element?, _ leading: [String], _ classes: [String],
    _ attributes: [(String, String?)], isEmpty: Bool
  ) {
    var all = attributes
    var otherIDs: ArraySlice<String> = []
    if !isCommonMark {
      addClasses(leading, node, classes, to: &all)
      if let node, let first = node.ids.first {
        all.append(("id", first))
        otherIDs = node.ids.dropFirst()
        if isEmpty || Self.takesNoSpan(node) {
          writeSpans(otherIDs)
          otherIDs = []
        }
      }
    } else if !leading.isEmpty || !classes.isEmpty {
      all.append(("class", (leading + classes).joined(separator: " ")))
    }
    if all.count > 1 { all.sort { $0.0 < $1.0 } }
    buffer.put("<")
    buffer.write(tag)
    for (name, value) in all {
      guard let value else { continue }
      buffer.put(" ")
      buffer.write(name)
      buffer.put("=\"")
      buffer.writeEscaped(value)
      buffer.put("\"")
    }
    buffer.put(isEmpty ? " />" : ">")
    writeSpans(otherIDs)
  }

  private func addClasses(
    _ leading: [String], _ node: Element?, _ classes: [String],
    to attributes: inout [(String, String?)]
  ) {
    var result = leading
    if let node, node.hasRareAttributes {
      for name in node.classes where !result.contains(name) {
        if name.hasPrefix("language-") {
          // A class says of what language a text is.
          if !attributes.contains(where: { $0.0 == "lang" }) {
            attributes.append(("lang", String(name.dropFirst(9))))
          }
        } else if !(node is Table && name.hasPrefix("colwidths-")) {
          result.append(name)
        }
      }
    }
    for name in classes where !result.contains(name) { result.append(name) }
    if !result.isEmpty { attributes.append(("class", result.joined(separator: " "))) }
  }

  private func writeSpans(_ ids: ArraySlice<String>) {
    for id in ids {
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
