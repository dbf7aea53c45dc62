internal import DocTree

extension HTMLFormat {
  func addReferences(to registry: inout Registry) {
    registry.add(ReferenceHTML.self)
    registry.add(ImageHTML.self)
    registry.add(
      Target.self,
      html: NodeHandler { node, html in
        // A target that only points elsewhere needs no place of its own.
        let isPlace = node.refuri == nil && node.refid == nil && node.refname == nil
        guard isPlace else { return .skipNode }
        html.open("span", node, classes: ["target"])
        return .continue
      } depart: { _, html in
        html.raw("</span>")
        return .continue
      })
  }
}

enum ReferenceHTML: NodeTranslator {
  static func visit(_ node: Reference, _ html: inout HTMLTranslator) -> VisitAction {
    let target = node.refuri ?? node.refid.map { "#" + $0 }
    let isSafe = target.map { html.allowsUnsafeURLs || URLPolicy.isSafe($0) } ?? false
    html.openLinks.append(isSafe)
    guard isSafe, let target else { return .continue }
    if html.isCommonMark {
      html.buffer.put("<a href=\"")
      html.buffer.writeEscaped(target)
      if let title = node.title {
        html.buffer.put("\" title=\"")
        html.buffer.writeEscaped(title)
      }
      html.buffer.put("\">")
    } else {
      let isInternal =
        node.refuri == nil || node.hasRareAttributes && node["internal"] == .flag(true)
      html.open(
        "a", node, classes: ["reference", isInternal ? "internal" : "external"],
        attributes: [("href", target), ("title", node.title)])
    }
    return .continue
  }

  static func depart(_ node: Reference, _ html: inout HTMLTranslator) -> DepartAction {
    if html.openLinks.removeLast() { html.buffer.put("</a>") }
    return .continue
  }
}

enum ImageHTML: NodeTranslator {
  static func visit(_ node: Image, _ html: inout HTMLTranslator) -> VisitAction {
    let uri = node.uri ?? ""
    guard html.allowsUnsafeURLs || URLPolicy.isSafe(uri, forImage: true) else {
      html.text(node.alt ?? "")
      return .skipNode
    }
    let isBlock = !html.isCommonMark && !(node.parent is TextElement)
    if isBlock { html.newline() }
    if html.isCommonMark {
      html.buffer.put("<img src=\"")
      html.buffer.writeEscaped(uri)
      html.buffer.put("\" alt=\"")
      html.buffer.writeEscaped(node.alt ?? "")
      if let title = node.title {
        html.buffer.put("\" title=\"")
        html.buffer.writeEscaped(title)
      }
      html.buffer.put("\" />")
      return .skipNode
    }
    var style: [String] = []
    if let width = node.width { style.append("width: \(cssLength(width));") }
    if let height = node.height { style.append("height: \(cssLength(height));") }
    html.empty(
      "img", node, classes: node.align.map { ["align-\($0)"] } ?? [],
      attributes: [
        ("alt", node.alt ?? uri), ("src", uri), ("title", node.title),
        ("loading", node.loading), ("style", style.isEmpty ? nil : style.joined(separator: " ")),
      ])
    if isBlock { html.newline() }
    return .skipNode
  }

  /// A number without a unit is in pixels.
  private static func cssLength(_ length: String) -> String {
    length.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? length + "px" : length
  }
}
