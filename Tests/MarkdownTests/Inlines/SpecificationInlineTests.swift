import DocTree
import Foundation
import Testing

@testable import DocTreeMarkdown

/// The examples of the specification, if they are there.
enum SpecificationExamples {
  static let folder: URL =
    ProcessInfo.processInfo.environment["DOCTREE_CONFORMANCE"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/conformance").standardized

  static let all: [String] = {
    var result: [String] = []
    for name in ["commonmark-0.30.json", "commonmark-0.31.2.json"] {
      guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)),
        let cases = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
      else { continue }
      result += cases.compactMap { $0["markdown"] as? String }
    }
    return result
  }()
}

/// Leaves that go through the machinery for MyST come out as libcmark reads them.
@Suite struct SpecificationInlineTests {
  /// The children of the paragraphs and headings of a document that libcmark has read alone.
  private func plainLeaves(_ markdown: String, _ registry: Registry) throws -> [String] {
    let document = try CommonMark().read(Source(markdown), in: ReadContext(registry: registry))
    var visitor = LeafVisitor()
    try document.walk(&visitor)
    return visitor.dumps
  }

  private struct LeafVisitor: NodeVisitor {
    var dumps: [String] = []
    mutating func visit(_ node: Node) -> VisitAction {
      guard let element = node.asElement else { return .continue }
      if element is Paragraph || element is Title || element is Rubric {
        dumps.append(element.children.map { $0.pseudoXML() }.joined())
        return .skipChildren
      }
      return .continue
    }
  }

  @Test("Examples of the specification", .enabled(if: !SpecificationExamples.all.isEmpty))
  func examples() throws {
    var count = 0
    for markdown in SpecificationExamples.all {
      let context = try InlineTestContext { $0[MySTInline.allLinksExternal] = true }
      let expected = try plainLeaves(markdown, context.registry)
      let leaves = SpecificationLeaves(markdown).leaves
      let batch = InlineBatch(in: context, syntax: context.syntax)
      for leaf in leaves {
        try context.document.append(leaf.element)
        batch.add(leaf)
      }
      try batch.parse()
      let actual = leaves.filter { $0.element.parent != nil }
        .map { $0.element.children.map { $0.pseudoXML() }.joined() }
      count += leaves.count
      #expect(actual == expected, "\(markdown.debugDescription)")
    }
    #expect(count > 1000)
  }
}
