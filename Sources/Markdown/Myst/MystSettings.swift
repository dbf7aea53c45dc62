public import DocTree

/// The config values of MyST besides those of ``MySTInline`` and of extensions. They are called as
/// MyST's, and have its defaults.
public enum MystSettings {
  /// Whether nothing but CommonMark is read.
  public static let commonmarkOnly = ConfigKey(
    "myst.commonmark_only", default: false, affects: .read)
  /// Whether nothing but GitHub's Markdown is read.
  public static let gfmOnly = ConfigKey("myst.gfm_only", default: false, affects: .read)
  /// Names of syntax that is switched off: markdown-it's, such as `emphasis`.
  public static let disabledSyntax = ConfigKey(
    "myst.disable_syntax", default: [String](), affects: .read)
  /// Whether links to other sites open in a new tab.
  public static let linksOpenTabs = ConfigKey(
    "myst.links_external_new_tab", default: false, affects: .read)
  /// Languages whose code blocks are directives.
  public static let fencesAsDirectives = ConfigKey(
    "myst.fence_as_directive", default: [String](), affects: .read)
  /// Whether the title in the front matter is a heading.
  public static let titleToHeader = ConfigKey(
    "myst.title_to_header", default: false, affects: .read)
  /// Metadata for search engines.
  public static let htmlMeta = ConfigKey<[String: ConfigValue]>(
    "myst.html_meta", default: [:], affects: .read)
  /// How fast readers are, for what `wordcount-minutes` says.
  public static let wordsPerMinute = ConfigKey(
    "myst.words_per_minute", default: 200, affects: .read,
    refusing: { $0 > 0 ? nil : "a whole number from 1" })
  /// The two characters that are doubled around substitutions.
  public static let substitutionDelimiters = ConfigKey(
    "myst.sub_delimiters", default: ["{", "}"], affects: .read,
    refusing: {
      $0.count == 2 && $0.allSatisfy { $0.unicodeScalars.count == 1 } ? nil : "two characters"
    })
  /// Whether a page tells MathJax to leave dollar signs alone. Known, and without effect: pages
  /// bring no MathJax, and whoever adds it says what it looks at.
  public static let updatesMathJax = ConfigKey(
    "myst.update_mathjax", default: true, affects: .write)
  /// The class names of what MathJax looks at. Known, and without effect as ``updatesMathJax``.
  public static let mathJaxClasses = ConfigKey(
    "myst.mathjax_classes", default: "tex2jax_process|mathjax_process|math|output_area",
    affects: .write)
  /// Whether a fence of colons ends only with as many of them.
  public static let exactColonFences = ConfigKey(
    "myst.colon_fence_exact_match", default: false, affects: .read)
  /// The same as `suppress_warnings`.
  public static let suppressedWarnings = ConfigKey(
    "myst.suppress_warnings", default: [String](), affects: .write)
  /// Whether code is highlighted in docutils' dialect. Known, and without effect: in a tree, code is
  /// one text.
  public static let highlightsCode = ConfigKey(
    "myst.highlight_code_blocks", default: true, affects: .read)
  /// Other projects: their address, and the file that lists what can be linked to; nothing for the
  /// one at the address.
  public static let inventories = ConfigKey<[String: [String?]]>(
    "myst.inventories", default: [:], affects: .resolve,
    refusing: {
      $0.values.allSatisfy { $0.count == 2 && $0[0] != nil }
        ? nil : "a map of names to lists of two: an address, and a file or nothing"
    })

  /// What holds for the whole project, so that front matter cannot set it.
  static let globalNames: Set<String> = [
    "heading_slug_func", "update_mathjax", "mathjax_classes", "suppress_warnings", "inventories",
  ]

  static func register(in registry: inout Registry) {
    registry.add(config: commonmarkOnly)
    registry.add(config: gfmOnly)
    registry.add(config: disabledSyntax)
    registry.add(config: linksOpenTabs)
    registry.add(config: fencesAsDirectives)
    registry.add(config: titleToHeader)
    registry.add(config: htmlMeta)
    registry.add(config: wordsPerMinute)
    registry.add(config: substitutionDelimiters)
    registry.add(config: updatesMathJax)
    registry.add(config: mathJaxClasses)
    registry.add(config: exactColonFences)
    registry.add(config: suppressedWarnings)
    registry.add(config: highlightsCode)
    registry.add(config: inventories)
  }
}
