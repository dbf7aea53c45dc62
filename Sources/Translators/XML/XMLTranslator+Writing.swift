import DocTree

extension XMLTranslator {
  private static let textEscapes = Escaping([
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;",
  ])
  private static let valueEscapes = Escaping([
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;",
  ])
  private static let quotedEscapes = Escaping([
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;",
    "\"": "&quot;",
  ])

  mutating func open(
    _ name: String, _ attributes: [(name: String, value: AttributeValue)], isInline: Bool,
    isSimple: Bool, isFixed: Bool, at element: Element? = nil
  ) {
    if simple == 0 { writeIndent() }
    output.append(0x3C)
    output += name.utf8
    for attribute in attributes { write(attribute.name, attribute.value.text, at: element) }
    output.append(0x3E)
    if !isInline { level += 1 }
    if isFixed { fixed += 1 }
    if isSimple { simple += 1 }
    if simple == 0, breaksLines { output.append(0x0A) }
  }

  mutating func close(_ name: String, isInline: Bool, isSimple: Bool, isFixed: Bool) {
    if !isInline { level -= 1 }
    if simple == 0 { writeIndent() }
    output.append(0x3C)
    output.append(0x2F)
    output += name.utf8
    output.append(0x3E)
    if isFixed { fixed -= 1 }
    if isSimple { simple -= 1 }
    if simple == 0, breaksLines { output.append(0x0A) }
  }

  mutating func write(text: String) {
    guard indent > 0, fixed == 0, text.utf8.contains(0x0A) else {
      Self.textEscapes.append(text, to: &output)
      return
    }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 {
        output.append(0x0A)
        writeIndent()
      }
      // The text is cut at line feeds, so each part is UTF-8.
      Self.textEscapes.append(String(Substring(line)), to: &output)
    }
  }

  /// Writes raw text; that for XML goes out as it is.
  mutating func write(raw element: Element) {
    // The kind derives from Raw's.
    let raw = unsafeDowncast(element, to: Raw.self)
    guard raw.isXML else {
      write(text: raw.text)
      return
    }
    output += raw.text.utf8
    do {
      var parser = try XMLParser(Source(raw.text, file: raw.nearestPosition.file))
      while true {
        if case .endOfDocument = try parser.next() { return }
      }
    } catch {
      let problem = (error as? ReadError)?.diagnostic
      diagnostics.append(
        Diagnostic(
          .warning,
          "raw XML is not well-formed in line \(problem?.position.line ?? 1), "
            + "column \(problem?.position.column ?? 1) of it: \(problem?.message ?? "\(error)")",
          at: raw.nearestPosition, category: "write.xml"))
    }
  }

  func ownText(of element: Element) -> String {
    // The caller has asked the kind, which derives from PureTextElement's.
    unsafeDowncast(element, to: PureTextElement.self).text
  }

  /// Writes an attribute, in apostrophes if that saves escaping.
  private mutating func write(_ name: String, _ value: String, at element: Element?) {
    guard XMLName.isValid(name) else {
      diagnostics.append(
        Diagnostic(
          .warning, "XML cannot have an attribute called '\(name)'; it is left out",
          at: element?.nearestPosition ?? .unknown, category: "write.xml"))
      return
    }
    output.append(0x20)
    output += name.utf8
    output.append(0x3D)
    let hasQuotes = value.utf8.contains(0x22)
    let quote: UInt8 = hasQuotes && !value.utf8.contains(0x27) ? 0x27 : 0x22
    let escapes = hasQuotes && quote == 0x22 ? Self.quotedEscapes : Self.valueEscapes
    output.append(quote)
    escapes.append(value, to: &output)
    output.append(quote)
  }

  private mutating func writeIndent() {
    output.append(contentsOf: repeatElement(0x20, count: indent * min(level, 100)))
  }
}

extension Raw {
  /// Whether the text is meant for XML.
  var isXML: Bool { (format ?? "").split(separator: " ").contains("xml") }
}
