public import DocTree

/// Numbers the formulas that have a label. (Sphinx: domains.math.MathDomain.note_equation.)
public struct EquationNumbers: Transform {
  public let phase = Phase.read
  public let priority = 50
  public let kinds: [Node.Type]? = [MathBlock.self]

  /// Whether formulas without a label have numbers, too, those apart whose environment has a star.
  /// (Sphinx: math_number_all.)
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
    for math in document.findAll(MathBlock.self) {
      let hasLabel = math["label"].map { $0 != AttributeValue.none } ?? false
      guard hasLabel || numbersAll && !math.classes.contains("amsmath") else { continue }
      number += 1
      math["number"] = .integer(number)
    }
  }
}
