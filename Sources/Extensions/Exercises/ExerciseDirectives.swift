import DocTree

struct ExerciseDirective: Directive {
  struct Options: NamingOptions {
    var `class`: ClassNames?
    var hidden: Flag?
    var label: String?
    var name: String?
    var nonumber: Flag?
  }

  let isGate: Bool
  let argument = DirectiveArgument.optionalInline

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let title = NumberedTitle.make("Exercise", name: call.argumentNodes, at: call.position)
    let exercise = Exercise(children: [title] + call.nodes, position: call.position)
    exercise.classes = ["exercise"] + call.options.classNames
    exercise.isNumbered = call.options.nonumber == nil
    exercise.hidden = call.options.hidden != nil
    exercise.isGate = isGate
    exercise.label = call.options.label ?? call.options.name
    if let label = exercise.label { exercise.setLabel(label, in: context) }
    return [exercise]
  }
}

/// The argument is the label of the exercise.
struct SolutionDirective: Directive {
  struct Options: NamingOptions {
    var `class`: ClassNames?
    var hidden: Flag?
    var label: String?
    var name: String?
  }

  let isGate: Bool
  let argument = DirectiveArgument.requiredWord

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let title = Title(children: [Text("Solution to ")], position: call.argumentPosition)
    let solution = Solution(children: [title] + call.nodes, position: call.position)
    solution.classes = ["solution"] + call.options.classNames
    solution.exercise = call.argument.trimmed
    solution.hidden =
      call.options.hidden != nil || context.configuration[Exercises.hidesSolutions]
    solution.isGate = isGate
    solution.label = call.options.label ?? call.options.name
    if let label = solution.label { solution.setLabel(label, in: context) }
    return [solution]
  }
}

struct GateEndDirective: Directive {
  let sort: String
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) -> [Node] {
    let end = GateEnd(children: [], position: call.position)
    end.sort = sort
    return [end]
  }
}

/// Puts into exercises and solutions what stands between their start and their end.
/// (sphinx-exercise: MergeGatedExercises, MergeGatedSolutions.)
struct CloseGates: Transform {
  let phase = Phase.read
  let priority = 40
  let kinds: [Node.Type]? = [ExerciseBlock.self, GateEnd.self]

  func apply(to document: Document, in context: TransformContext) throws {
    var parents: [Element] = []
    var known: Set<ObjectIdentifier> = []
    for node in document.findAll(where: { $0 is GateEnd || ($0 as? ExerciseBlock)?.isGate == true })
    {
      guard let parent = node.parent, known.insert(ObjectIdentifier(parent)).inserted else {
        continue
      }
      parents.append(parent)
    }
    for parent in parents { try close(in: parent, of: document) }
  }

  private func close(in parent: Element, of document: Document) throws {
    var result: [Node] = []
    // The exercise that is open with what belongs to it so far; exercises do not contain others.
    var open: (block: ExerciseBlock, content: [Node])?
    func giveUp() {
      guard let unclosed = open else { return }
      unclosed.block.isGate = false
      document.report(
        .error, "there is no '\(sort(of: unclosed.block))-end' for this in the same section",
        at: unclosed.block, category: "exercise")
      result += unclosed.content
      open = nil
    }
    for node in parent.removeChildren() {
      if let block = node as? ExerciseBlock, block.isGate {
        giveUp()
        result.append(block)
        open = (block, [])
      } else if let end = node as? GateEnd {
        if let (block, content) = open, sort(of: block) == end.sort {
          block.isGate = false
          try block.append(content)
          open = nil
        } else {
          document.report(
            .error, "there is no '\(end.sort)-start' for this in the same section",
            position: end.position, category: "exercise")
        }
      } else if open != nil {
        open?.content.append(node)
      } else {
        result.append(node)
      }
    }
    giveUp()
    try parent.append(result)
  }

  private func sort(of block: ExerciseBlock) -> String {
    block is Solution ? "solution" : "exercise"
  }
}
