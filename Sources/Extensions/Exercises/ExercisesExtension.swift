public import DocTree

/// Exercises and their solutions, with numbers and labels: `exercise`, `solution`, and `exercise-start`
/// with `exercise-end` around what stands in no directive. (sphinx-exercise.)
public struct Exercises: Extension {
  public let name = "exercises"

  /// Whether solutions are left out. (sphinx-exercise: hide_solutions.)
  public static let hidesSolutions = ConfigKey("hide_solutions", default: false, affects: .read)

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: Self.hidesSolutions)
    registry.add(directive: "exercise", ExerciseDirective(isGate: false))
    registry.add(directive: "exercise-start", ExerciseDirective(isGate: true))
    registry.add(directive: "exercise-end", GateEndDirective(sort: "exercise"))
    registry.add(directive: "solution", SolutionDirective(isGate: false))
    registry.add(directive: "solution-start", SolutionDirective(isGate: true))
    registry.add(directive: "solution-end", GateEndDirective(sort: "solution"))
    // Admonitions, and written as such.
    registry.add(kinds: Exercise.self, Solution.self, GateEnd.self)
    registry.add(pageData: ExerciseLabels.self)
    registry.add(globalStep: ExerciseStep())
    registry.add(transform: CloseGates())
    registry.add(enumerables: Exercise.self)
    registry.add(transform: ResolveExerciseReferences())
  }
}

/// An exercise or a solution.
open class ExerciseBlock: Admonition {
  public final var label: String?
  public final var number: String?
  /// Whether it is there for references only.
  public final var hidden = false
  /// Whether what follows belongs to it, up to a ``GateEnd``.
  public final var isGate = false

  open override class var schema: Schema {
    Schema(attributes: [
      Attribute("label", \ExerciseBlock.label), Attribute("number", \ExerciseBlock.number),
      Attribute("hidden", \ExerciseBlock.hidden, default: false),
      Attribute("gate", \ExerciseBlock.isGate, default: false),
    ])
  }
}

public final class Exercise: ExerciseBlock, Enumerable {
  /// Whether it has a number.
  public var isNumbered = true
  public var serial: Int?
  public var figtype: String? { isNumbered ? "exercise" : nil }

  public override class var schema: Schema {
    Schema(attributes: [
      Attribute("numbered", \Exercise.isNumbered, default: true),
      Attribute("serial", \Exercise.serial),
    ])
  }
}

public final class Solution: ExerciseBlock {
  /// The label of the exercise.
  public var exercise: String?

  public override class var schema: Schema {
    Schema(attributes: [Attribute("target_label", \Solution.exercise)])
  }
}

/// The end of what belongs to an exercise or a solution.
final class GateEnd: Element {
  /// `exercise` or `solution`.
  var sort = ""

  override class var schema: Schema {
    Schema(
      [.special, .body, .invisible], content: .empty,
      attributes: [Attribute("sort", \GateEnd.sort, default: "")])
  }
}
