import DocTree

struct CardOptions: Decodable, Sendable {
  var classBody: ClassNames?
  var classCard: ClassNames?
  var classFooter: ClassNames?
  var classHeader: ClassNames?
  var classImgBottom: ClassNames?
  var classImgTop: ClassNames?
  var classItem: ClassNames?
  var classTitle: ClassNames?
  var columns: String?
  var footer: String?
  var header: String?
  var imgAlt: String?
  var imgBackground: String?
  var imgBottom: String?
  var imgTop: String?
  var link: RequiredPath?
  var linkAlt: String?
  var linkType: LinkType?
  var margin: Spacing?
  var padding: Spacing?
  var shadow: Shadow?
  var textAlign: TextAlignment?
  var width: CardWidth?
}

/// A block with a title, pictures, a header and a footer; the argument is the title.
struct CardDirective: Directive {
  typealias Options = CardOptions

  let argument = DirectiveArgument.optionalInline
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<CardOptions>, in context: any ParseContext) throws -> [Node] {
    [try Card(call, context).make(isInGrid: false)]
  }
}

/// The header or the footer of the card that it stands in.
struct CardPartDirective: Directive {
  struct Options: Decodable, Sendable {
    var `class`: ClassNames?
  }

  let component: String

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let part = Component(
      component, classes: ["sd-\(component)"] + call.options.class.classNames,
      children: call.nodes, at: call.position)
    Card.markParagraphs(of: part)
    return [part]
  }
}

/// Cards side by side that scroll; the argument is how many show at a time.
struct CarouselDirective: Directive {
  struct Options: Decodable, Sendable {
    var `class`: ClassNames?
  }

  let argument = DirectiveArgument.required

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    guard let count = Int(call.argument.trimmed), (1...12).contains(count) else {
      throw MarkupError(
        "a card-carousel cannot show '\(call.argument)' cards; allowed: 1 to 12",
        at: call.argumentPosition)
    }
    return [
      Component(
        "card-carousel",
        classes: ["sd-sphinx-override", "sd-cards-carousel", "sd-card-cols-\(count)"]
          + call.options.class.classNames,
        children: call.nodes, at: call.position)
    ]
  }
}

/// A card that is being made. (sphinx-design: cards.CardDirective.create_card.)
struct Card {
  private let call: DirectiveCall<CardOptions>
  private let context: any ParseContext
  private var options: CardOptions { call.options }

  init(_ call: DirectiveCall<CardOptions>, _ context: any ParseContext) {
    self.call = call
    self.context = context
  }

  func make(isInGrid: Bool) throws -> Component {
    var classes = ["sd-card", "sd-sphinx-override"]
    if let width = options.width?.name ?? (isInGrid ? "100" : nil) {
      classes.append("sd-w-\(width)")
    }
    if !isInGrid { classes += options.margin?.classes("sd-m") ?? ["sd-mb-3"] }
    classes.append("sd-shadow-\((options.shadow ?? .sm).rawValue)")
    if options.link != nil { classes.append("sd-card-hover") }
    if let align = options.textAlign { classes.append("sd-text-\(align.rawValue)") }
    classes += options.classCard.classNames
    let card = Component("card", classes: classes, at: call.position)
    var parts: [Node] = []
    if let uri = options.imgTop {
      parts.append(image(uri, ["sd-card-img-top"] + options.classImgTop.classNames))
    }
    parts += try content()
    if let uri = options.imgBottom {
      parts.append(image(uri, ["sd-card-img-bottom"] + options.classImgBottom.classNames))
    }
    if let link = options.link { parts.append(try self.link(to: link.text)) }
    if let uri = options.imgBackground {
      try card.append(
        image(uri, ["sd-card-img"]),
        Component("card-overlay", classes: ["sd-card-img-overlay"], children: parts))
    } else {
      try card.append(parts)
    }
    return card
  }

  private func image(_ uri: String, _ classes: [String]) -> Image {
    let image = Image(children: [], position: call.position)
    image.uri = uri
    image.alt = options.imgAlt ?? ""
    image.classes = classes
    return image
  }

  /// The header, the body and the footer.
  private func content() throws -> [Node] {
    var parts = CardText(call.text, at: call.contentPosition)
    if parts.header == nil, let header = options.header {
      parts.header = (header, call.position(of: "header"))
    }
    if parts.footer == nil, let footer = options.footer {
      parts.footer = (footer, call.position(of: "footer"))
    }
    var header = try parts.header.map {
      try part("card-header", $0, options.classHeader.classNames)
    }
    var footer = try parts.footer.map {
      try part("card-footer", $0, options.classFooter.classNames)
    }
    let body = try part("card-body", parts.body, options.classBody.classNames)
    for child in body.children {
      guard let component = child as? Component else { continue }
      if component.component == "card-header" {
        component.detach()
        header = component
      } else if component.component == "card-footer" {
        component.detach()
        footer = component
      }
    }
    if !call.argumentNodes.isEmpty {
      let title = CardTitle(children: call.argumentNodes, position: call.argumentPosition)
      context.document.noteRawSource(title.astext(), of: title)
      title.classes =
        ["sd-card-title", "sd-font-weight-bold"] + options.classTitle.classNames
      try body.insert(title, at: 0)
    }
    return [header, body, footer].compactMap { $0 }
  }

  private func part(
    _ component: String, _ text: CardText.Part, _ classes: [String]
  ) throws -> Component {
    let part = Component(
      component, classes: ["sd-\(component)"] + classes,
      children: try context.parseBlocks(text.text, at: text.position), at: text.position)
    Self.markParagraphs(of: part)
    return part
  }

  static func markParagraphs(of part: Component) {
    for case let paragraph as Paragraph in part.children {
      paragraph.classes.append("sd-card-text")
    }
  }

  private func link(to target: String) throws -> CardLink {
    let text = Inline(children: [Text(options.linkAlt ?? target)], position: call.position)
    let element = DesignLink.make(
      options.linkType ?? .url, target, text, isExplicit: options.linkAlt != nil,
      classes: ["sd-stretched-link", "sd-hide-link-text"], at: call.position, in: context)
    let link = CardLink(children: [element], position: call.position)
    link.hasText = options.linkAlt != nil
    return link
  }
}

/// The text of a card: a header above a line of `^^^`, a footer below one of `+++`.
struct CardText {
  /// A text and where it begins.
  typealias Part = (text: String, position: SourcePosition)
  var header: Part?
  private(set) var body: Part
  var footer: Part?

  init(_ text: String, at position: SourcePosition) {
    let lines = text.lines
    func isRule(_ line: Substring, _ character: Character) -> Bool {
      line.count >= 3 && line.allSatisfy { $0 == character }
    }
    var start = 0
    var end = lines.count
    if let index = lines.firstIndex(where: { isRule($0, "^") }) {
      header = (lines[..<index].joined(separator: "\n"), position)
      start = index + 1
    }
    if let index = lines[start...].firstIndex(where: { isRule($0, "+") }) {
      footer = (
        lines[(index + 1)...].joined(separator: "\n"), position.advanced(lines: index + 1)
      )
      end = index
    }
    body = (lines[start..<end].joined(separator: "\n"), position.advanced(lines: start))
  }
}
