public import DocTree

extension Registry {
  /// Registers how nodes of a kind are written in HTML, and claims the kind.
  public mutating func add<Subject: Node>(
    _ kind: Subject.Type, html: NodeHandler<Subject, HTMLTranslator>
  ) {
    add(kind, html)
  }

  /// Registers how nodes of a kind are written in plain text, and claims the kind.
  public mutating func add<Subject: Node>(
    _ kind: Subject.Type, text: NodeHandler<Subject, TextTranslator>
  ) {
    add(kind, text)
  }

  /// Registers how nodes of a kind are written in HTML and in plain text, and claims the kind.
  public mutating func add<Subject: Node>(
    _ kind: Subject.Type, html: NodeHandler<Subject, HTMLTranslator>,
    text: NodeHandler<Subject, TextTranslator>
  ) {
    add(kind, html)
    add(kind, text)
  }

  /// Registers how nodes of a kind are written in HTML and in plain text, and claims the kind.
  public mutating func add<HTML: NodeTranslator, PlainText: NodeTranslator>(
    _ kind: HTML.Subject.Type, html: HTML.Type, text: PlainText.Type
  )
  where
    HTML.Output == HTMLTranslator, PlainText.Output == TextTranslator,
    HTML.Subject == PlainText.Subject
  {
    add(html)
    add(text)
  }
}
