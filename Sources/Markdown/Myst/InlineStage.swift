internal import DocTree

/// Reads the inline markup of leaves, and remembers the definitions of the document for texts that
/// are read later.
final class InlineStage {
  let syntax: InlineSyntax
  private var definitions = LinkDefinitions()

  init(_ syntax: InlineSyntax) { self.syntax = syntax }

  /// Gives the elements of the leaves their children.
  ///
  /// - Throws: what roles and rules throw, `MarkupError` apart.
  func fill(_ leaves: [Leaf], in context: any ParseContext) throws {
    guard !leaves.isEmpty else { return }
    let batch = InlineBatch(in: context, syntax: syntax, definitions: definitions)
    for leaf in leaves { batch.add(leaf) }
    try batch.parse()
    definitions = batch.definitions
    context.document.closingMessages += batch.messages
  }
}
