public import DocTree

/// Writes the tree as JSON, with everything that is in it:
///
///     {"kind":"document","position":[1,1,"a.md"],"attributes":{"ids":["a"]},"children":[
///     {"kind":"paragraph","position":[1,1],"children":[
///     "text without a position",
///     {"text":"text with one","position":[1,9]}]}]}
///
/// An element has its kind's name, and what it has of: its position (line and column; the file
/// where it is not the root's), attributes, the text that it holds itself, and children. The value
/// of an attribute is a string, a list of strings, an integer, a Boolean, or null for an attribute
/// without a value; attributes that docutils does not show are among them. Each child is on a line
/// of its own and nothing is indented, so that depth costs nothing.
///
/// It needs no handlers: kinds of your own are written by their names and attributes.
public struct JSONTranslator: Translator {
  public static let format = "json"
  public static let suffix = ".json"

  public var handlers: HandlerTable<JSONTranslator>
  public var diagnostics: [Diagnostic] = []

  private var output: [UInt8] = []
  private var kinds: [KnownKind?] = []
  /// The file that positions are in if they do not name one.
  private let file: SourceFile
  /// Open elements, and whether a child of theirs was written.
  private var open: [Bool] = []

  private struct KnownKind {
    /// The name, as a JSON string.
    let name: [UInt8]
    let isUnknown: Bool
    let isPureText: Bool
    let declares: Bool
  }

  public init(_ context: TranslationContext) {
    handlers = HandlerTable(context)
    file = context.document.position.file
  }

  public mutating func visit(_ node: Node) -> VisitAction {
    if let last = open.indices.last {
      output += open[last] ? ",\n".utf8 : ",\"children\":[\n".utf8
      open[last] = true
    }
    guard let element = node.asElement else {
      if let text = node.asText { write(text) }
      return .continue
    }
    let kind = kind(of: element)
    output += "{\"kind\":".utf8
    if kind.isUnknown {
      // The kind is UnknownElement's own, and that class is final.
      write(unsafeDowncast(element, to: UnknownElement.self).name)
    } else {
      output += kind.name
    }
    if element.position != .unknown { write(element.position) }
    if kind.declares || element.hasRareAttributes { writeAttributes(of: element) }
    if kind.isPureText {
      // The kind derives from PureTextElement's.
      let text = unsafeDowncast(element, to: PureTextElement.self).text
      if !text.isEmpty {
        output += ",\"text\":".utf8
        write(text)
      }
    }
    open.append(false)
    return .continue
  }

  public mutating func depart(_ node: Node) -> DepartAction {
    guard node.asElement != nil else { return .continue }
    if open.removeLast() { output.append(0x5D) }
    output.append(0x7D)
    return .continue
  }

  public mutating func finish() -> [UInt8] {
    output.append(0x0A)
    return output
  }

  private mutating func kind(of element: Element) -> KnownKind {
    let index = Int(element.kindIndex)
    if index < kinds.count, let kind = kinds[index] { return kind }
    while kinds.count <= index { kinds.append(nil) }
    let kind = element.kind
    var name: [UInt8] = []
    JSONString.append(kind.name, to: &name)
    let known = KnownKind(
      name: name, isUnknown: kind === UnknownElement.kind,
      isPureText: kind.isKind(of: PureTextElement.kind), declares: !kind.attributes.isEmpty)
    kinds[index] = known
    return known
  }

  private mutating func write(_ text: Text) {
    guard text.position != .unknown else {
      write(text.string)
      return
    }
    output += "{\"text\":".utf8
    write(text.string)
    write(text.position)
    output.append(0x7D)
  }

  private mutating func write(_ position: SourcePosition) {
    output += ",\"position\":[".utf8
    output += String(position.line).utf8
    output.append(0x2C)
    output += String(position.column).utf8
    // The root's own always names its file: nothing else does.
    if position.file != file || open.isEmpty {
      output.append(0x2C)
      write(position.file.name)
    }
    output.append(0x5D)
  }

  private mutating func writeAttributes(of element: Element) {
    let attributes = element.attributes(hidden: true)
    guard !attributes.isEmpty else { return }
    output += ",\"attributes\":{".utf8
    for (index, attribute) in attributes.enumerated() {
      if index > 0 { output.append(0x2C) }
      write(attribute.name)
      output.append(0x3A)
      write(attribute.value)
    }
    output.append(0x7D)
  }

  private mutating func write(_ value: AttributeValue) {
    switch value {
    case .string(let string): write(string)
    case .integer(let integer): output += String(integer).utf8
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    case .none: output += "null".utf8
    case .list(let list):
      output.append(0x5B)
      for (index, item) in list.enumerated() {
        if index > 0 { output.append(0x2C) }
        write(item)
      }
      output.append(0x5D)
    }
  }

  private mutating func write(_ string: String) { JSONString.append(string, to: &output) }
}
