internal import DocTree

extension MystParseContext {
  /// Runs a directive that stands nowhere in the text.
  func runDirective(
    _ name: String, argument: String, options: [String: String], text: String,
    at position: SourcePosition, contentPosition: SourcePosition
  ) throws -> [Node] {
    guard let directive = directive(name, at: position) else {
      throw MarkupError("there is no directive '\(name)'", at: position)
    }
    let pending = PendingDirective()
    pending.name = name
    pending.position = position
    pending.directive = directive
    pending.argument = argument
    pending.text = text
    pending.contentPosition = contentPosition
    pending.options = options.sorted { $0.key < $1.key }.map {
      DirectiveOption(name: $0.key, value: $0.value, position: position, valuePosition: position)
    }
    if argument.isBlank, directive.argument.isRequired {
      throw MarkupError("Directive '\(name)': 1 argument(s) required, 0 supplied", at: position)
    }
    if let surplus = directive.argument.surplus(in: argument) {
      throw MarkupError("Directive '\(name)': \(surplus.problem)", at: position)
    }
    if directive.argument.isInline {
      pending.argumentElement = Inline(children: try parseInline(argument, at: position))
    }
    if !text.isBlank {
      switch directive.content {
      case .none: throw MarkupError("'\(name)': Has content, but none permitted", at: position)
      case .text: break
      case .inline:
        pending.contentElement = Inline(children: try parseInline(text, at: contentPosition))
      case .blocks: try pending.append(try parseBlocks(text, at: contentPosition))
      }
    }
    return try DirectiveRunner(context: self).run([pending], in: [pending])
  }
}

extension DirectiveArgument {
  /// Whether a directive cannot be without it.
  var isRequired: Bool {
    self == .required || self == .requiredInline || self == .requiredWord
  }
  /// Whether it is parsed.
  var isInline: Bool { self == .optionalInline || self == .requiredInline }

  /// What is wrong if there are more words than one, and at which byte of the argument these begin.
  func surplus(in argument: String) -> (problem: String, offset: Int)? {
    guard self == .optionalWord || self == .requiredWord else { return nil }
    let words = argument.split(whereSeparator: \.isWhitespace)
    guard words.count > 1 else { return nil }
    return (
      "maximum 1 argument(s) allowed, \(words.count) supplied",
      argument.utf8.distance(from: argument.startIndex, to: words[1].startIndex)
    )
  }
}
