import DocTree
import DocTreeProject

extension InspectOptions {
  /// Prints the tree after each phase. A line for a node has its position behind it.
  func run(_ registry: Registry) throws -> ExitStatus {
    let project = try settings.configuration(registry)
    let isInput = file == "-"
    let path = Path(isInput ? "stdin.md" : file)
    guard let format = project.sourceFormat(of: path, registry: registry) else {
      throw InvalidOption("no source format is known by the suffix of '\(file)'")
    }
    let bytes = isInput ? try FileSystem.readStandardInput() : try FileSystem.read(path)
    let source = Source(file: SourceFile(isInput ? "<stdin>" : file), bytes: bytes)
    let document = try format.read(
      source, in: ReadContext(registry: registry, configuration: project.values))
    for (phase, name) in [(Phase.read, "read"), (.local, "transformed"), (.resolve, "resolved")] {
      try document.applyTransforms(phase, registry: registry, configuration: project.values)
      Report.write(Array("== \(name)\n\(TreeOutline.text(of: document))".utf8), to: .output)
    }
    var finder = ExcerptFinder(source)
    Report.diagnostics(ExcerptFinder.sorted(document.diagnostics.map { finder.locate($0) }))
    return ExitStatus(document.diagnostics.lazy.map(\.severity), strict: false)
  }
}

/// A tree as lines, with the position of each node.
enum TreeOutline {
  /// Deeper nodes are indented no further.
  private static let depthLimit = 100

  static func text(of document: Document) -> String {
    var visitor = Visitor()
    // The visitor throws nothing.
    _ = try? document.walkabout(&visitor)
    return visitor.lines
  }

  private struct Visitor: NodeVisitor {
    var lines = ""
    private var depth = 0

    init() {}

    mutating func visit(_ node: Node) -> VisitAction {
      let indent = String(repeating: "  ", count: min(depth, TreeOutline.depthLimit))
      let position = node.position
      let place =
        position.line > 0
        ? "  @\(position.line)" + (position.column > 0 ? ":\(position.column)" : "") : ""
      if let text = node.asText {
        lines += "\(indent)\(PythonLiteral.quoted(text.string))\(place)\n"
      } else if let element = node.asElement {
        lines += "\(indent)\(element.startTag)\(place)\n"
      }
      depth += 1
      return .continue
    }

    mutating func depart(_ node: Node) -> DepartAction {
      depth -= 1
      return .continue
    }
  }
}
