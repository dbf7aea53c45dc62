extension Node {
  /// Checks the element against what its kind declares: the names and values of its attributes, its
  /// children by the content model, and their places. Text is always valid.
  ///
  /// Values in another spelling are changed to the usual one, as in a width of `30 mm` → `30mm`.
  ///
  /// - Parameter recursive: whether to check everything below it as well.
  /// - Throws: the first violation in document order.
  /// - Complexity: O(*n*) in the number of nodes; the depth costs memory, not stack.
  /// (docutils: Element.validate.)
  public final func validate(recursive: Bool = true) throws(ValidationError) {
    guard let element = asElement else { return }
    var validator = Validator()
    try validator.validate(element)
    guard recursive else { return }
    var search = NodeSearch(from: self, for: KindMatcher.of(Element.self))
    while let node = search.next() {
      if let element = node.asElement { try validator.validate(element) }
    }
  }
}

/// Validates elements one by one.
struct Validator {
  private var kinds = KindCache()

  mutating func validate(_ element: Element) throws(ValidationError) {
    let kind = kinds.kind(of: element)
    if element.hasRareAttributes || !kind.attributes.isEmpty {
      let problems = element.normalizeAttributes(kind)
      if !problems.isEmpty { throw ValidationError(element, problems: problems) }
    }
    try validateContent(of: element, kind.content)
  }

  private mutating func validateContent(
    of element: Element, _ model: ContentModel
  ) throws(ValidationError) {
    let children = element.children
    var index = 0
    var start = 0
    repeat {
      start = index
      for part in model.parts {
        guard index < children.count, part.accepts(kinds.kind(of: children[index])) else {
          if part.isOptional { continue }
          let child = index < children.count ? children[index] : nil
          let problem = part.problem(with: child)
          throw ValidationError(element, problems: [problem], at: child)
        }
        repeat {
          try validatePosition(of: children[index], in: element, at: index)
          index += 1
        } while part.mayRepeat && index < children.count
          && part.accepts(kinds.kind(of: children[index]))
      }
    } while model.repeats && index > start && index < children.count
    guard index < children.count else { return }
    let child = children[index]
    if let text = child.asText {
      throw ValidationError(element, problems: ["Spurious text: \"\(text.string)\"."])
    }
    throw ValidationError(
      element, problems: ["Child element \(child.label) not allowed at this position."], at: child)
  }

  private func validatePosition(
    of child: Node, in parent: Element, at index: Int
  ) throws(ValidationError) {
    guard let problems = child.asElement?.positionProblems(in: parent, at: index),
      !problems.isEmpty
    else { return }
    throw ValidationError(parent, problems: problems, at: child)
  }
}

extension ContentModel.Part {
  fileprivate var isOptional: Bool { quantifier == .optional || quantifier == .zeroOrMore }
  fileprivate var mayRepeat: Bool { quantifier == .zeroOrMore || quantifier == .oneOrMore }

  /// Whether a node of this kind may stand here.
  fileprivate func accepts(_ kind: Kind) -> Bool {
    alternatives.contains { alternative in
      switch alternative {
      case .text: kind === Text.kind
      case .category(let category): kind.categories.isSuperset(of: category)
      case .kind(let type): kind.isKind(of: type.kind)
      }
    }
  }

  fileprivate func problem(with child: Node?) -> String {
    let names = alternatives.map { alternative in
      switch alternative {
      case .text: "Text"
      case .category(let category): category.name
      case .kind(let type): type.kind.name
      }
    }
    let type = "child of type <\(names.joined(separator: "> or <"))>"
    guard let child else { return "Missing \(type)." }
    if let text = child.asText {
      return "Expecting \(type), not text data \"\(text.string)\"."
    }
    return "Expecting \(type), not \(child.label)."
  }
}

extension Node {
  /// How messages call the node.
  final var label: String { asElement?.startTag ?? "text" }
}
