import DocTree

/// Gives its content classes or, if it has none, what follows it. (docutils: directives.misc.Class.)
struct ClassDirective: Directive {
  let argument = DirectiveArgument.required

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    let classes = Identifiers.classes(of: [call.argument])
    guard !classes.isEmpty else {
      throw MarkupError("\"\(call.argument)\" makes no class name", at: call.argumentPosition)
    }
    if call.nodes.isEmpty {
      let pending = Pending(children: [], position: call.position)
      pending.transform = SetClasses.name
      pending.details = [
        "class: \(PythonList.text(classes))",
        "directive: \(PythonLiteral.quoted(call.name))",
      ]
      pending.classes = classes
      return [pending]
    }
    for node in call.nodes { node.asElement?.classes += classes }
    return call.nodes
  }
}

/// Gives the classes to what follows. (docutils: transforms.misc.ClassAttribute.)
struct SetClasses: Transform {
  static let name = "docutils.transforms.misc.ClassAttribute"

  let priority = 210
  let kinds: [Node.Type]? = [Pending.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let all = document.findAll(Pending.self) { $0.transform == Self.name }
    // What stands behind each: the last ones first, so that a row of them is not gone through for
    // each of its members.
    var found: [ObjectIdentifier: Element?] = [:]
    for pending in all.reversed() {
      found[ObjectIdentifier(pending)] = Self.element(behind: pending, found)
    }
    var parents: [Element] = []
    var known: Set<ObjectIdentifier> = []
    for pending in all {
      if let element = found[ObjectIdentifier(pending)] ?? nil {
        element.classes += pending.classes
      }
      if let parent = pending.parent, known.insert(ObjectIdentifier(parent)).inserted {
        parents.append(parent)
      }
    }
    for parent in parents {
      try parent.append(
        parent.removeChildren().filter { ($0 as? Pending)?.transform != Self.name })
    }
  }

  /// The next element that shows, behind the node or what it stands in.
  ///
  /// - Parameter known: what stands behind others.
  private static func element(
    behind node: Node, _ known: [ObjectIdentifier: Element?]
  ) -> Element? {
    var current: Node = node
    while let parent = current.parent {
      var next = current.nextSibling
      while let sibling = next {
        if let result = known[ObjectIdentifier(sibling)] { return result }
        if let element = sibling.asElement, !element.kind.categories.contains(.invisible),
          !(element is SystemMessage)
        {
          return element
        }
        next = sibling.nextSibling
      }
      current = parent
    }
    return nil
  }
}
