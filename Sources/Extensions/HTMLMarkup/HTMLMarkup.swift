public import DocTree

/// Pictures and remarks that are written in HTML: `<img>` and `<div class="admonition">`.
/// (MyST: html_image, html_admonition.)
public struct HTMLMarkup: Extension {
  public let name = "html-markup"

  public init() {}

  public func register(in registry: inout Registry) { registry.add(syntax: HTMLMarkupRule()) }
}

/// Runs the directives `image` and `admonition` for HTML that consists of nothing else.
/// (myst-parser: html_to_nodes.)
struct HTMLMarkupRule: HTMLRule {
  let name = "html_markup"
  private var takesImages = false
  private var takesAdmonitions = false

  private static let extensions = ConfigKey<[String]>(
    "myst.enable_extensions", default: [], affects: .read)

  func configured(by configuration: Configuration) -> (any HTMLRule)? {
    var rule = self
    rule.takesImages = configuration[Self.extensions].contains("html_image")
    rule.takesAdmonitions = configuration[Self.extensions].contains("html_admonition")
    return rule.takesImages || rule.takesAdmonitions ? rule : nil
  }

  func nodes(
    of html: String, isBlock: Bool, at position: SourcePosition, in context: any ParseContext
  ) throws -> [Node]? {
    let tree = HTMLTree(html)
    let roots = tree.children(of: nil).filter { !tree.isBlank($0) }
    guard !roots.isEmpty,
      roots.allSatisfy({ takesImages && isImage($0, tree) || isBlock && isAdmonition($0, tree) })
    else { return nil }
    var nodes: [Node] = []
    for root in roots {
      if tree[root].name == "img" {
        guard tree[root].attribute("src") != nil else {
          throw MarkupError("<img> missing 'src' attribute", at: position)
        }
        nodes += try image(tree[root], at: position, in: context)
      } else {
        nodes += try admonition(root, tree, at: position, in: context)
      }
    }
    return nodes
  }

  private func isImage(_ index: Int, _ tree: HTMLTree) -> Bool { tree[index].name == "img" }

  private func isAdmonition(_ index: Int, _ tree: HTMLTree) -> Bool {
    takesAdmonitions && tree[index].name == "div" && tree[index].classes.contains("admonition")
  }

  /// The attributes among `names` as options.
  private func options(_ names: [String], of node: HTMLTree.Node) -> [(name: String, value: String)]
  {
    names.compactMap { name in
      guard let value = node.attribute(name) else { return nil }
      return (name, name == "width" || name == "height" ? value.trimmed : value)
    }
  }

  private func image(
    _ node: HTMLTree.Node, at position: SourcePosition, in context: any ParseContext
  ) throws -> [Node] {
    try context.run(
      directive: "image", argument: node.attribute("src") ?? "",
      options: options(["align", "alt", "class", "height", "name", "width"], of: node), text: "",
      at: position)
  }

  private func admonition(
    _ index: Int, _ tree: HTMLTree, at position: SourcePosition, in context: any ParseContext
  ) throws -> [Node] {
    var children = tree.children(of: index).filter { !tree.isBlank($0) }
    var title = "Note"
    if let first = children.first, ["div", "p"].contains(tree[first].name),
      tree[first].classes.contains("title") || tree[first].classes.contains("admonition-title")
    {
      title = tree.content(of: first).trimmed
      children.removeFirst()
    }
    // Paragraphs are those of Markdown.
    let text = children.map { child in
      tree[child].name == "p" ? tree.content(of: child) + "\n\n" : tree.source(of: child)
    }.joined()
    return try context.run(
      directive: "admonition", argument: title,
      options: options(["class", "name"], of: tree[index]),
      text: String(text.drop(while: \.isWhitespace)), at: position)
  }
}
