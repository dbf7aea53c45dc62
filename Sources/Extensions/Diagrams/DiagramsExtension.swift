public import DocTree
import Translators

/// Diagrams that are drawn from text: `mermaid` by the reader's browser, and `graphviz`, `graph` and
/// `digraph` by the program `dot` where it is installed. (Sphinx: ext.graphviz, sphinxcontrib-mermaid.)
public struct Diagrams: Extension {
  public let name = "diagrams"

  /// The program that draws graphs. (Sphinx: graphviz_dot.)
  public static let dot = ConfigKey("graphviz_dot", default: "dot", affects: .write)
  /// Arguments for it besides the format. (Sphinx: graphviz_dot_args.)
  public static let dotArguments = ConfigKey(
    "graphviz_dot_args", default: [String](), affects: .write)
  /// How many seconds it may take for one graph.
  public static let timeout = ConfigKey("graphviz_timeout", default: 10, affects: .write)

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: Self.dot)
    registry.add(config: Self.dotArguments)
    registry.add(config: Self.timeout)
    registry.add(directive: "mermaid", MermaidDirective())
    registry.add(directive: "graphviz", GraphvizDirective())
    registry.add(directive: "graph", NamedGraphDirective(keyword: "graph"))
    registry.add(directive: "digraph", NamedGraphDirective(keyword: "digraph"))
    registry.add(Mermaid.self, html: MermaidHTML.self, text: DiagramText.self)
    registry.add(Graphviz.self, html: GraphvizHTML.self, text: DiagramText.self)
    registry.add(DiagramMan<Mermaid>.self)
    registry.add(DiagramMan<Graphviz>.self)
  }
}

/// A diagram as the text that it is drawn from.
open class Diagram: PureTextElement {
  /// What is read out where the picture cannot be seen.
  public final var alt: String?
  /// Where it stands in its line.
  public final var align: String?

  open override class var schema: Schema {
    Schema(
      [.general, .body, .inline],
      attributes: [Attribute("alt", \Diagram.alt), Attribute("align", \Diagram.align)])
  }
}

/// A diagram in Mermaid's language.
public final class Mermaid: Diagram {}

/// A graph in the language of Graphviz.
public final class Graphviz: Diagram {
  /// The layout engine where it is not that of the configuration: `neato`, `circo`.
  public var layout: String?

  public override class var schema: Schema {
    Schema(attributes: [Attribute("layout", \Graphviz.layout)])
  }
}
