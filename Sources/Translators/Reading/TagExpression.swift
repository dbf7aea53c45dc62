public import DocTree

/// A condition on tags: `html and not (draft or internal)`. (Sphinx: util.tags.)
public struct TagExpression: Sendable {
  /// The tags that are set besides those of the output.
  public static let tags = ConfigKey("tags", default: [String](), affects: .write)

  /// The tags that are set where a document is written: the project's, and those of the format and the
  /// builder. (Sphinx: Builder.__init__.)
  ///
  /// - Parameter format: the name of the format; also that of the builder where there is none.
  public static func tags(for context: TranslationContext, format: String) -> [String] {
    let builder = context.builder ?? format
    return context.configuration[tags]
      + [format, builder, "format_\(format)", "builder_\(builder)"]
  }

  private enum Token: Equatable {
    case tag(String), and, or, not, open, close, `true`, `false`

    /// How tightly an operator binds.
    var precedence: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .not: 3
      default: 0
      }
    }
  }

  /// The tokens with each operator behind what it is applied to; nil if they make no condition.
  private let tokens: [Token]?

  /// Reads an expression. One that makes no sense holds always, as in Sphinx.
  public init(_ text: String) { tokens = Self.parse(text) }

  /// Whether the text is a condition.
  public var isValid: Bool { tokens != nil }

  /// Whether the condition holds where exactly these tags are set.
  public func holds(for tags: [String]) -> Bool {
    guard let tokens else { return true }
    var stack: [Bool] = []
    for token in tokens {
      switch token {
      case .tag(let name): stack.append(tags.contains(name))
      case .true: stack.append(true)
      case .false: stack.append(false)
      case .not: stack.append(!(stack.popLast() ?? false))
      case .and, .or:
        let right = stack.popLast() ?? false
        let left = stack.popLast() ?? false
        stack.append(token == .and ? left && right : left || right)
      case .open, .close: break
      }
    }
    return stack.last ?? true
  }

  /// Puts operators behind their operands, with a stack for those that wait.
  private static func parse(_ text: String) -> [Token]? {
    var output: [Token] = []
    var waiting: [Token] = []
    var expectsOperand = true
    for token in split(text) {
      switch token {
      case .tag, .true, .false:
        guard expectsOperand else { return nil }
        output.append(token)
        expectsOperand = false
      case .not, .open:
        guard expectsOperand else { return nil }
        waiting.append(token)
      case .and, .or:
        guard !expectsOperand else { return nil }
        while let last = waiting.last, last.precedence >= token.precedence {
          output.append(last)
          waiting.removeLast()
        }
        waiting.append(token)
        expectsOperand = true
      case .close:
        guard !expectsOperand else { return nil }
        while let last = waiting.last, last != .open {
          output.append(last)
          waiting.removeLast()
        }
        guard waiting.popLast() == .open else { return nil }
      }
    }
    guard !expectsOperand, !waiting.contains(.open) else { return nil }
    return output + waiting.reversed()
  }

  private static func split(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    func endWord() {
      switch word {
      case "": break
      case "and": tokens.append(.and)
      case "or": tokens.append(.or)
      case "not": tokens.append(.not)
      case "true", "True": tokens.append(.true)
      case "false", "False": tokens.append(.false)
      default: tokens.append(.tag(word))
      }
      word = ""
    }
    for character in text {
      if character.isWhitespace || character == "(" || character == ")" {
        endWord()
        if character == "(" { tokens.append(.open) }
        if character == ")" { tokens.append(.close) }
      } else {
        word.append(character)
      }
    }
    endWord()
    return tokens
  }
}
