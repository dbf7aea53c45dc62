import DocTree

/// Makes a role: `name`, or `name(other)` for one that does what another does. Its text has the name as
/// its class, or the classes of the option. (docutils: directives.misc.Role.)
struct RoleDirective: Directive {
  struct Options: Decodable {
    var `class`: ClassNames?
    var format: String?
    var language: String?
  }

  let argument = DirectiveArgument.required
  let content = DirectiveContent.text
  let isDeclaration = true

  /// How many roles a role may be made of, each of the next.
  private static let depthLimit = 100

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let (head, tail) = call.argument.split(at: "(")
    let (other, rest) = tail?.split(at: ")") ?? ("", "")
    let name = head.trimmed
    let base = tail.map { _ in other.trimmed }
    guard let rest, rest.trimmed.isEmpty, Self.isName(name), base.map(Self.isName) ?? true else {
      throw MarkupError(
        "\"\(call.name)\" directive arguments not valid role names: \"\(call.argument)\".",
        at: call.argumentPosition)
    }
    var classes = call.options.class?.names ?? []
    if call.options.class == nil {
      let label = Identifier.make(from: name)
      guard !label.isEmpty else {
        throw MarkupError(
          "Invalid argument for \"\(call.name)\" directive: \"\(name)\" makes no class name.",
          at: call.argumentPosition)
      }
      classes = [label]
    }
    var role = CustomRole(base: nil, classes: classes)
    if let base {
      let known = try context.knownRole(
        base, for: call, at: call.argumentPosition.advanced(columns: head.utf8.count + 1))
      if let custom = known as? CustomRole {
        guard custom.depth < Self.depthLimit else {
          throw MarkupError(
            "Roles may be made of at most \(Self.depthLimit) others, each of the next; "
              + "\"\(base)\" is made of that many.",
            at: call.argumentPosition.advanced(columns: head.utf8.count + 1))
        }
        role.depth = custom.depth + 1
      }
      role.base = known
      if known is RawRole { role.format = call.options.format ?? "" }
      if known is CodeRole { role.language = call.options.language }
    }
    context.define(role: name, as: role)
    return []
  }

  /// Words of letters and numbers with one of `-._+:` between them.
  /// (docutils: Inliner.simplename.)
  private static func isName(_ text: String) -> Bool {
    var isInWord = false
    for character in text {
      if character.isLetter || character.isNumber {
        isInWord = true
      } else {
        guard isInWord, "-._+:".contains(character) else { return false }
        isInWord = false
      }
    }
    return isInWord
  }
}

/// A role that a document defines.
struct CustomRole: Role {
  /// What makes the nodes; without it, the text is put into one element.
  var base: (any Role)?
  /// How many roles that the document defines it is made of.
  var depth = 0
  var classes: [String]
  /// The format of raw text; empty if the author gave none.
  var format: String?
  /// The language of code.
  var language: String?

  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    if let format, !format.isEmpty {
      let raw = Raw(text: call.text)
      raw.position = call.position
      raw.format = format.lowercased().split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      raw.classes = classes
      return [raw]
    }
    guard let base else {
      let inline = Inline(
        children: [Text(call.text, position: call.position)], position: call.position)
      inline.classes = classes
      return [inline]
    }
    let nodes = try base.run(call, in: context)
    if let element = nodes.first?.asElement {
      if let language {
        // Sphinx: roles.code_role.
        if context.configuration[Dialect.key] == .sphinx { element.classes.append("highlight") }
        element["language"] = .string(language)
      }
      element.classes += classes
      if let language, !element.classes.contains(language) { element.classes.append(language) }
    }
    return nodes
  }
}

/// Says what role text in backticks has. In Markdown that is code, always.
struct DefaultRoleDirective: Directive {
  let argument = DirectiveArgument.optionalWord
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    if !call.argument.isEmpty {
      _ = try context.knownRole(call.argument, for: call, at: call.argumentPosition)
    }
    return []
  }
}

extension ParseContext {
  /// The role that a directive names.
  ///
  /// - Parameter place: where it does.
  fileprivate func knownRole<Options>(
    _ name: String, for call: DirectiveCall<Options>, at place: SourcePosition
  ) throws(MarkupError) -> any Role {
    if let role = role(name, at: call.position) { return role }
    let hint = nearestName(to: name, among: registry.roleNames(in: configuration[Dialect.key]))
      .map { " Did you mean \"\($0)\"?" }
    throw MarkupError("Unknown interpreted text role \"\(name)\".\(hint ?? "")", at: place)
  }
}
