public import DocTree
import Translators

/// What only some outputs show: `only`, by an expression of tags, and `raw`, by a format.
public struct ConditionDirectives: Extension {
  public let name = "conditions"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: TagExpression.tags)
    registry.add(directive: "only", OnlyDirective())
    registry.add(directive: "raw", RawDirective())
  }
}

struct OnlyDirective: Directive {
  /// Each heading in it may be listed with the condition, which is therefore none of a great length.
  static let lengthLimit = 200

  let argument = DirectiveArgument.required

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    let children = SectionHeadings.titles(in: call.nodes)
    // What is under a condition that nobody understands is shown, as in Sphinx.
    guard call.argument.utf8.count <= Self.lengthLimit else {
      context.document.report(
        .error, "a condition has no more than \(Self.lengthLimit) bytes",
        position: call.argumentPosition)
      return children
    }
    guard TagExpression(call.argument).isValid else {
      context.document.report(
        .error,
        "'\(call.argument)' is no condition; write tags with and, or, not and parentheses",
        position: call.argumentPosition)
      return children
    }
    let node = Only(children: children, position: call.position)
    node.expr = call.argument
    return [node]
  }
}

/// Text that is passed on to outputs of a format. (docutils: directives.misc.Raw.)
struct RawDirective: Directive {
  struct Options: Decodable {
    var `class`: ClassNames?
    var encoding: TextEncoding?
    var file: RequiredPath?
    var url: RequiredPath?
  }

  let argument = DirectiveArgument.required
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    if call.options.url != nil {
      throw MarkupError(
        "\"raw\" reads nothing from the network; use the option \"file\"",
        at: call.position(of: "url"))
    }
    var text = call.text.lines.joined(separator: "\n")
    if let file = call.options.file?.text {
      let place = call.position(of: "file")
      guard text.isEmpty else {
        throw MarkupError("\"raw\" has both the option \"file\" and content; use one", at: place)
      }
      let source = try context.readFile(file, namedAt: place)
      text = (call.options.encoding ?? .utf8).decode(source.bytes)
    } else {
      try requireContent(call)
    }
    let raw = Raw(text: text)
    raw.position = call.position
    raw.format = call.argument.lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    raw.classes = call.options.class?.names ?? []
    return [raw]
  }
}
