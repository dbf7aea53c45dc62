import DocTree

/// docutils' directive for its own tests, which takes anything and says what it was given.
/// (docutils: directives.misc.TestDirective.)
struct TestDirectives: Extension {
  let name = "conformance.test-directive"

  func register(in registry: inout Registry) {
    registry.add(directive: "restructuredtext-test-directive", TestDirective())
  }
}

private struct TestDirective: Directive {
  /// Whatever is there.
  struct Options: Decodable {
    private(set) var values: [(key: String, value: String)] = []

    private struct Key: CodingKey {
      let stringValue: String
      let intValue: Int? = nil
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      for key in container.allKeys {
        values.append((key.stringValue, try container.decode(String.self, forKey: key)))
      }
    }
  }

  let argument = DirectiveArgument.optional
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let argument = call.argument.isEmpty ? "" : PythonLiteral.quoted(call.argument)
    let options = call.options.values.map { item in
      "\(PythonLiteral.quoted(item.key)): \(PythonLiteral.quoted(item.value))"
    }
    let head =
      "Directive processed. Type=\"\(call.name)\", arguments=[\(argument)], "
      + "options={\(options.joined(separator: ", "))}, content:"
    let text = call.text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "\n")
    let message = context.document.report(
      .info, text.isEmpty ? head + " None" : head, position: call.position)
    if !text.isEmpty { try message.append(LiteralBlock(text)) }
    return [message]
  }
}
