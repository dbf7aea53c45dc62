public import DocTree

/// `<img>` and `<div class="admonition">` as images and admonitions: MyST's extensions `html_image`
/// and `html_admonition`.
public struct HTMLElements: Extension {
  public let name = "myst.html"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(syntax: HTMLElementRule())
  }
}

/// Runs the directives that say the same as HTML. (myst-parser: html_to_nodes.)
struct HTMLElementRule: HTMLRule {
  let name = "html_elements"
  let tags = ["img", "div"]
  var hasImages = false
  var hasAdmonitions = false

  func configured(by configuration: Configuration) -> (any HTMLRule)? {
    let rule = HTMLElementRule(
      hasImages: MySTInline.isEnabled("html_image", in: configuration),
      hasAdmonitions: MySTInline.isEnabled("html_admonition", in: configuration))
    return rule.hasImages || rule.hasAdmonitions ? rule : nil
  }

  func nodes(_ html: Raw, in context: any ParseContext) throws -> [Node]? {
    let fragment = HTMLFragment(html.text)
    let roots = fragment.content(of: 0)
    // HTML of which only a part is known would lose its other tags.
    guard !roots.isEmpty, roots.allSatisfy({ isKnown(fragment.items[$0]) }) else { return nil }
    var places = HTMLPlaces(html)
    var nodes: [Node] = []
    for root in roots {
      let position = places.position(fragment.items[root].offset)
      nodes +=
        fragment.items[root].isTag("img")
        ? try image(fragment.items[root], at: position, in: context)
        : try admonition(root, of: fragment, at: position, &places, in: context)
    }
    return nodes
  }

  private func isKnown(_ item: HTMLFragment.Item) -> Bool {
    hasImages && item.isTag("img")
      || hasAdmonitions && item.isTag("div") && item.classes.contains("admonition")
  }

  private func image(
    _ item: HTMLFragment.Item, at position: SourcePosition, in context: any ParseContext
  ) throws -> [Node] {
    guard let source = item["src"] else {
      throw MarkupError("<img> missing 'src' attribute", at: position)
    }
    var options: [String: String] = [:]
    for name in ["align", "alt", "class", "height", "name", "width"] {
      options[name] = name == "width" || name == "height" ? item[name]?.trimmed : item[name]
    }
    return try context.runDirective(
      "image", argument: source, options: options, text: "", at: position,
      contentPosition: position)
  }

  private func admonition(
    _ index: Int, of fragment: HTMLFragment, at position: SourcePosition,
    _ places: inout HTMLPlaces, in context: any ParseContext
  ) throws -> [Node] {
    let item = fragment.items[index]
    var children = fragment.content(of: index)
    var title = "Note"
    if let first = children.first, isTitle(fragment.items[first]) {
      children.removeFirst()
      title = fragment.render(fragment.items[first].children)
    }
    var options: [String: String] = [:]
    for name in ["class", "name"] { options[name] = item[name] }
    var text = ""
    for child in children {
      if fragment.items[child].isTag("p") {
        text += fragment.render(fragment.items[child].children) + "\n\n"
      } else {
        text += fragment.render([child])
      }
    }
    let content = text.drop(while: \.isWhitespace)
    let start = children.first.map { child in
      let inner = fragment.items[child].isTag("p") ? fragment.items[child].children.first : child
      return fragment.items[inner ?? child].offset + text.utf8.count - content.utf8.count
    }
    return try context.runDirective(
      "admonition", argument: title, options: options, text: String(content), at: position,
      contentPosition: start.map { places.position($0) } ?? position)
  }

  private func isTitle(_ item: HTMLFragment.Item) -> Bool {
    guard item.isTag("div") || item.isTag("p") else { return false }
    return item.classes.contains("title") || item.classes.contains("admonition-title")
  }
}

/// Where the bytes of HTML stand in their source. They are asked for in ascending order.
private struct HTMLPlaces {
  private let bytes: [UInt8]
  private var offset = 0
  private var place: SourcePosition
  /// The column that lines begin in.
  private let margin: Int

  init(_ html: Raw) {
    bytes = Array(html.text.utf8)
    place = html.position
    let indent = bytes.prefix { $0 == 0x20 }.count
    margin = max(place.column - indent, 1)
    place.column = margin
  }

  mutating func position(_ target: Int) -> SourcePosition {
    while offset < min(target, bytes.count) {
      if bytes[offset] == 0x0A {
        place.line += 1
        place.column = margin
      } else {
        place.column += 1
      }
      offset += 1
    }
    return place
  }
}
