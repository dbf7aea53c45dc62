internal import DocTree

/// The place of a directive that has not run yet. Its children are the blocks of its content.
///
/// A directive runs when the inline text of the whole document is read; its nodes take this place
/// then.
final class PendingDirective: Element {
  /// As it was written.
  var name = ""
  var directive: (any Directive)?
  var argument = ""
  /// Nil if there is none.
  var argumentPosition: SourcePosition?
  /// The argument as inline text.
  var argumentElement: Inline?
  /// The content as one paragraph.
  var contentElement: Inline?
  var options: [DirectiveOption] = []
  /// Whether it is a code block that the configuration makes a directive.
  var takesAttributes = false
  /// What stood in braces before it.
  var attributes: BlockAttributes?
  var text = ""
  var contentPosition = SourcePosition.unknown
  /// What was found wrong before it ran.
  var messages: [Node] = []
  /// What stands in its place after it has run.
  var result: [Node] = []
  /// All that stands between the fences, for messages.
  var source = ""
  /// How many bodies it stands in.
  var depth = 0
  /// Whether it has run before the others.
  var hasRun = false
  /// Whether something is so wrong that it must not run.
  var isRefused = false

  override class var elementName: String { "pending_directive" }
}

/// Nodes that a block rule makes when directives run.
struct LaterDirective: Directive {
  let makeNodes: @Sendable (any ParseContext) throws -> [Node]

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    try makeNodes(context)
  }
}

/// An option of a directive as it was written.
struct DirectiveOption {
  var name: String
  var value: String
  var position: SourcePosition
  /// Where the text of the value begins: behind a quotation mark, below the sign of a block.
  var valuePosition: SourcePosition
}
