import DocTree

/// An expression of Python, as far as signatures have it. Parentheses and what binds closer than what
/// are left out, as Sphinx leaves them out where it writes one. (Python: ast; Sphinx: pycode.ast.)
indirect enum PythonExpression {
  /// Something with calls, subscripts and attributes behind it.
  case primary(Atom, [Trailer])
  /// A sign before something: `-`, `not`.
  case unary(String, PythonExpression)
  /// Operands with operators between them.
  case operation(PythonExpression, [(sign: String, operand: PythonExpression)])
  case starred(PythonExpression)
  /// Part of what a subscript asks for.
  case slice(PythonExpression?, PythonExpression?, PythonExpression?, hasStep: Bool)
  /// The parameters as they are written anew. What it gives is not shown.
  case lambda(String)

  indirect enum Atom {
    case name(String)
    case number(String)
    case string(String)
    case bytes(String)
    case ellipsis
    case tuple([PythonExpression])
    case list([PythonExpression])
    case set([PythonExpression])
    case dictionary([(key: PythonExpression, value: PythonExpression)])
  }

  enum Trailer {
    case attribute(String)
    case index(PythonExpression)
    case call([PythonExpression], [(name: String, value: PythonExpression)])
  }

  static func tuple(_ items: [PythonExpression]) -> PythonExpression { .primary(.tuple(items), []) }

  /// The items, if it is a tuple.
  var tupleItems: [PythonExpression]? {
    guard case .primary(.tuple(let items), let trailers) = self, trailers.isEmpty else {
      return nil
    }
    return items
  }
}

// MARK: Text

extension PythonExpression {
  /// How Sphinx writes it. (Sphinx: pycode.ast.unparse.)
  var text: String {
    switch self {
    case .primary(let atom, let trailers): atom.text + trailers.map(\.text).joined()
    case .unary(let sign, let operand): sign + (sign == "not" ? " " : "") + operand.text
    case .operation(let first, let rest):
      first.text
        + rest.map { sign, operand in
          (sign == "**" ? sign : " \(sign) ") + operand.text
        }.joined()
    case .starred(let item): "*" + item.text
    case .slice(let start, let end, let step, let hasStep):
      "\(start?.text ?? ""):\(end?.text ?? "")" + (hasStep ? ":\(step?.text ?? "")" : "")
    case .lambda(let parameters): "lambda \(parameters): ..."
    }
  }

  fileprivate static func list(_ items: [PythonExpression]) -> String {
    items.map(\.text).joined(separator: ", ")
  }
}

extension PythonExpression.Atom {
  fileprivate var text: String {
    switch self {
    case .name(let text), .number(let text): text
    case .string(let text): PythonLiteral.quoted(text)
    case .bytes(let text): "b" + PythonLiteral.quoted(text)
    case .ellipsis: "..."
    case .tuple(let items):
      "(\(PythonExpression.list(items))\(items.count == 1 ? "," : ""))"
    case .list(let items): "[\(PythonExpression.list(items))]"
    case .set(let items): "{\(PythonExpression.list(items))}"
    case .dictionary(let items):
      "{\(items.map { "\($0.key.text): \($0.value.text)" }.joined(separator: ", "))}"
    }
  }
}

extension PythonExpression.Trailer {
  fileprivate var text: String {
    switch self {
    case .attribute(let name): return "." + name
    case .index(let index):
      if let items = index.tupleItems, !items.isEmpty,
        !items.contains(where: { if case .starred = $0 { true } else { false } })
      {
        return "[\(PythonExpression.list(items))]"
      }
      return "[\(index.text)]"
    case .call(let items, let named):
      let all = items.map(\.text) + named.map { "\($0.name)=\($0.value.text)" }
      return "(\(all.joined(separator: ", ")))"
    }
  }
}
