internal import DocTree

enum ImageHTML: NodeTranslator {
  static func visit(_ node: Image, _ html: inout HTMLTranslator) -> VisitAction {
    let uri = node.uri ?? ""
    guard html.allowsUnsafeURLs || URLPolicy.isSafe(uri, forImage: true) else {
      html.text(node.alt ?? "")
      return .skipNode
    }
    if html.isCommonMark {
      writeCommonMark(node, uri, &html)
      return .skipNode
    }
    let isBlock = !node.isInLine
    if isBlock { html.newline() }
    let isLinked = isScaled(node)
    if isLinked {
      html.open(
        "a",
        classes: node.classes + ["reference", "internal"] + (isBlock ? ["image-reference"] : []),
        attributes: [("href", uri)])
    }
    var style: [String] = []
    var sizes: [(String, String?)] = []
    for (name, length) in [("width", node.width), ("height", node.height)] {
      guard let (number, unit) = measure(length, scale: node.scale) else { continue }
      if unit.isEmpty {
        sizes.append((name, String(Int(number.rounded(.toNearestOrEven)))))
      } else {
        let digits = number == number.rounded() ? String(Int(number)) : String(number)
        style.append("\(name): \(digits)\(unit);")
      }
    }
    html.empty(
      "img", node, leading: node.align.map { ["align-\($0)"] } ?? [],
      attributes: [
        ("alt", node.alt ?? uri), ("src", uri), ("title", node.title),
        ("loading", node.loading == "lazy" ? "lazy" : nil),
        ("style", style.isEmpty ? nil : style.joined(separator: " ")),
      ] + sizes)
    if isLinked { html.raw("</a>") }
    if isBlock { html.newline() }
    return .skipNode
  }

  private static func writeCommonMark(_ node: Image, _ uri: String, _ html: inout HTMLTranslator) {
    html.buffer.put("<img src=\"")
    html.buffer.writeEscaped(uri)
    html.buffer.put("\" alt=\"")
    html.buffer.writeEscaped(node.alt ?? "")
    if let title = node.title {
      html.buffer.put("\" title=\"")
      html.buffer.writeEscaped(title)
    }
    html.buffer.put("\" />")
  }

  /// Whether it links to itself, because it is shown in another size than it has.
  /// (Sphinx: html_scaled_image_link.)
  private static func isScaled(_ node: Image) -> Bool {
    guard node.width != nil || node.height != nil || node.scale != nil else { return false }
    return !(node.parent is Reference) && !node.classes.contains("no-scaled-link")
  }

  /// The parts of a length, scaled by percents. (docutils: nodes.parse_measure.)
  private static func measure(_ length: String?, scale: String?) -> (Double, unit: Substring)? {
    guard let length else { return nil }
    let digits = length.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), number < 1e9 else { return nil }
    let percents = scale.flatMap { Double($0) } ?? 100
    return (number * percents / 100, length[digits.endIndex...].drop { $0 == " " })
  }
}
