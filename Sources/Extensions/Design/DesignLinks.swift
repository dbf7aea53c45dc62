import DocTree

/// Links that look like something else.
enum DesignLink {
  /// - Parameter text: what it shows.
  static func make(
    _ type: LinkType, _ target: String, _ text: Element, isExplicit: Bool, classes: [String],
    at position: SourcePosition, in context: any ParseContext
  ) -> Element {
    guard type != .url else {
      let link = Reference(children: [text], position: position)
      link.refuri = target.filter { !$0.isWhitespace }
      link.classes = classes
      return link
    }
    let target = target.trimmed.whitespaceCollapsed
    let link = PendingXref(children: [text], position: position)
    link.refdoc = context.documentName
    link.refdomain = type == .any || type == .myst ? "" : "std"
    link.reftype = type.rawValue
    link.reftarget = type == .ref ? target.lowercased() : target
    link.refexplicit = isExplicit
    link.refwarn = true
    link.classes = classes
    return link
  }
}

/// A link that looks like a button. The argument is an address or, for `button-ref`, a target.
struct ButtonDirective: Directive {
  struct Options: Decodable, Sendable {
    var align: TextAlignment?
    var `class`: ClassNames?
    var clickParent: Flag?
    var color: SemanticColor?
    var expand: Flag?
    var newTab: Flag?
    var outline: Flag?
    var refType: LinkType?
    var shadow: Flag?
    var tooltip: String?
  }

  let isReference: Bool
  let argument = DirectiveArgument.required
  let content = DirectiveContent.inline

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    var classes = ["sd-sphinx-override", "sd-btn", "sd-text-wrap"]
    if let color = options.color {
      classes.append("sd-btn-\(options.outline == nil ? "" : "outline-")\(color.name)")
    }
    if options.clickParent != nil { classes.append("sd-stretched-link") }
    if options.shadow != nil { classes.append("sd-shadow-sm") }
    classes += options.class.classNames
    let target = call.argument.trimmed
    let text = Inline(
      children: call.nodes.isEmpty ? [Text(target)] : call.nodes, position: call.position)
    var link = DesignLink.make(
      isReference ? options.refType ?? .any : .url, target, text,
      isExplicit: !call.nodes.isEmpty, classes: classes, at: call.position, in: context)
    if let tooltip = options.tooltip {
      (link as? Reference)?.title = tooltip
      (link as? PendingXref)?.title = tooltip
    }
    if options.expand != nil {
      let wide = Inline(children: [link], position: call.position)
      wide.classes = ["sd-d-grid"]
      link = wide
    }
    let paragraph = Paragraph(children: [link], position: call.position)
    if let align = options.align { paragraph.classes = ["sd-text-\(align.rawValue)"] }
    return [paragraph]
  }
}

/// `bdg`, `bdg-link` and `bdg-ref` with their colors. What stands behind the last `;` is a tooltip.
struct BadgeRole: Role {
  enum Kind: String {
    case text = "bdg"
    case link = "bdg-link"
    case reference = "bdg-ref"
  }

  let kind: Kind
  var color: String?
  var isOutlined = false

  private var classes: [String] {
    let common = ["sd-sphinx-override", "sd-badge"]
    guard let color else { return common }
    return common
      + (isOutlined
        ? ["sd-outline-\(color)", "sd-text-\(color)"] : ["sd-bg-\(color)", "sd-bg-text-\(color)"])
  }

  func run(_ call: RoleCall, in context: any ParseContext) -> [Node] {
    var text = call.text
    var tooltip: String?
    // An address may have semicolons: there the tooltip stands behind `title <address>`.
    if let semicolon = text.lastIndex(of: ";"),
      kind == .text || text[..<semicolon].trimmed.hasSuffix(">")
    {
      let words = text[text.index(after: semicolon)...].trimmed
      if !words.isEmpty {
        tooltip = words
        text = text[..<semicolon].trimmed
      }
    }
    guard kind != .text else {
      let badge = Badge(children: [Text(text.trimmed)], position: call.position)
      badge.classes = classes
      badge.tooltip = tooltip
      return [badge]
    }
    let target = ExplicitTitle(text)
    let inner = Inline(children: [Text(target.title)], position: call.position)
    if kind == .reference { inner.classes = ["xref", "any"] }
    let link = DesignLink.make(
      kind == .link ? .url : .any, target.target, inner, isExplicit: target.isExplicit,
      classes: classes, at: call.position, in: context)
    (link as? Reference)?.title = tooltip
    (link as? PendingXref)?.title = tooltip
    return [link]
  }
}

/// An icon by its name: `report;1em;sd-text-info` for those with a height, `book;sd-text-info` for
/// Font Awesome.
struct IconRole: Role {
  enum IconSet {
    case octicon
    case material
    /// With its class: `fa`, `fas`, `fab`, `far`.
    case fontAwesome(String)
  }

  let set: IconSet

  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    let parts = call.text.split(separator: ";", omittingEmptySubsequences: false).map(\.trimmed)
    let icon = Icon(children: [], position: call.position)
    icon.icon = parts[0]
    guard !icon.icon.isEmpty else {
      throw MarkupError("\"\(call.name)\" needs the name of an icon")
    }
    let classParts: ArraySlice<String>
    switch set {
    case .octicon:
      icon.classes = ["sd-octicon", "sd-octicon-\(icon.icon)"]
      classParts = parts.dropFirst(2)
    case .material:
      icon.classes = ["sd-material-icon", "sd-material-icon-\(icon.icon)"]
      classParts = parts.dropFirst(2)
    case .fontAwesome(let style):
      icon.classes = [style, "fa-\(icon.icon)"]
      classParts = parts.dropFirst()
    }
    icon.classes += classParts.flatMap { $0.split(separator: " ").map(String.init) }
    return [icon]
  }
}
