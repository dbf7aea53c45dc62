public import DocTree
import DocTreeExtensions
import DocTreeMarkdown
import Translators

/// What DocTree comes with.
public enum Builtins {
  /// What the Markdown of the CommonMark specification and the formats need, without MyST's syntax,
  /// directives and roles. Registering less makes a short command shorter.
  public static let plain: [any Extension] = [
    StandardKinds(),
    StandardTransforms(),
    MarkdownExtension(),
    HTMLFormat(),
    TextFormat(),
    XMLFormat(),
    PseudoXMLFormat(),
    JSONFormat(),
  ]

  /// Each line is a feature: without the line and its folder, DocTree is without the feature.
  public static let extensions: [any Extension] = [
    StandardKinds(),
    StandardTransforms(),
    ProjectSettings(),
    MarkdownExtension(),
    MystBlocks(),
    MySTInlineSyntax(),
    HTMLElements(),
    TextRoles(),
    CrossReferences(),
    Navigation(),
    ObjectDescriptions(),
    PythonDomain(),
    CDomain(),
    CppDomain(),
    JavaScriptDomain(),
    HTMLFormat(),
    TextFormat(),
    XMLFormat(),
    PseudoXMLFormat(),
    JSONFormat(),
    ManFormat(),
    PageBuilders(),
    HTMLBuilders(),
    SingleHTML(),
    ManPages(),
    LinkCheck(),
    GettextCatalogs(),
    Epub(),
    AdmonitionDirectives(),
    BlockDirectives(),
    Cells(),
    Citations(),
    CodeDirectives(),
    ConditionDirectives(),
    Files(),
    Footnotes(),
    Design(),
    Diagrams(),
    Exercises(),
    GeneralIndex(),
    Inventories(),
    GlossaryDirectives(),
    ImageDirectives(),
    IncludeDirectives(),
    MathDirectives(),
    MetadataDirectives(),
    ModuleIndex(),
    Proofs(),
    TableDirectives(),
    TaskLists(),
    TableOfContentsDirectives(),
    TodoNotes(),
    Translations(),
    UnsupportedDirectives(),
    VersionDirectives(),
  ]
}
