import DocTree

/// The nodes of a type of Python, in which each name is a reference.
/// (Sphinx: domains.python._annotations.)
struct PythonAnnotation {
  /// What becomes a node.
  private enum Item {
    case node(Node)
    /// A name that is linked.
    case name(String)
    /// A value in `Literal[…]`, which is not.
    case literal(String)
  }

  private var items: [Item] = []

  /// What is no type that is understood is one reference.
  static func nodes(_ text: String) -> [Node] {
    var annotation = PythonAnnotation()
    do throws(PythonProblem) {
      try annotation.add(PythonParser.expression(text))
    } catch {
      return [reference(text)]
    }
    return annotation.nodes
  }

  private var nodes: [Node] {
    var result: [Node] = []
    for item in items {
      switch item {
      case .node(let node): result.append(node)
      case .literal(let text): result.append(Text(text))
      case .name(let text):
        let isShort = (result.last as? DescSigPunctuation)?.astext() == "~"
        if isShort { result.removeLast() }
        result.append(Self.reference(text, isShort: isShort))
      }
    }
    return result
  }

  // MARK: Parts

  private mutating func punctuation(_ text: String) {
    items.append(.node(DescSigPunctuation(text)))
  }

  private mutating func space() { items.append(.node(DescSigSpace(" "))) }

  private mutating func bar() {
    space()
    punctuation("|")
    space()
  }

  /// Several with commas between them.
  private mutating func add(list: [PythonExpression]) throws(PythonProblem) {
    for (index, item) in list.enumerated() {
      if index > 0 {
        punctuation(",")
        space()
      }
      try add(item)
    }
  }

  private mutating func add(_ expression: PythonExpression) throws(PythonProblem) {
    switch expression {
    case .primary(let atom, let trailers): try add(atom, trailers)
    case .unary(let sign, let operand):
      guard sign == "-" || sign == "~" else { throw .syntax }
      punctuation(sign)
      try add(operand)
    case .operation(let first, let rest):
      try add(first)
      for (sign, operand) in rest {
        guard sign == "|" else { throw .syntax }
        bar()
        try add(operand)
      }
    case .starred(let item):
      items.append(.node(DescSigOperator("*")))
      try add(item)
    case .slice, .lambda: throw .syntax
    }
  }

  private mutating func add(
    _ atom: PythonExpression.Atom, _ trailers: [PythonExpression.Trailer]
  ) throws(PythonProblem) {
    let start = items.count
    switch atom {
    case .name(let text) where text == "True" || text == "False":
      items.append(.node(DescSigKeyword(text)))
    case .name(let text): items.append(.name(text))
    case .number(let text):
      let isWhole = text.allSatisfy { $0.isNumber }
      items.append(isWhole ? .node(DescSigLiteralNumber(text)) : .name(text))
    case .string(let text):
      items.append(.node(DescSigLiteralString(PythonLiteral.quoted(text))))
    case .bytes(let text): items.append(.name("b" + PythonLiteral.quoted(text)))
    case .ellipsis: punctuation("...")
    case .tuple(let list):
      try add(list: list)
      if list.isEmpty {
        punctuation("(")
        punctuation(")")
      }
    case .list(let list):
      punctuation("[")
      try add(list: list)
      punctuation("]")
    case .set, .dictionary: throw .syntax
    }
    for (index, trailer) in trailers.enumerated() {
      switch trailer {
      case .attribute(let name):
        guard items.count == start + 1, case .name(let text) = items[start] else { throw .syntax }
        items[start] = .name("\(text).\(name)")
      case .index(let content):
        guard case .name(let name) = items[start] else { throw .syntax }
        if index == 0, name == "Optional" || name == "Union" {
          items.removeLast()
          try addAlternatives(content, allowsNone: name == "Optional")
        } else {
          try addSubscript(content, isLiteral: name == "Literal" || name == "typing.Literal", start)
        }
      case .call(let list, let named):
        punctuation("(")
        try add(list: list)
        for (index, argument) in named.enumerated() {
          if index > 0 || !list.isEmpty {
            punctuation(",")
            space()
          }
          items.append(.node(DescSigName(argument.name)))
          items.append(.node(DescSigOperator("=")))
          try add(argument.value)
        }
        punctuation(")")
      }
    }
  }

  /// `Optional[a]` and `Union[a, b]` are written `a | None` and `a | b`.
  private mutating func addAlternatives(
    _ content: PythonExpression, allowsNone: Bool
  ) throws(PythonProblem) {
    for (index, item) in (content.tupleItems ?? [content]).enumerated() {
      if index > 0 { bar() }
      try add(item)
    }
    guard allowsNone else { return }
    bar()
    items.append(.name("None"))
  }

  private mutating func addSubscript(
    _ content: PythonExpression, isLiteral: Bool, _ start: Int
  ) throws(PythonProblem) {
    punctuation("[")
    try add(content)
    punctuation("]")
    guard isLiteral else { return }
    for index in (start + 1)..<items.count {
      if case .name(let text) = items[index] { items[index] = .literal(text) }
    }
  }

  // MARK: References

  /// - Parameter isShort: whether only the last name is shown.
  private static func reference(_ text: String, isShort: Bool = false) -> PendingXref {
    var name = text[...]
    let isSpecific = name.hasPrefix(".")
    let isShort = isShort || name.hasPrefix("~")
    if isSpecific || name.hasPrefix("~") { name.removeFirst() }
    var shown = name
    if isShort {
      shown = name.split(separator: ".", omittingEmptySubsequences: false).last ?? name
    } else if !isSpecific, name.hasPrefix("typing.") {
      shown = name.dropFirst("typing.".count)
    }
    let xref = PendingXref(String(shown))
    xref.refdomain = "py"
    // Not all that is in `typing` is a class.
    xref.reftype = name == "None" || name.hasPrefix("typing.") ? "obj" : "class"
    xref.reftarget = String(name)
    xref["refspecific"] = .flag(isSpecific)
    xref.set("py:module", to: AttributeValue.none)
    xref.set("py:class", to: AttributeValue.none)
    return xref
  }
}
