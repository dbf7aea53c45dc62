public import DocTree
import Translators

/// Theorems, definitions and their like, with numbers and labels, and proofs: `prf:theorem`, `prf:proof`,
/// `prf:ref`. (sphinx-proof.)
public struct Proofs: Extension {
  public let name = "proofs"

  /// The sorts of statements.
  static let types = [
    "axiom", "theorem", "lemma", "algorithm", "definition", "remark", "conjecture", "corollary",
    "criterion", "example", "property", "observation", "proposition", "assumption", "notation",
  ]

  /// The sort whose numbers another sort shares. (sphinx-proof: prf_realtyp_to_countertyp.)
  public static let counters = ConfigKey(
    "prf_realtyp_to_countertyp", default: [String: String](), affects: .read)

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: Self.counters)
    for type in Self.types {
      registry.add(directive: "prf:\(type)", StatementDirective(type: type))
    }
    registry.add(directive: "prf:proof", ProofDirective())
    registry.add(role: "prf:ref", CrossReferenceRole(domain: "prf", type: "ref"))
    // Admonitions, and written as such.
    registry.add(kinds: Statement.self, Proof.self)
    registry.add(ProofText.self)
    registry.add(Proof.self, man: ManFormat.indented())
    registry.add(pageData: ProofLabels.self)
    registry.add(globalStep: ProofStep())
    registry.add(enumerables: Statement.self)
    registry.add(transform: ResolveProofReferences())
  }
}

/// A theorem, a definition or the like.
public final class Statement: Admonition, Enumerable {
  /// What sort it is: `theorem`.
  public var type = ""
  /// The sort that it is counted with; nil if it has no number.
  public var counter: String?
  public var label: String?
  public var serial: Int?
  public var number: String?
  public var figtype: String? { counter }

  public override class var schema: Schema {
    Schema(attributes: [
      Attribute("realtype", \Statement.type, default: ""),
      Attribute("countertype", \Statement.counter), Attribute("label", \Statement.label),
      Attribute("serial", \Statement.serial), Attribute("number", \Statement.number),
    ])
  }
}

/// The proof of a statement.
public final class Proof: Admonition {}

struct StatementDirective: Directive {
  struct Options: NamingOptions {
    var `class`: ClassNames?
    var label: String?
    var name: String?
    var nonumber: Flag?
  }

  let type: String
  let argument = DirectiveArgument.optionalInline

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let title = NumberedTitle.make(
      type.prefix(1).uppercased() + type.dropFirst(), name: call.argumentNodes, at: call.position)
    let statement = Statement(children: [title] + call.nodes, position: call.position)
    statement.type = type
    statement.classes = ["proof", type] + call.options.classNames
    if call.options.nonumber == nil {
      statement.counter = context.configuration[Proofs.counters][type] ?? type
    }
    statement.label = call.options.label ?? call.options.name
    if let label = statement.label { statement.setLabel(label, in: context) }
    return [statement]
  }
}

struct ProofDirective: Directive {
  typealias Options = CommonOptions

  let argument = DirectiveArgument.optionalInline

  func run(_ call: DirectiveCall<CommonOptions>, in context: any ParseContext) throws -> [Node] {
    var nodes = call.nodes
    if !call.argumentNodes.isEmpty {
      nodes.insert(call.argumentElement(Paragraph.self, in: context), at: 0)
    }
    guard !nodes.isEmpty else {
      throw MarkupError("Content block expected for the \"\(call.name)\" directive; none found.")
    }
    if let paragraph = nodes.first as? Paragraph {
      try paragraph.insert(Text("Proof. "), at: 0)
    } else {
      nodes.insert(Paragraph("Proof."), at: 0)
    }
    let proof = Proof(children: nodes, position: call.position)
    proof.classes = ["proof"]
    call.options.apply(to: proof, in: context)
    return [proof]
  }
}

/// The text says that it is a proof, so that it needs no label above.
enum ProofText: NodeTranslator {
  static func visit(_ node: Proof, _ text: inout TextTranslator) -> VisitAction {
    text.openBlock(indent: 2)
    return .continue
  }

  static func depart(_ node: Proof, _ text: inout TextTranslator) -> DepartAction {
    text.closeBlock()
    return .continue
  }
}
