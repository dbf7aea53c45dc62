import DocTree
import Translators

/// A kind of a user's, with attributes of all sorts.
final class Stamp: TextElement {
  var count: Int?
  var isRed = false
  var tags: [String] = []
  var secret: String?
  var shape: String? = "round"

  override class var schema: Schema {
    Schema(
      .inline,
      attributes: [
        Attribute("count", \Stamp.count), Attribute("red", \Stamp.isRed, default: false),
        Attribute("tags", \Stamp.tags, default: []),
        Attribute("secret", \Stamp.secret, isHidden: true),
        Attribute("shape", \Stamp.shape),
      ])
  }
}

struct StampExtension: Extension {
  let name = "stamps"
  func register(in registry: inout Registry) { registry.add(kinds: Stamp.self) }
}

enum Sample {
  static func registry(_ extensions: any Extension...) throws -> Registry {
    try Registry(
      extensions: [StandardKinds(), XMLFormat(), JSONFormat(), PseudoXMLFormat()] + extensions)
  }

  /// Text that has something of everything.
  static let odd = "a b\\c \"d\" 'e' <f> & \u{1}\t\u{7F}é😀 \u{301}\r\n\u{2028}z"

  /// A document with an element of every kind in the registry, each with odd attributes.
  static func everyKind(_ registry: Registry) throws -> Document {
    let document = Document()
    document.position = SourcePosition(file: SourceFile("every kind.md"), line: 1, column: 1)
    let names = registry.kinds.keys.sorted()
    for (number, name) in names.enumerated() {
      guard let type = registry.kinds[name]?.kind.type as? Element.Type else { continue }
      let element = type.init()
      for attribute in element.kind.attributes
      where !element.set(attribute.name, to: .string(odd + name)) {
        // It is no string, then.
        if !element.set(attribute.name, to: .integer(number)) {
          element.set(attribute.name, to: true)
        }
      }
      element.ids = ["a b", "b\\c", "\"'", "é"]
      element.classes = [name]
      element["undeclared"] = .string(odd)
      element["list"] = .list(["a b", "b\\c", "\\", " "])
      element["empty"] = ""
      element["empty-list"] = .list([])
      element["number"] = .integer(.min)
      element["flag"] = .flag(number % 2 == 0)
      element["nothing"] = AttributeValue.none
      element.position = SourcePosition(
        file: number % 3 == 0 ? SourceFile("other \"file\".md") : document.position.file,
        line: number, column: number % 5)
      if let element = element as? PureTextElement {
        element.text = odd
      } else if element is TextElement {
        try element.append(odd, Emphasis("in"), "\n  after\n")
      } else {
        try element.append(Paragraph("first"), Paragraph())
      }
      try document.append(element)
    }
    return document
  }
}

/// Everything that is in a tree, line by line; made without any of the formats.
struct TreeDescription: NodeVisitor {
  private(set) var lines: [String] = []
  private var depth = 0
  /// Whether to show only what XML can show.
  let visibleOnly: Bool

  static func of(_ node: Node, visibleOnly: Bool = false) throws -> [String] {
    var description = TreeDescription(visibleOnly: visibleOnly)
    try node.walkabout(&description)
    return description.lines
  }

  init(visibleOnly: Bool) { self.visibleOnly = visibleOnly }

  mutating func visit(_ node: Node) -> VisitAction {
    var line = "\(depth) \(type(of: node))"
    if let text = node as? Text { line += " \(text.string.debugDescription)" }
    if let unknown = node as? UnknownElement { line += " <\(unknown.name)>" }
    if let element = node as? PureTextElement { line += " \(element.text.debugDescription)" }
    if let element = node as? Element, !(visibleOnly && element is HardBreak) {
      for (name, value) in element.attributes(hidden: !visibleOnly) {
        line += visibleOnly ? " \(name)=\(value.text.debugDescription)" : " \(name)=\(value)"
      }
    }
    if !visibleOnly { line += " at \(node.position.file.name):\(node.position)" }
    lines.append(line)
    depth += 1
    return .continue
  }

  mutating func depart(_ node: Node) -> DepartAction {
    depth -= 1
    return .continue
  }
}
