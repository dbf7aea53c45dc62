import DocTree

/// A block with classes; the argument is them.
struct DivDirective: Directive {
  struct Options: NamingOptions {
    var name: String?
    var style: String?
    var `class`: ClassNames? { nil }
  }

  let argument = DirectiveArgument.optional

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let block = Component(
      "div", classes: call.argument.split(whereSeparator: \.isWhitespace).map(String.init),
      children: call.nodes, at: call.position)
    if let style = call.options.style { block["style"] = .string(style) }
    call.options.applyName(to: block, in: context)
    return [block]
  }
}

/// Blocks in columns; the argument is how many of these there are.
struct GridDirective: Directive {
  struct Options: Decodable, Sendable {
    var classContainer: ClassNames?
    var classRow: ClassNames?
    var gutter: String?
    var margin: Spacing?
    var outline: Flag?
    var padding: Spacing?
    var reverse: Flag?
  }

  let argument = DirectiveArgument.optional

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let options = call.options
    let columns = try ScreenSizes.classes(
      call.argument, "sd-row-cols-", in: 1...12, allowsAuto: true, for: "the number of columns",
      at: call.argumentPosition)
    let gutter = try ScreenSizes.classes(
      options.gutter, "sd-g-", in: 0...5, allowsAuto: false, for: "gutter",
      at: call.position(of: "gutter"))
    if let stranger = call.nodes.first(where: { !Self.mayStandInRow($0) }) {
      context.document.report(
        .warning, "a grid contains grid-item and grid-item-card only", at: stranger,
        category: "design.grid")
    }
    let row = Component(
      "grid-row",
      classes: ["sd-row"] + columns + gutter
        + (options.reverse == nil ? [] : ["sd-flex-row-reverse"]) + options.classRow.classNames,
      children: call.nodes, at: call.position)
    let grid = Component(
      "grid-container",
      classes: ["sd-container-fluid", "sd-sphinx-override"]
        + (options.margin?.classes("sd-m") ?? ["sd-mb-4"])
        + (options.padding?.classes("sd-p") ?? [])
        + (options.outline == nil ? [] : ["sd-border-1"]) + options.classContainer.classNames,
      children: [row], at: call.position)
    return [grid]
  }

  private static func mayStandInRow(_ node: Node) -> Bool {
    (node as? Component)?.component == "grid-item" || node is Comment || node is Target
      || node is SystemMessage
  }
}

struct GridItemDirective: Directive {
  enum Direction: String, Decodable, Sendable, CaseIterable { case column, row }
  enum Alignment: String, Decodable, Sendable, CaseIterable {
    case start, end, center, justify, spaced
  }

  struct Options: Decodable, Sendable {
    var childAlign: Alignment?
    var childDirection: Direction?
    var `class`: ClassNames?
    var columns: String?
    var margin: Spacing?
    var outline: Flag?
    var padding: Spacing?
  }

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    var classes = ["sd-col", "sd-d-flex-\((options.childDirection ?? .column).rawValue)"]
    classes += try ScreenSizes.classes(
      options.columns, "sd-col-", in: 1...12, allowsAuto: true, for: "columns",
      at: call.position(of: "columns"))
    classes += options.margin?.classes("sd-m") ?? []
    classes += options.padding?.classes("sd-p") ?? []
    if let align = options.childAlign { classes.append("sd-align-major-\(align.rawValue)") }
    if options.outline != nil { classes.append("sd-border-1") }
    classes += options.class.classNames
    return [Component("grid-item", classes: classes, children: call.nodes, at: call.position)]
  }
}

/// A card as an item of a grid.
struct GridItemCardDirective: Directive {
  typealias Options = CardOptions

  let argument = DirectiveArgument.optionalInline
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<CardOptions>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    var classes = ["sd-col", "sd-d-flex-row"]
    classes += try ScreenSizes.classes(
      options.columns, "sd-col-", in: 1...12, allowsAuto: true, for: "columns",
      at: call.position(of: "columns"))
    classes += options.margin?.classes("sd-m") ?? []
    classes += options.padding?.classes("sd-p") ?? []
    classes += options.classItem.classNames
    let card = try Card(call, context).make(isInGrid: true)
    return [Component("grid-item", classes: classes, children: [card], at: call.position)]
  }
}
