internal import DocTree

/// `html_meta`: metadata for search engines. (MyST: html_meta_to_nodes.)
enum HTMLMetadata {
  /// - Parameter values: by the name, behind which attributes can stand: `description lang=en`.
  static func nodes(_ values: [String: ConfigValue], in document: Document) throws -> [Node] {
    // In the order in which they are written.
    values.sorted { left, right in
      let places = (left.value.position, right.value.position)
      return (places.0.line, places.0.column, left.key) < (
        places.1.line, places.1.column, right.key
      )
    }.map { name, value in
      do throws(MarkupError) {
        return try node(name, value)
      } catch {
        return document.report(
          .error, "Error parsing meta tag attribute \"\(name)\": \(error.message).",
          position: value.position)
      }
    }
  }

  private static func node(_ name: String, _ value: ConfigValue) throws(MarkupError) -> Node {
    let content = value.isNull ? "" : ValueText.python(value)
    guard !content.isEmpty else { throw MarkupError("No content") }
    let meta = Meta(children: [], position: value.position)
    meta.content = content
    for (index, part) in name.split(whereSeparator: \.isWhitespace).enumerated() {
      guard let equals = part.firstIndex(of: "=") else {
        guard index == 0 else { throw MarkupError("no '=' in \(part)") }
        meta.name = String(part)
        continue
      }
      let attribute = part[..<equals].lowercased()
      let text = String(part[part.index(after: equals)...])
      guard !attribute.isEmpty, !text.isEmpty else { throw MarkupError("malformed \(part)") }
      meta[attribute] = .string(text)
    }
    return meta
  }
}
