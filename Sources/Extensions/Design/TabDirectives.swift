import DocTree

struct TabSetDirective: Directive {
  struct Options: Decodable, Sendable {
    var `class`: ClassNames?
    var syncGroup: String?
  }

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let items = call.nodes.filter { $0 is TabItem || $0 is Target }
    if let stranger = call.nodes.first(where: {
      !($0 is TabItem || $0 is Target || $0 is Comment || $0 is SystemMessage)
    }) {
      context.document.report(
        .warning, "a tab-set contains tab-item only; this is left out", at: stranger,
        category: "design.tab")
    }
    let set = TabSet(children: items, position: call.position)
    set.classes = ["sd-tab-set"] + call.options.class.classNames
    for case let item as TabItem in items where item.syncID != nil {
      item.syncGroup = call.options.syncGroup ?? "tab"
    }
    return [set]
  }
}

/// One tab; the argument is its label.
struct TabItemDirective: Directive {
  struct Options: NamingOptions {
    var classContainer: ClassNames?
    var classContent: ClassNames?
    var classLabel: ClassNames?
    var name: String?
    var selected: Flag?
    var sync: String?
    var `class`: ClassNames? { nil }
  }

  let argument = DirectiveArgument.requiredInline

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let options = call.options
    let item = TabItem(
      label: call.argumentNodes, content: call.nodes, labelClasses: options.classLabel.classNames,
      contentClasses: options.classContent.classNames, at: call.position)
    item.classes += options.classContainer.classNames
    if let label = item.firstChild(ofKind: TabLabel.self) {
      context.document.noteRawSource(label.astext(), of: label)
    }
    item.isSelected = options.selected != nil
    item.syncID = options.sync
    options.applyName(to: item, in: context)
    return [item]
  }
}

/// A tab for each block of code, with its language as the label.
struct TabSetCodeDirective: Directive {
  struct Options: Decodable, Sendable {
    var classItem: ClassNames?
    var classSet: ClassNames?
    var noSync: Flag?
    var syncGroup: String?
  }

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let set = TabSet(children: [], position: call.position)
    set.classes = ["sd-tab-set"] + call.options.classSet.classNames
    for node in call.nodes {
      let code = Self.code(in: node)
      guard let code else {
        if !(node is Comment || node is SystemMessage) {
          context.document.report(
            .warning, "a tab-set-code contains blocks of code only; this is left out", at: node,
            category: "design.tab")
        }
        continue
      }
      let language = code.language ?? "unknown"
      let item = TabItem(
        label: [Text(language.uppercased())], content: [node], labelClasses: [],
        contentClasses: [], at: node.position)
      item.classes += call.options.classItem.classNames
      if call.options.noSync == nil {
        item.syncGroup = call.options.syncGroup ?? "code"
        item.syncID = language
      }
      try set.append(item)
    }
    return [set]
  }

  /// The block itself, or the one that a caption stands above.
  private static func code(in node: Node) -> LiteralBlock? {
    node as? LiteralBlock ?? (node as? Container)?.firstChild(ofKind: LiteralBlock.self)
  }
}

extension TabItem {
  convenience init(
    label: [Node], content: [Node], labelClasses: [String], contentClasses: [String],
    at position: SourcePosition
  ) {
    let labelElement = TabLabel(children: label, position: position)
    labelElement.classes = ["sd-tab-label"] + labelClasses
    let part = IndentedPart(
      "tab-content", classes: ["sd-tab-content"] + contentClasses, children: content,
      at: position)
    self.init(children: [labelElement, part], position: position)
    classes = ["sd-tab-item"]
  }
}

/// A text that a reader can fold away; the argument is what always shows.
struct DropdownDirective: Directive {
  enum Animation: String, Decodable, Sendable, CaseIterable {
    case fadeIn = "fade-in"
    case fadeInSlideDown = "fade-in-slide-down"
  }
  enum Chevron: String, Decodable, Sendable, CaseIterable {
    case rightDown = "right-down"
    case downUp = "down-up"
  }

  struct Options: NamingOptions {
    var animate: Animation?
    var chevron: Chevron?
    var classBody: ClassNames?
    var classContainer: ClassNames?
    var classTitle: ClassNames?
    var color: SemanticColor?
    var icon: String?
    var margin: Spacing?
    var name: String?
    var open: Flag?
    var `class`: ClassNames? { nil }
  }

  let argument = DirectiveArgument.optionalInline

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    let title = DropdownTitle(children: call.argumentNodes, position: call.position)
    context.document.noteRawSource(title.astext(), of: title)
    title.classes = ["sd-summary-title", "sd-card-header"] + options.classTitle.classNames
    if let color = options.color {
      title.classes += ["sd-bg-\(color.name)", "sd-bg-text-\(color.name)"]
    }
    title.icon = options.icon
    title.pointsDown = options.chevron == .downUp
    let body = IndentedPart(
      "dropdown-body",
      classes: ["sd-summary-content", "sd-card-body"] + options.classBody.classNames,
      children: call.nodes, at: call.contentPosition)
    Card.markParagraphs(of: body)
    let dropdown = Dropdown(children: [title, body], position: call.position)
    dropdown.classes =
      ["sd-sphinx-override", "sd-dropdown", "sd-card"]
      + (options.margin?.classes("sd-m") ?? ["sd-mb-3"]) + options.classContainer.classNames
    if let animation = options.animate { dropdown.classes.append("sd-\(animation.rawValue)") }
    dropdown.isOpen = options.open != nil
    options.applyName(to: dropdown, in: context)
    return [dropdown]
  }
}
