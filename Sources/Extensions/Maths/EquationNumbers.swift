public import DocTree

/// Numbers the formulas that have a label. (Sphinx: domains.math.MathDomain.note_equation.)
public struct EquationNumbers: Transform {
  public let phase = Phase.read
  public let priority = 50
  public let kinds: [Node.Type]? = [MathBlock.self]

  /// Whether formulas of the directive without a label get one, and so a number. Those between dollars
  /// do not. (Sphinx: math_number_all.)
  public static let numbersAll = ConfigKey("math_number_all", default: false, affects: .read)

  /// Whether formulas are numbered as figures are, where those are. (Sphinx: math_numfig.)
  public static let numbersAsFigures = ConfigKey("math_numfig", default: true, affects: .resolve)

  /// What numbers of formulas are kept under, beside those of figures.
  static let kind = "displaymath"

  /// Whether formulas have their numbers from the order of the project, by section, rather than from
  /// that of their page.
  static func areInProject(_ configuration: Configuration) -> Bool {
    configuration[ResolveReferences.numbersFigures] && configuration[numbersAsFigures]
  }

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    let numbersAll = context.configuration[Self.numbersAll]
    var number = 0
    var serial = 0
    for math in document.findAll(MathBlock.self) {
      // Only the directive says that there is no label.
      guard let label = math["label"] else { continue }
      if label == .string("") || numbersAll && label == AttributeValue.none {
        math["label"] = .string("\(document.docname ?? ""):\(serial)")
        serial += 1
        try math.parent?.insert(
          Self.target(for: math, in: document), at: math.parent?.index(of: math) ?? 0)
      } else if label == AttributeValue.none {
        continue
      }
      number += 1
      math["number"] = .integer(number)
    }
  }

  /// What references to a formula lead to.
  ///
  /// - Parameter position: where the label is; nil for where the formula is.
  static func target(
    for math: MathBlock, at position: SourcePosition? = nil, in document: Document
  ) -> Target {
    let target = Target(children: [], position: position ?? math.position)
    target.ids = [Identifier.make(from: "equation-\(math["label"]?.text ?? "")")]
    document.setID(for: target)
    return target
  }
}
