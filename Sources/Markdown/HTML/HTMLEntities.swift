internal import CCmark

/// Entities in the values of attributes.
package enum HTMLEntities {
  /// The text with characters instead of entities. What is none, such as `&` alone, stays.
  package static func decode(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.utf8.firstIndex(of: 0x26) {
      result += rest[..<start]
      rest = rest[start...]
      let name = rest.utf8.dropFirst().prefix { byte in
        byte == 0x23 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
      }
      guard !name.isEmpty, name.count <= 33, name.endIndex < rest.endIndex,
        rest.utf8[name.endIndex] == 0x3B
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      let end = rest.utf8.index(after: name.endIndex)
      result += character(String(rest[..<end]))
      rest = rest[end...]
    }
    return result + rest
  }

  /// The character that a single entity stands for.
  private static func character(_ entity: String) -> String {
    switch entity {
    // Nearly all are one of these. libcmark knows the others.
    case "&amp;": return "&"
    case "&lt;": return "<"
    case "&gt;": return ">"
    case "&quot;": return "\""
    default: break
    }
    guard let root = cmark_parse_document(entity, entity.utf8.count, CMARK_OPT_DEFAULT) else {
      return entity
    }
    defer { cmark_node_free(root) }
    var result = ""
    var text = cmark_node_first_child(root).flatMap { cmark_node_first_child($0) }
    while let node = text {
      result += CmarkText.string(cmark_node_get_literal(node))
      text = cmark_node_next(node)
    }
    return result
  }
}
