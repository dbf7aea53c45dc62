public import DocTree
import DocTreeMarkdown
import Translators

/// What DocTree comes with.
public enum Builtins {
  /// Each line is a feature: without the line and its folder, DocTree is without the feature.
  public static let extensions: [any Extension] = [
    StandardKinds(),
    StandardTransforms(),
    MarkdownExtension(),
    HTMLFormat(),
    TextFormat(),
    XMLFormat(),
    PseudoXMLFormat(),
    JSONFormat(),
  ]
}
