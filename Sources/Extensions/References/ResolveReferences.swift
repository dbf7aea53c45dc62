public import DocTree

/// Turns the cross references of a document into links to what they point to in it. What is not found
/// is warned of, and only its text stays. (Sphinx: ReferencesResolver.)
public struct ResolveReferences: Transform {
  public let phase = Phase.resolve
  public let kinds: [Node.Type]? = [PendingXref.self]

  /// Whether figures and tables are numbered. (Sphinx: numfig.)
  public static let numbersFigures = ConfigKey("numfig", default: false, affects: .resolve)
  /// Whether every reference that points to nothing is warned of. (Sphinx: nitpicky.)
  public static let isNitpicky = ConfigKey("nitpicky", default: false, affects: .resolve)
  /// What a reference to a formula says; `{number}` stands for its number.
  /// (Sphinx: math_eqref_format, without the parentheses.)
  public static let equationFormat = ConfigKey(
    "math_eqref_format", default: "({number})", affects: .resolve)

  /// The domains in which links look for their targets; nil for all. (MyST: myst_ref_domains.)
  public static let searchedDomains = ConfigKey<[String]?>(
    "myst.ref_domains", default: nil, affects: .resolve)

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    let scopes = ScopeReader()
    // A document by itself often describes nothing that links would have to be looked up among.
    let describesThings =
      !context.isAlone
      || !document.findAllDescribing([Term.self, MathBlock.self, DescSignature.self]).isEmpty
      || document.findAll(Target.self).contains { $0.module != nil }
    for xref in document.findAll(PendingXref.self) {
      // One that stood in the text of another went with it.
      guard xref.document === document else { continue }
      let resolver = ReferenceResolver(
        document: document, project: try context.project, configuration: context.configuration,
        sources: context.registry.referenceSources, scopes: scopes,
        describesThings: describesThings, xref: xref)
      try resolver.resolve()
    }
  }
}
