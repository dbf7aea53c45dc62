extension Document {
  /// Records a diagnostic and makes the system message for it.
  ///
  /// - Parameters:
  ///   - node: what it is about; the position is the nearest one known, from the node upwards.
  ///   - backrefs: ids of elements that the message is about.
  ///   - lookup: what was looked up in vain.
  /// - Returns: the message. The caller puts it into the tree where it belongs, or drops it.
  /// (docutils: Reporter.system_message.)
  @discardableResult
  public final func report(
    _ severity: Severity, _ message: String, at node: Node? = nil,
    position: SourcePosition? = nil, category: String = "", backrefs: [String] = [],
    lookup: Diagnostic.Lookup? = nil
  ) -> SystemMessage {
    var place = position ?? node?.nearestPosition ?? .unknown
    if !place.isKnown, let source { place.file = SourceFile(source) }
    let diagnostic = Diagnostic(
      severity, message, at: place, category: category, lookup: lookup)
    diagnostics.append(diagnostic)
    let system = SystemMessage(diagnostic)
    system.backrefs = backrefs
    return system
  }
}

extension SystemMessage {
  /// The message that stands in a tree for `diagnostic`.
  public convenience init(_ diagnostic: Diagnostic) {
    var text = diagnostic.message
    if !diagnostic.category.isEmpty { text += " [" + diagnostic.category + "]" }
    self.init(children: [Paragraph(children: [Text(text)])])
    level = diagnostic.severity.rawValue
    type = diagnostic.severity.typeName
    if diagnostic.position.line > 0 { line = diagnostic.position.line }
    if diagnostic.position.file != .unknown { source = diagnostic.position.file.name }
    position = diagnostic.position
    self.diagnostic = diagnostic
  }
}
