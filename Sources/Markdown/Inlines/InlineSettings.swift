public import DocTree

/// The config values that inline syntax goes by. They are called as MyST's.
public enum MySTInline {
  /// The names of MyST's syntax extensions that are switched on.
  public static let extensions = ConfigKey<[String]>(
    "myst.enable_extensions", default: [], affects: .read, among: extensionNames)
  /// All that can be switched on.
  public static let extensionNames = [
    "alert", "amsmath", "attrs_block", "attrs_image", "attrs_inline", "colon_fence", "deflist",
    "dollarmath", "fieldlist", "gfm_autolink", "html_admonition", "html_image", "linkify",
    "replacements", "section_ref", "smartquotes", "strikethrough", "substitution", "tasklist",
  ]
  /// Whether `$ a $` is a formula.
  public static let mathAllowsSpace = ConfigKey(
    "myst.dmath_allow_space", default: true, affects: .read)
  /// Whether a formula may stand beside a digit: `1$a$`.
  public static let mathAllowsDigits = ConfigKey(
    "myst.dmath_allow_digits", default: true, affects: .read)
  /// Whether `$$…$$ (label)` is a formula with a label.
  public static let mathAllowsLabels = ConfigKey(
    "myst.dmath_allow_labels", default: true, affects: .read)
  /// Whether `$$a$$` in text is a displayed formula.
  public static let doubleMath = ConfigKey(
    "myst.dmath_double_inline", default: false, affects: .read)
  /// Whether one tilde strikes through, too.
  public static let singleTilde = ConfigKey(
    "myst.strikethrough_single_tilde", default: false, affects: .read)
  /// Whether `linkify` takes `example.com` without a scheme for a link.
  public static let fuzzyLinks = ConfigKey(
    "myst.linkify_fuzzy_links", default: true, affects: .read)
  /// Whether every link is an address, as in CommonMark.
  public static let allLinksExternal = ConfigKey(
    "myst.all_links_external", default: false, affects: .read)
  /// The values of substitutions.
  public static let substitutions = ConfigKey<[String: ConfigValue]>(
    "myst.substitutions", default: [:], affects: .read)
  /// The schemes of addresses outside the project, and what becomes of them.
  public static let urlSchemes = ConfigKey<URLSchemes>(
    "myst.url_schemes",
    default: [
      "http": URLScheme(), "https": URLScheme(), "mailto": URLScheme(), "ftp": URLScheme(),
    ],
    affects: .read)

  static func isEnabled(_ name: String, in configuration: Configuration) -> Bool {
    configuration[extensions].contains(name)
  }
}

/// MyST's inline syntax as an extension.
public struct MySTInlineSyntax: Extension {
  public let name = "myst.inlines"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(syntax: DollarMath())
    registry.add(syntax: SubstitutionSyntax())
    registry.add(syntax: RoleSyntax())
    registry.add(syntax: FootnoteReferenceSyntax())
    registry.add(syntax: SectionReferenceSyntax())
    registry.add(transform: ResolveSectionReferences())
    registry.add(config: MySTInline.extensions)
    registry.add(config: MySTInline.mathAllowsSpace)
    registry.add(config: MySTInline.mathAllowsDigits)
    registry.add(config: MySTInline.mathAllowsLabels)
    registry.add(config: MySTInline.doubleMath)
    registry.add(config: MySTInline.singleTilde)
    registry.add(config: MySTInline.fuzzyLinks)
    registry.add(config: MySTInline.allLinksExternal)
    registry.add(config: MySTInline.substitutions)
    registry.add(config: MySTInline.urlSchemes)
    registry.add(kinds: PendingXref.self, DownloadReference.self)
  }
}
