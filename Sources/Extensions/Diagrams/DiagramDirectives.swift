import DocTree

/// The programs of Graphviz that place nodes.
enum GraphLayout: String, Decodable, Sendable, CaseIterable {
  case dot, neato, twopi, circo, fdp, osage, patchwork, sfdp
}

protocol DiagramOptions: NamingOptions {
  var align: HorizontalAlignment? { get }
  var alt: String? { get }
  var caption: String? { get }
}

struct MermaidOptions: DiagramOptions {
  var align: HorizontalAlignment?
  var alt: String?
  var caption: String?
  var `class`: ClassNames?
  /// Settings of Mermaid in JSON.
  var config: String?
  var name: String?
  /// What the picture has as its title.
  var title: String?

  /// What stands before the text: settings and title, as Mermaid has them in front matter.
  /// (sphinxcontrib-mermaid: Mermaid.run.)
  var frontMatter: String {
    let config = config.map { "config: " + $0.lines.map(\.trimmed).joined(separator: " ") }
    let lines = [config, title.map { "title: \($0)" }].compactMap { $0 }
    return lines.isEmpty ? "" : "---\n" + lines.joined(separator: "\n") + "\n---\n"
  }
}

struct GraphvizOptions: DiagramOptions {
  var align: HorizontalAlignment?
  var alt: String?
  var caption: String?
  var `class`: ClassNames?
  var layout: GraphLayout?
  /// The old name of the layout.
  var graphvizDot: GraphLayout?
  var name: String?

  enum CodingKeys: String, CodingKey {
    case align, alt, caption, layout, name, `class`
    case graphvizDot = "graphviz_dot"
  }
}

extension DiagramOptions {
  /// A diagram, in a figure if it has a caption.
  ///
  /// - Throws: what the inline text of the caption throws.
  func finish<Options: Sendable>(
    _ diagram: Diagram, _ call: DirectiveCall<Options>, in context: any ParseContext
  ) throws -> [Node] {
    diagram.position = call.position
    diagram.alt = alt
    guard let caption else {
      diagram.align = align?.rawValue
      apply(to: diagram, in: context)
      return [diagram]
    }
    diagram.classes = classNames
    let text = try context.parseInline(caption, as: Caption.self, at: call.position(of: "caption"))
    let figure = Figure(children: [diagram, text], position: call.position)
    figure.align = align?.rawValue
    applyName(to: figure, in: context)
    return [figure]
  }
}

extension Directive {
  /// The text of a diagram: the directive's content, or a file that its argument names.
  ///
  /// - Throws: ``MarkupError`` if there are both or neither, or the file cannot be read.
  fileprivate func source(
    of call: DirectiveCall<Options>, in context: any ParseContext
  ) throws -> String {
    let isEmpty = call.text.allSatisfy(\.isWhitespace)
    guard call.argument.isEmpty else {
      guard isEmpty else {
        throw MarkupError(
          "\"\(call.name)\" cannot have both content and a file name as its argument",
          at: call.argumentPosition)
      }
      let source = try context.readFile(call.argument, namedAt: call.argumentPosition)
      return TextEncoding.utf8.decode(source.bytes)
    }
    guard !isEmpty else {
      throw MarkupError("\"\(call.name)\" needs content, or the name of a file as its argument")
    }
    return call.text.lines.joined(separator: "\n")
  }
}

struct MermaidDirective: Directive {
  typealias Options = MermaidOptions

  let argument = DirectiveArgument.optionalWord
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<MermaidOptions>, in context: any ParseContext) throws -> [Node] {
    let diagram = Mermaid(
      text: call.options.frontMatter + (try source(of: call, in: context)))
    return try call.options.finish(diagram, call, in: context)
  }
}

struct GraphvizDirective: Directive {
  typealias Options = GraphvizOptions

  let argument = DirectiveArgument.optionalWord
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<GraphvizOptions>, in context: any ParseContext) throws -> [Node] {
    let diagram = Graphviz(text: try source(of: call, in: context))
    diagram.layout = (call.options.layout ?? call.options.graphvizDot)?.rawValue
    return try call.options.finish(diagram, call, in: context)
  }
}

/// `graph` and `digraph`: the argument is the graph's name, the content its statements.
struct NamedGraphDirective: Directive {
  typealias Options = GraphvizOptions

  let keyword: String
  let argument = DirectiveArgument.requiredWord
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<GraphvizOptions>, in context: any ParseContext) throws -> [Node] {
    let statements = call.text.lines.joined(separator: "\n")
    let diagram = Graphviz(text: "\(keyword) \(call.argument) {\n\(statements)\n}")
    diagram.layout = (call.options.layout ?? call.options.graphvizDot)?.rawValue
    return try call.options.finish(diagram, call, in: context)
  }
}
