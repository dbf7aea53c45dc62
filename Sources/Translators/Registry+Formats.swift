public import DocTree

extension Registry {
  /// Registers how nodes of a kind are written in HTML, and claims the kind.
  public mutating func add<Subject: Node>(
    _ kind: Subject.Type, html: NodeHandler<Subject, HTMLTranslator>
  ) {
    add(kind, html)
  }
}
