public import DocTree

/// Pictures: `image`, `figure`, and MyST's `figure-md`, whose picture is written in Markdown.
public struct ImageDirectives: Extension {
  public let name = "images"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(directive: "image", ImageDirective())
    registry.add(directive: "figure", FigureDirective())
    registry.add(directive: "figure-md", FigureMarkdownDirective())
    registry.add(transform: ImageCandidates().only(in: .sphinx))
  }
}

/// The options that pictures have.
protocol ImageOptions: NamingOptions {
  var alt: String? { get }
  var height: Height? { get }
  var width: Length? { get }
  var scale: Percentage? { get }
  var target: RequiredText? { get }
  var loading: LoadingTime? { get }
}

enum LoadingTime: String, Decodable, Sendable, CaseIterable {
  case embed, link, lazy
}

extension ImageOptions {
  /// Makes the picture, in a link if the options say so. (docutils: directives.images.Image.)
  func makeImage(_ argument: String, at position: SourcePosition) -> (outer: Element, image: Image)
  {
    let image = Image(children: [], position: position)
    image.uri = argument.filter { !$0.isWhitespace }
    image.alt = alt
    image.height = height?.text
    image.width = width?.text
    image.scale = scale.map { String($0.value) }
    image.loading = loading?.rawValue
    image.classes = classNames
    guard let target = target?.text else { return (image, image) }
    let reference = Reference(children: [image], position: position)
    reference.refuri = target.filter { !$0.isWhitespace }
    return (reference, image)
  }
}

struct ImageDirective: Directive {
  enum Alignment: String, Decodable, Sendable, CaseIterable {
    case top, middle, bottom, left, center, right
  }

  struct Options: ImageOptions {
    var align: Alignment?
    var alt: String?
    var `class`: ClassNames?
    var height: Height?
    var loading: LoadingTime?
    var name: String?
    var scale: Percentage?
    var target: RequiredText?
    var width: Length?
  }

  let argument = DirectiveArgument.required
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let (outer, image) = call.options.makeImage(call.argument, at: call.position)
    image.align = call.options.align?.rawValue
    call.options.applyName(to: image, in: context)
    return [outer]
  }
}

/// A picture with a caption, which is the first paragraph, and a legend, which is the rest.
struct FigureDirective: Directive {
  struct Options: ImageOptions {
    var align: HorizontalAlignment?
    var alt: String?
    var `class`: ClassNames?
    var figclass: ClassNames?
    var figname: String?
    var figwidth: FigureWidth?
    var height: Height?
    var loading: LoadingTime?
    var name: String?
    var scale: Percentage?
    var target: RequiredText?
    var width: Length?
  }

  /// A length, or `image` for that of the picture.
  struct FigureWidth: OptionValue {
    static let allowed = "image, or \(Length.allowed)"
    let length: Length?

    init?(_ text: String) {
      length = Length(text)
      if length == nil, text.lowercased() != "image" { return nil }
    }

    static func problem(with text: String) -> String { Length.problem(with: text) }

    /// As it stands in a tree: a number alone is one of pixels.
    var text: String? {
      length.map { $0.text.last?.isNumber ?? false ? $0.text + "px" : $0.text }
    }
  }

  let argument = DirectiveArgument.required

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    let (outer, image) = options.makeImage(call.argument, at: call.position)
    let figure = Figure(children: [outer], position: call.position)
    figure.width = options.figwidth?.text
    figure.align = options.align?.rawValue
    figure.classes = options.figclass?.names ?? []
    if let name = options.figname, !name.isEmpty {
      figure.names.append(ReferenceName.normalized(name))
    }
    // docutils gives the name to the picture.
    let isDocutils = context.configuration[Dialect.key] == .docutils
    options.applyName(to: isDocutils ? image : figure, in: context)
    return [figure] + (try addCaption(of: call, to: figure, in: context))
  }

  /// - Returns: what has to stand behind the figure.
  private func addCaption(
    of call: DirectiveCall<Options>, to figure: Figure, in context: any ParseContext
  ) throws -> [Node] {
    // Labels may stand before the caption, and are its.
    let hidden = call.nodes.prefix { $0 is Target }
    guard let first = call.nodes.dropFirst(hidden.count).first else { return [] }
    if let paragraph = first as? Paragraph {
      try figure.append(Array(hidden))
      try figure.append(Caption(contentOf: paragraph))
    } else if !(first is Comment) {
      return [
        context.document.report(
          .error, "Figure caption must be a paragraph or empty comment.",
          position: first.asElement?.nearestPosition ?? call.position)
      ]
    }
    let rest = Array(call.nodes.dropFirst(hidden.count + 1))
    if !rest.isEmpty { try figure.append(Legend(children: rest, position: call.position)) }
    return []
  }
}

/// A figure whose content is a picture in Markdown and a caption. (myst-parser: FigureMarkdown.)
struct FigureMarkdownDirective: Directive {
  struct Options: Decodable {
    var align: HorizontalAlignment?
    var `class`: ClassNames?
    /// MyST takes it, and the argument is the name nevertheless.
    var name: String?
    var width: FigureDirective.FigureWidth?
  }

  let argument = DirectiveArgument.optional

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    guard call.nodes.count == 2, let picture = try Self.picture(call.nodes[0], in: context),
      let text = call.nodes[1] as? Paragraph
    else {
      throw MarkupError("content should be one image, followed by a single paragraph caption")
    }
    let figure = Figure(children: [picture], position: call.position)
    try figure.append(Caption(contentOf: text))
    figure.width = call.options.width?.text
    figure.align = call.options.align?.rawValue
    figure.classes = call.options.class?.names ?? []
    if !call.argument.isEmpty {
      figure.names = [ReferenceName.normalized(call.argument)]
    }
    return [figure]
  }

  /// The picture that a block consists of: an image, or a paragraph with one, be it in a link.
  private static func picture(_ block: Node, in context: any ParseContext) throws -> Node? {
    if let html = block as? Raw {
      let nodes = try nodes(of: html, in: context)
      return nodes.count == 1 && nodes[0] is Image ? nodes[0] : nil
    }
    guard let paragraph = block as? Paragraph else { return block as? Image }
    guard paragraph.children.count == 1, let picture = paragraph.children.first else { return nil }
    return picture is Image || (picture as? Reference)?.children.first is Image ? picture : nil
  }

  /// What HTML stands for where pictures can be written so, which they can here in any case.
  private static func nodes(of html: Raw, in context: any ParseContext) throws -> [Node] {
    var configuration = context.configuration
    try? configuration.set("myst.enable_extensions", to: "html_image", in: context.registry)
    for rule in context.registry.htmlRules {
      if let nodes = try rule.configured(by: configuration)?.nodes(html, in: context) {
        return nodes
      }
    }
    return []
  }
}
