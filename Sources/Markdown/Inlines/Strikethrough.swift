internal import DocTree

/// A run of tildes whose counterpart has not been found yet. None is left in a finished tree.
final class StrikethroughDelimiter: Element {
  var tildes = Carrier.Tildes(count: 0, opens: false, closes: false)
}

/// Pairs the delimiters of strikethrough that are children of one element, so that what is struck
/// nests with emphasis and links. (markdown-it: strikethrough.)
struct Strikethrough {
  let document: Document
  let syntax: InlineSyntax

  private struct Opener {
    /// Where in the result its node stands.
    var index: Int
    var width: Int
    var position: SourcePosition
  }

  /// - Parameter count: the number of delimiters that are left in the document.
  func match(_ children: [Node], _ count: inout Int) -> [Node] {
    guard children.contains(where: { $0 is StrikethroughDelimiter }) else { return children }
    var result: [Node] = []
    var openers: [Opener] = []
    var messages: [Int: Node] = [:]
    for child in children {
      guard let delimiter = child as? StrikethroughDelimiter else {
        result.append(child)
        continue
      }
      count -= 1
      let tildes = delimiter.tildes
      var position = delimiter.position
      let width = syntax.singleTilde ? tildes.count : 2
      // The odd one of a run stands before it, or behind what it closes.
      var hasOdd = tildes.count % width != 0
      func addText(_ length: Int) {
        result.append(Text(String(repeating: "~", count: length), position: position))
        position.column += length
      }
      for _ in 0..<(tildes.count / width) {
        if tildes.closes,
          let index = openers.lastIndex(where: { !syntax.singleTilde || $0.width == width })
        {
          let opener = openers[index]
          openers.removeSubrange(index...)
          messages[opener.index] = document.report(
            .warning, "Strikethrough is currently only supported in HTML output",
            position: opener.position, category: "myst.strikethrough")
          result[opener.index] = raw("<s>", opener.position)
          result.append(raw("</s>", position))
          position.column += width
          continue
        }
        if hasOdd {
          addText(1)
          hasOdd = false
        }
        if tildes.opens {
          openers.append(Opener(index: result.count, width: width, position: position))
        }
        addText(width)
      }
      if hasOdd { addText(1) }
    }
    return merge(result, messages)
  }

  private func raw(_ html: String, _ position: SourcePosition) -> Raw {
    let raw = Raw(text: html)
    raw.format = "html"
    raw.syntax = "strikethrough"
    raw.position = position
    return raw
  }

  /// Puts messages before what they are about, and joins neighboring texts.
  private func merge(_ nodes: [Node], _ messages: [Int: Node]) -> [Node] {
    var result: [Node] = []
    for (index, node) in nodes.enumerated() {
      if let message = messages[index] { result.append(message) }
      if let text = node.asText, let last = result.last?.asText {
        last.string += text.string
      } else {
        result.append(node)
      }
    }
    return result
  }
}
