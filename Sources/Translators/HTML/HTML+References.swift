internal import DocTree

extension HTMLFormat {
  func addReferences(to registry: inout Registry) {
    registry.add(ReferenceHTML.self)
    registry.add(ImageHTML.self)
    registry.add(
      DownloadReference.self,
      html: NodeHandler { node, html in
        let target = (node.refuri ?? node.reftarget).flatMap { URLPolicy.isSafe($0) ? $0 : nil }
        html.openLinks.append(target != nil && !html.isCommonMark)
        guard let target, !html.isCommonMark else { return .continue }
        let isExternal = target.contains("://")
        html.open(
          "a", node, classes: ["reference", "download", isExternal ? "external" : "internal"],
          attributes: [("download", ""), ("href", target)])
        return .continue
      } depart: { _, html in
        if html.openLinks.removeLast() { html.raw("</a>") }
        return .continue
      })
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
        node.refuri == nil
        || node.hasRareAttributes && node.undeclaredAttributes["internal"] == .flag(true)
      let isAroundBlock = !node.isInLine
      // As most are.
      if !isAroundBlock, !node.hasRareAttributes || node.ids.isEmpty && node.classes.isEmpty {
        html.buffer.put("<a class=\"reference ")
        html.buffer.put(isInternal ? "internal" : "external")
        html.buffer.put("\" href=\"")
        html.buffer.writeEscaped(target)
        if let title = node.title {
          html.buffer.put("\" title=\"")
          html.buffer.writeEscaped(title)
        }
        html.buffer.put("\">")
        return .continue
      }
      if isAroundBlock { html.newline() }
      html.open(
        "a", node,
        classes: ["reference", isInternal ? "internal" : "external"]
          + (isAroundBlock ? ["image-reference"] : []),
        attributes: [("href", target), ("title", node.title)])
    }
    return .continue
  }

  static func depart(_ node: Reference, _ html: inout HTMLTranslator) -> DepartAction {
    if html.openLinks.removeLast() { html.buffer.put("</a>") }
    if !html.isCommonMark, !node.isInLine { html.buffer.put("\n") }
    return .continue
  }
}

extension Node {
  /// Whether it stands in a line of text, not among blocks.
  var isInLine: Bool { parent is TextElement || parent is CompactParagraph }
}
