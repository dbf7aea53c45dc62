internal import DocTree

extension MystParseContext {
  /// Runs a directive that stands nowhere in the text.
  func runDirective(
    _ name: String, argument: String, options: [String: String], text: String,
    at position: SourcePosition, contentPosition: SourcePosition
  ) throws -> [Node] {
    guard let directive = registry.directive(name) else {
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
  var isRequired: Bool { self == .required || self == .requiredInline }
  /// Whether it is parsed.
  var isInline: Bool { self == .optionalInline || self == .requiredInline }
}
