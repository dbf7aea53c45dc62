import DocTree

/// Reads a filter, with a stack for the operators that wait.
struct FilterParser {
  private var tokens: FilterTokens
  private var steps: [FilterStep] = []
  /// What the steps so far leave on the stack.
  private var sorts: [FilterSort] = []
  private var waiting: [Waiting] = []

  private struct Waiting {
    enum Kind { case open, not, binary(FilterOperation) }
    let kind: Kind
    let offset: Int

    var precedence: Int {
      switch kind {
      case .open: 0
      case .not: 3
      case .binary(let operation): operation.precedence
      }
    }
  }

  init(_ text: String, at position: SourcePosition) {
    tokens = FilterTokens(text, at: position)
  }

  mutating func parse() throws(MarkupError) -> [FilterStep] {
    while true {
      try operand()
      while let token = try tokens.next(operand: false), case .close = token.kind {
        try reduce(from: 1)
        guard waiting.popLast() != nil else { throw tokens.misplaced(token) }
        tokens.take()
      }
      guard let token = try tokens.next(operand: false) else { break }
      guard case .binary(let operation) = token.kind else { throw tokens.misplaced(token) }
      tokens.take()
      try reduce(from: operation.precedence)
      waiting.append(Waiting(kind: .binary(operation), offset: token.offset))
    }
    try reduce(from: 1)
    if let open = waiting.last {
      throw tokens.error("'(' is not closed", at: open.offset)
    }
    return steps
  }

  /// A value with `not` and parentheses before it.
  private mutating func operand() throws(MarkupError) {
    while true {
      guard let token = try tokens.next(operand: true) else { throw tokens.missing() }
      switch token.kind {
      case .not:
        // What binds tighter cannot be applied to it.
        if let last = waiting.last, last.precedence > 3 { throw tokens.misplaced(token) }
        waiting.append(Waiting(kind: .not, offset: token.offset))
      case .open: waiting.append(Waiting(kind: .open, offset: token.offset))
      case .value(let value, let sort):
        steps.append(.value(value))
        sorts.append(sort)
      case .name(let name):
        steps.append(.name(name.lowercased()))
        sorts.append(name == "cited" ? .flag : name == "docnames" ? .set : .text)
      case .close, .binary: throw tokens.misplaced(token)
      }
      tokens.take()
      switch token.kind {
      case .value, .name: return
      default: continue
      }
    }
  }

  /// Applies the operators that wait and bind at least as tightly.
  private mutating func reduce(from precedence: Int) throws(MarkupError) {
    while let last = waiting.last, last.precedence >= precedence {
      waiting.removeLast()
      switch last.kind {
      case .open: break
      case .not:
        steps.append(.not)
        sorts[sorts.count - 1] = .flag
      case .binary(let operation):
        if operation.precedence == FilterOperation.comparison, precedence == operation.precedence {
          throw tokens.error(
            "a comparison has two sides; write 'and' between two of them", at: last.offset)
        }
        try apply(operation, at: last.offset)
      }
    }
  }

  private mutating func apply(
    _ operation: FilterOperation, at offset: Int
  ) throws(MarkupError) {
    let right = sorts.removeLast()
    let left = sorts.removeLast()
    guard let result = operation.result(left, right) else {
      throw tokens.error(
        "'\(operation.rawValue)' does not go between \(left.rawValue) and \(right.rawValue)",
        at: offset)
    }
    sorts.append(result)
    guard operation == .match else {
      steps.append(.binary(operation))
      return
    }
    guard case .value(.text(let text)) = steps.last else {
      throw tokens.error("behind '%', there must be a regular expression in quotes", at: offset)
    }
    steps.removeLast()
    do {
      steps.append(.pattern(try FilterPattern(text)))
    } catch {
      throw tokens.error("\"\(text)\" is no regular expression", at: offset)
    }
  }
}
