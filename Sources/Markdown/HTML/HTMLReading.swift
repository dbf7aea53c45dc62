internal import DocTree

/// Puts nodes in the places of the HTML that rules know.
struct HTMLReading: Sendable {
  private let rules: [any HTMLRule]
  private let tags: [String]
  /// The lengths of the tags, as bits.
  private let lengths: UInt64

  init(registry: Registry, configuration: Configuration) {
    rules = registry.htmlRules.compactMap { $0.configured(by: configuration) }
    tags = Set(rules.flatMap(\.tags)).sorted()
    lengths = tags.reduce(0) { $0 | 1 << UInt64(min($1.utf8.count, 63)) }
  }

  /// - Parameters:
  ///   - roots: elements whose contents are looked through.
  ///   - source: the text that they were read from.
  /// - Throws: what a rule throws, `MarkupError` apart.
  func apply(to roots: [Element], of source: SourceBuffer, in context: MystParseContext) throws {
    guard !rules.isEmpty, source.bytes.contains(0x3C) else { return }
    for root in roots {
      var results: [ObjectIdentifier: [Node]] = [:]
      var parents: [Element] = []
      for html in root.findAll(Raw.self, includeSelf: false) {
        guard let parent = html.parent, let nodes = try nodes(html, in: context) else { continue }
        if parents.last !== parent { parents.append(parent) }
        results[ObjectIdentifier(html)] = nodes
      }
      if results.isEmpty { continue }
      // For each parent at once, as it may have many.
      var done: Set<ObjectIdentifier> = []
      for parent in parents where done.insert(ObjectIdentifier(parent)).inserted {
        var children: [Node] = []
        for child in parent.removeChildren() {
          if let nodes = results[ObjectIdentifier(child)] {
            children += nodes
          } else {
            children.append(child)
          }
        }
        // What has no parent is no ancestor, unless it is the root.
        if children.allSatisfy({ $0.parent == nil && $0 !== root }) {
          parent.appendNew(children)
        } else {
          try parent.setChildren(children)
        }
      }
    }
  }

  private func nodes(_ html: Raw, in context: MystParseContext) throws -> [Node]? {
    guard html.format == "html", mayBeginWithTag(html.text) else { return nil }
    context.position = html.position
    do {
      for rule in rules {
        if let nodes = try rule.nodes(html, in: context) { return nodes }
      }
      return nil
    } catch let error as MarkupError {
      return [
        context.document.report(
          error.severity, error.message, position: error.position ?? html.position)
      ]
    }
  }

  /// Whether HTML begins with a tag that a rule knows.
  private func mayBeginWithTag(_ html: String) -> Bool {
    var html = html
    return html.withUTF8 { bytes in
      guard let start = bytes.firstIndex(where: { !ByteClass.isSpace($0) }), bytes[start] == 0x3C
      else { return false }
      var end = start + 1
      while end < bytes.count, ByteClass.isAlphanumeric(bytes[end]) || bytes[end] == 0x2D {
        end += 1
      }
      let name = UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end])
      guard lengths & 1 << UInt64(min(name.count, 63)) != 0 else { return false }
      return tags.contains { tag in
        // Tags are in lower case, and digits and hyphens are not changed by the bit.
        tag.utf8.count == name.count && zip(tag.utf8, name).allSatisfy { $0 == $1 | 0x20 }
      }
    }
  }
}
