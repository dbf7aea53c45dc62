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
    for pending in Array(document.findAll(Pending.self)) where pending.transform == Self.name {
      if let element = Self.element(behind: pending) { element.classes += pending.classes }
      pending.detach()
    }
  }

  /// The next element that shows, behind the node or what it stands in.
  private static func element(behind node: Node) -> Element? {
    var current: Node = node
    while let parent = current.parent {
      var next = current.nextSibling
      while let sibling = next {
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
