internal import DocTree

/// Puts nodes in the places of the HTML that rules know.
struct HTMLReading: Sendable {
  private let rules: [any HTMLRule]
  private let tags: Set<String>

  init(registry: Registry, configuration: Configuration) {
    rules = registry.htmlRules.compactMap { $0.configured(by: configuration) }
    tags = Set(rules.flatMap(\.tags))
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
      // For each parent at once, as it may have many.
      var done: Set<ObjectIdentifier> = []
      for parent in parents where done.insert(ObjectIdentifier(parent)).inserted {
        try parent.setChildren(
          parent.removeChildren().flatMap { results[ObjectIdentifier($0)] ?? [$0] })
      }
    }
  }

  private func nodes(_ html: Raw, in context: MystParseContext) throws -> [Node]? {
    guard html.format == "html", tags.contains(Self.firstTag(html.text)) else { return nil }
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

  /// The name of the tag that HTML begins with, in lower case; empty if it begins with none.
  private static func firstTag(_ html: String) -> String {
    let start = html.utf8.drop(while: ByteClass.isSpace)
    guard start.first == 0x3C else { return "" }
    let name = start.dropFirst().prefix { ByteClass.isAlphanumeric($0) || $0 == 0x2D }
    return String(Substring(name)).lowercased()
  }
}
