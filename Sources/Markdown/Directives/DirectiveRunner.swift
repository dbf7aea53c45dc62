internal import DocTree

/// Runs the directives of a text whose inline markup is read, innermost ones first.
struct DirectiveRunner {
  let context: MystParseContext

  /// Runs them and puts their nodes in their places.
  ///
  /// - Parameters:
  ///   - directives: in document order, those that contain others before them.
  ///   - roots: the nodes of the text. Their directives are replaced, too.
  /// - Throws: what a directive throws, `MarkupError` apart.
  func run(_ directives: [PendingDirective], in roots: [Node]) throws -> [Node] {
    guard !directives.isEmpty else { return roots }
    // A holder, so that directives at the top have a parent.
    let holder = Container(children: roots)
    // What is open, with the directives in it that have run.
    var open: [(directive: PendingDirective, inner: [PendingDirective])] = []
    var top: [PendingDirective] = []

    func finishLast() throws {
      let (directive, inner) = open.removeLast()
      try splice(inner)
      try run(directive)
      if open.isEmpty {
        top.append(directive)
      } else {
        open[open.count - 1].inner.append(directive)
      }
    }

    for directive in directives {
      while let last = open.last, last.directive.depth >= directive.depth { try finishLast() }
      open.append((directive, []))
    }
    while !open.isEmpty { try finishLast() }
    try splice(top)
    return holder.removeChildren()
  }

  /// Runs those that inline text depends on.
  func runDeclarations(among directives: [PendingDirective]) throws {
    for pending in directives where pending.directive?.isDeclaration == true {
      try run(pending)
      pending.hasRun = true
    }
  }

  /// Puts the results of directives in their places, for each parent at once.
  private func splice(_ directives: [PendingDirective]) throws {
    var done: Set<ObjectIdentifier> = []
    for directive in directives {
      guard let parent = directive.parent, done.insert(ObjectIdentifier(parent)).inserted else {
        continue
      }
      var children: [Node] = []
      for child in parent.removeChildren() {
        if let pending = child.asElement as? PendingDirective {
          children += pending.result
          pending.result = []
        } else {
          children.append(child)
        }
      }
      try parent.append(children)
    }
  }

  /// Runs one, whose content is there.
  func run(_ pending: PendingDirective) throws {
    if pending.hasRun { return }
    pending.result = pending.messages
    guard !pending.isRefused, let directive = pending.directive else { return }
    context.position = pending.position
    do {
      pending.result += try run(directive, pending)
    } catch let error as MarkupError {
      let message = context.document.report(
        error.severity, error.message, position: error.position ?? pending.position)
      try message.append(LiteralBlock(Text(pending.source, position: pending.position)))
      pending.result.append(message)
    }
  }

  private func run<D: Directive>(_ directive: D, _ pending: PendingDirective) throws -> [Node] {
    var hidden = directive.sphinxOptions
    if !hidden.isEmpty, context.configuration[Dialect.key] == .sphinx { hidden = [] }
    guard let options = try decode(D.Options.self, directive.optionNames, except: hidden, pending)
    else { return [] }
    let nodes =
      pending.contentElement?.removeChildren() ?? pending.removeChildren()
    let call = DirectiveCall(
      name: pending.name, argument: pending.argument,
      argumentNodes: pending.argumentElement?.removeChildren() ?? [], options: options,
      text: pending.text, nodes: nodes, position: pending.position,
      argumentPosition: pending.argumentPosition, contentPosition: pending.contentPosition,
      optionPositions: positions(of: pending.options))
    return try directive.run(call, in: context)
  }

  private func positions(of options: [DirectiveOption]) -> [String: SourcePosition] {
    // Most directives have none.
    options.isEmpty ? [:] : Dictionary(options.map { ($0.name, $0.valuePosition) }) { $1 }
  }

  /// Decodes the options. One that is wrong is reported and left out.
  ///
  /// - Parameters:
  ///   - allowed: their names; nil for all that the type knows.
  ///   - hidden: the names of those that the directive does not have here.
  /// - Returns: nil if one is missing.
  private func decode<Options: Decodable>(
    _ type: Options.Type, _ allowed: [String]?, except hidden: [String],
    _ pending: PendingDirective
  ) throws -> Options? {
    var values: [String: String] = [:]
    for option in pending.options { values[option.name] = option.value }
    // What stands before a code block that is a directive are options of it.
    if let attributes = pending.attributes, pending.takesAttributes {
      var given = Dictionary(attributes.values.items.map { ($0.key, $0.value) }) { $1 }
      if let id = attributes.id { given["name"] = id }
      if !attributes.classes.isEmpty { given["class"] = attributes.classes.joined(separator: " ") }
      values.merge(given) { written, _ in written }
    }
    if case let known = pending.options.isEmpty ? [] : allowed ?? OptionDecoder.names(of: type),
      pending.options.contains(where: { !known.contains($0.name) || hidden.contains($0.name) })
    {
      let names = (allowed ?? OptionDecoder.names(of: type, given: values))
        .filter { !hidden.contains($0) }.sorted()
      for option in pending.options where !names.contains(option.name) {
        values[option.name] = nil
        let hint =
          nearestName(to: option.name, among: names).map { "; did you mean '\($0)'?" } ?? ""
        report(
          "Unknown option key: '\(option.name)' (allowed: "
            + "[\(names.map { "'\($0)'" }.joined(separator: ", "))])\(hint)", option.position,
          pending)
      }
    }
    while true {
      do {
        let result = try Options(from: OptionDecoder(options: values, names: nil))
        sortMessages(of: pending)
        return result
      } catch let error as DecodingError {
        guard let (name, problem) = Self.problem(error) else { throw error }
        guard let value = values.removeValue(forKey: name) else {
          pending.messages.append(
            context.document.report(
              .error, "Directive '\(pending.name)': option '\(name)' required",
              position: pending.position, category: "myst.directive_option"))
          pending.result = pending.messages
          return nil
        }
        let option = pending.options.last { $0.name == name }
        // It is shown in one line.
        let shown = value.trimmed.split(whereSeparator: \.isNewline).joined(separator: " ")
        report(
          "Invalid option value for '\(name)': \(shown.isEmpty ? "" : shown + ": ")\(problem)",
          option?.valuePosition ?? pending.position, pending)
      }
    }
  }

  /// Messages about options come in the order of the options.
  private func sortMessages(of pending: PendingDirective) {
    guard pending.result.count > 1 else { return }
    pending.result = pending.result.enumerated().sorted { left, right in
      (left.element.position.line, left.offset) < (right.element.position.line, right.offset)
    }.map(\.element)
  }

  private func report(
    _ problem: String, _ position: SourcePosition, _ pending: PendingDirective
  ) {
    let message = context.document.report(
      .warning, "'\(pending.name)': \(problem)", position: position,
      category: "myst.directive_option")
    pending.messages.append(message)
    pending.result.append(message)
  }

  /// The option that could not be decoded, and why.
  private static func problem(_ error: DecodingError) -> (name: String, problem: String)? {
    let place: DecodingError.Context
    switch error {
    case .keyNotFound(let key, _): return (OptionDecoder.optionName(key.stringValue), "")
    case .typeMismatch(_, let context): place = context
    case .dataCorrupted(let context): place = context
    case .valueNotFound(_, let context): place = context
    @unknown default: return nil
    }
    guard let key = place.codingPath.first else { return nil }
    return (OptionDecoder.optionName(key.stringValue), place.debugDescription)
  }
}
