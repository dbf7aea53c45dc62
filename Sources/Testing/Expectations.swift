public import DocTree
public import Testing

/// Expects the pseudo-XML of a tree.
///
///     expectTree(
///       Paragraph("a", Strong("b")),
///       """
///       <paragraph>
///           a
///           <strong>
///               b
///       """)
///
/// Here and in the other expectations a line break at the end of the text does not matter, what is
/// not as expected is shown as a difference of lines, and an error is a failure.
public func expectTree(
  _ node: Node, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectLines(node.pseudoXML(), expected, sourceLocation)
}

/// Expects the pseudo-XML of a document, read from Markdown and transformed.
///
/// - Parameters:
///   - extensions: what is registered besides ``Builtins``.
///   - diagnostics: what is found wrong, one `file:line:column: level: message` each.
public func expectTree(
  markdown: String, _ expected: String, extensions: [any Extension] = [],
  configuration: Configuration = Configuration(), diagnostics: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  record(sourceLocation) {
    let document = try Rendering(extensions, configuration).read(markdown)
    expectLines(document.pseudoXML(), expected, sourceLocation)
    expectDiagnostics(document.diagnostics, diagnostics, sourceLocation)
  }
}

/// Expects what a tree is written as in HTML. See ``expectOutput(_:_:_:extensions:configuration:diagnostics:sourceLocation:)``.
public func expectHTML(
  _ node: Node, _ expected: String, extensions: [any Extension] = [],
  configuration: Configuration = Configuration(), diagnostics: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectOutput(
    "html", node, expected, extensions: extensions, configuration: configuration,
    diagnostics: diagnostics, sourceLocation: sourceLocation)
}

/// Expects what Markdown is written as in HTML. See ``expectOutput(_:markdown:_:extensions:configuration:diagnostics:sourceLocation:)``.
public func expectHTML(
  markdown: String, _ expected: String, extensions: [any Extension] = [],
  configuration: Configuration = Configuration(), diagnostics: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectOutput(
    "html", markdown: markdown, expected, extensions: extensions, configuration: configuration,
    diagnostics: diagnostics, sourceLocation: sourceLocation)
}

/// Expects what a tree is written as in plain text. See ``expectOutput(_:_:_:extensions:configuration:diagnostics:sourceLocation:)``.
public func expectText(
  _ node: Node, _ expected: String, extensions: [any Extension] = [],
  configuration: Configuration = Configuration(), diagnostics: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectOutput(
    "text", node, expected, extensions: extensions, configuration: configuration,
    diagnostics: diagnostics, sourceLocation: sourceLocation)
}

/// Expects what Markdown is written as in plain text. See ``expectOutput(_:markdown:_:extensions:configuration:diagnostics:sourceLocation:)``.
public func expectText(
  markdown: String, _ expected: String, extensions: [any Extension] = [],
  configuration: Configuration = Configuration(), diagnostics: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectOutput(
    "text", markdown: markdown, expected, extensions: extensions, configuration: configuration,
    diagnostics: diagnostics, sourceLocation: sourceLocation)
}

/// Expects what a tree is written as in some format.
///
/// - Parameters:
///   - format: the name of the format, one of an extension included.
///   - node: a document, or what stands in one.
///   - extensions: what is registered besides ``Builtins``.
///   - diagnostics: what is found wrong, one `file:line:column: level: message` each.
public func expectOutput(
  _ format: String, _ node: Node, _ expected: String, extensions: [any Extension] = [],
  configuration: Configuration = Configuration(), diagnostics: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  record(sourceLocation) {
    let rendering = try Rendering(extensions, configuration)
    let (output, found) = try rendering.write(node.asDocument, format)
    expectLines(output, expected, sourceLocation)
    expectDiagnostics(found, diagnostics, sourceLocation)
  }
}

/// Expects what Markdown is written as in some format.
///
/// - Parameters:
///   - format: the name of the format, one of an extension included.
///   - extensions: what is registered besides ``Builtins``.
///   - diagnostics: what is found wrong while reading and writing, one
///     `file:line:column: level: message` each. The file is `<string>`.
public func expectOutput(
  _ format: String, markdown: String, _ expected: String, extensions: [any Extension] = [],
  configuration: Configuration = Configuration(), diagnostics: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  record(sourceLocation) {
    let rendering = try Rendering(extensions, configuration)
    let document = try rendering.read(markdown)
    let (output, found) = try rendering.write(document, format)
    expectLines(output, expected, sourceLocation)
    expectDiagnostics(document.diagnostics + found, diagnostics, sourceLocation)
  }
}

/// Expects a text, and shows what is not as expected as a difference of lines. A line break at the
/// end does not matter.
public func expectLines(
  _ actual: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  expectLines(actual, expected, sourceLocation)
}

private func expectLines(
  _ actual: String, _ expected: String, _ sourceLocation: SourceLocation
) {
  let difference = lineDifference(
    expected: withoutLineEnd(expected), actual: withoutLineEnd(actual))
  if let difference { fail(difference, sourceLocation) }
}

private func expectDiagnostics(
  _ actual: [Diagnostic], _ expected: [String], _ sourceLocation: SourceLocation
) {
  let difference = lineDifference(
    expected: expected.joined(separator: "\n"),
    actual: actual.map(\.description).joined(separator: "\n"))
  if let difference { fail("other diagnostics:\n" + difference, sourceLocation) }
}

private func withoutLineEnd(_ text: String) -> String {
  text.utf8.last == 0x0A ? String(decoding: text.utf8.dropLast(), as: UTF8.self) : text
}

/// Makes an error a failure at the place of the expectation.
private func record(_ sourceLocation: SourceLocation, _ body: () throws -> Void) {
  do { try body() } catch { Issue.record(error, sourceLocation: sourceLocation) }
}

func fail(_ message: String, _ sourceLocation: SourceLocation) {
  Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
}
