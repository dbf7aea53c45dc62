import DocTree

/// How XML shows elements of one kind. (docutils: the classes that XMLTranslator asks for.)
struct XMLKind {
  enum Form { case element, pureText, raw, unknown, hardBreak }

  let name: String
  /// The name in tags; nil if XML cannot have an element of that name.
  let tag: String?
  let form: Form
  /// Whether the class declares attributes.
  let declares: Bool
  /// Stands in text, so that it makes no level of its own.
  let isInline: Bool
  /// Holds text or nothing: no line breaks are added inside.
  let isSimple: Bool
  /// The white space of its text matters.
  let isFixed: Bool
  /// Whether white space between its children is content, and not only how the XML is laid out.
  let holdsText: Bool
  /// Whether it may hold text although it is no ``TextElement``.
  let mayHoldText: Bool

  init(_ kind: Kind) {
    name = kind.name
    tag = XMLName.isValid(name) ? name : nil
    declares = !kind.attributes.isEmpty
    isInline = kind.categories.contains(.inline)
    let isPureText = kind.isKind(of: PureTextElement.kind)
    holdsText = isPureText || kind.isKind(of: TextElement.kind)
    mayHoldText = kind.content.parts.contains { part in
      part.alternatives.contains {
        if case .text = $0 { true } else { false }
      }
    }
    isSimple =
      holdsText
      || [Meta.kind, Image.kind, Colspec.kind, Transition.kind].contains { kind.isKind(of: $0) }
    isFixed =
      kind.isKind(of: Literal.kind) || kind.attributes.contains { $0.name == "xml:space" }
    form =
      if kind === HardBreak.kind {
        .hardBreak
      } else if kind === UnknownElement.kind {
        .unknown
      } else if kind.isKind(of: Raw.kind) {
        .raw
      } else if isPureText {
        .pureText
      } else {
        .element
      }
  }
}

/// The ``XMLKind`` of each kind that has come up.
struct XMLKinds {
  private var kinds: [XMLKind?] = []

  subscript(node: Node) -> XMLKind {
    mutating get {
      let index = Int(node.kindIndex)
      if index < kinds.count, let kind = kinds[index] { return kind }
      while kinds.count <= index { kinds.append(nil) }
      let kind = XMLKind(node.kind)
      kinds[index] = kind
      return kind
    }
  }
}
