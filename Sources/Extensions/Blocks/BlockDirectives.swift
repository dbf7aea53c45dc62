public import DocTree

/// Blocks that stand out, and groups of blocks.
public struct BlockDirectives: Extension {
  public let name = "blocks"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(directive: "rubric", RubricDirective())
    registry.add(directive: "topic", TopicDirective())
    registry.add(directive: "sidebar", SidebarDirective())
    registry.add(directive: "epigraph", QuotationDirective())
    registry.add(directive: "highlights", QuotationDirective())
    registry.add(directive: "pull-quote", QuotationDirective())
    registry.add(directive: "compound", CompoundDirective())
    registry.add(directive: "container", ContainerDirective())
    // The name that reStructuredText has it under in Sphinx, and the oldest one.
    for name in ["class", "rst-class", "cssclass"] {
      registry.add(directive: name, ClassDirective())
    }
    registry.add(directive: "line-block", LineBlockDirective())
    registry.add(directive: "centered", CenteredDirective())
    registry.add(directive: "hlist", HlistDirective())
    registry.add(directive: "acks", AcksDirective())
    registry.add(transform: SetClasses())
    registry.add(transform: RefuseMisplacedTopics())
  }
}

/// A heading that is no section's.
struct RubricDirective: Directive {
  enum Level: String, Decodable, Sendable, CaseIterable {
    case one = "1"
    case two = "2"
    case three = "3"
    case four = "4"
    case five = "5"
    case six = "6"
  }

  struct Options: NamingOptions {
    var `class`: ClassNames?
    var headingLevel: Level?
    var name: String?
  }

  let argument = DirectiveArgument.requiredInline
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let rubric = call.argumentElement(Rubric.self, in: context)
    if let level = call.options.headingLevel {
      rubric["heading-level"] = Int(level.rawValue).map { .integer($0) }
    }
    call.options.apply(to: rubric, in: context)
    return [rubric]
  }
}

struct TopicDirective: Directive {
  typealias Options = CommonOptions

  let argument = DirectiveArgument.requiredInline

  func run(_ call: DirectiveCall<CommonOptions>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let title = call.argumentElement(Title.self, in: context)
    let topic = Topic(children: [title] + call.nodes, position: call.position)
    call.options.apply(to: topic, in: context)
    return [topic]
  }
}

struct SidebarDirective: Directive {
  struct Options: NamingOptions {
    var `class`: ClassNames?
    var name: String?
    var subtitle: RequiredText?
  }

  let argument = DirectiveArgument.optionalInline

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let sidebar = Sidebar(children: call.nodes, position: call.position)
    if !call.argumentNodes.isEmpty {
      try sidebar.insert(call.argumentElement(Title.self, in: context), at: 0)
    }
    if let subtitle = call.options.subtitle?.text {
      let place = call.position(of: "subtitle")
      guard !call.argumentNodes.isEmpty else {
        throw MarkupError("\"sidebar\" has the option \"subtitle\" and no title", at: place)
      }
      try sidebar.insert(try context.parseInline(subtitle, as: Subtitle.self, at: place), at: 1)
    }
    call.options.apply(to: sidebar, in: context)
    return [sidebar]
  }
}

struct CompoundDirective: Directive {
  typealias Options = CommonOptions

  func run(_ call: DirectiveCall<CommonOptions>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let compound = Compound(children: call.nodes, position: call.position)
    call.options.apply(to: compound, in: context)
    return [compound]
  }
}

/// A group of blocks; the argument is its classes.
struct ContainerDirective: Directive {
  struct Options: NamingOptions {
    var name: String?
    var `class`: ClassNames? { nil }
  }

  let argument = DirectiveArgument.optional

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let container = Container(children: call.nodes, position: call.position)
    container.classes = Identifiers.classes(of: [call.argument])
    call.options.applyName(to: container, in: context)
    return [container]
  }
}

struct CenteredDirective: Directive {
  let argument = DirectiveArgument.requiredInline
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    [call.argumentElement(Centered.self, in: context)]
  }
}

/// A list in columns. (Sphinx: directives.other.HList.)
struct HlistDirective: Directive {
  struct Options: Decodable {
    var columns: Int?
  }

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    guard call.nodes.count == 1, let list = call.nodes.first as? BulletList else {
      throw MarkupError("\"hlist\" takes exactly one list as its content", severity: .warning)
    }
    let items = list.removeChildren()
    let count = call.options.columns ?? 2
    guard (1...1000).contains(count) else {
      throw MarkupError(
        "\"hlist\" cannot have \(count) columns; allowed: 1 to 1000",
        at: call.position(of: "columns"))
    }
    let result = Hlist(children: [], position: call.position)
    result.ncolumns = count
    var next = 0
    for column in 0..<count {
      let size = items.count / count + (column < items.count % count ? 1 : 0)
      let part = BulletList(children: Array(items[next..<next + size]), position: list.position)
      part.isTight = list.isTight
      try result.append(Hlistcol(children: [part], position: list.position))
      next += size
    }
    return [result]
  }
}

struct AcksDirective: Directive {
  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    guard call.nodes.count == 1, call.nodes.first is BulletList else {
      throw MarkupError("\"acks\" takes exactly one list as its content", severity: .warning)
    }
    return [Acks(children: call.nodes, position: call.position)]
  }
}
