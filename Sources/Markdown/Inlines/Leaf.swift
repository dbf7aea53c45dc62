internal import DocTree

/// The text of a paragraph, a heading or a table cell, before its inline markup is read, and the
/// element whose children it becomes.
///
/// The block parser makes leaves; the inline parser fills their elements, all those of a document
/// with one call of libcmark.
final class Leaf {
  /// How the text may be laid out.
  enum Style {
    /// Several lines. It may begin with link reference definitions, which are taken out of it for
    /// the whole document; nothing may be left.
    case paragraph
    /// One line, such as a heading's or a cell's. It holds no definitions.
    case line
  }

  /// One line of the text, without indentation, without the markers of the blocks around it and
  /// without its line end. White space at its end is kept: two spaces are a hard break.
  struct Line {
    /// The bytes, UTF-8.
    var bytes: ArraySlice<UInt8>
    /// Where the first byte stands in the source.
    var position: SourcePosition
    /// Byte offsets at which bytes were taken out of the source (a cell's `\|` is `|` here), in
    /// ascending order: behind each, columns are one more than the offset says.
    var removedAt: [Int] = []
  }

  let element: Element
  let style: Style
  @exclusivity(unchecked)
  var lines: [Line]

  init(_ element: Element, style: Style, lines: [Line]) {
    self.element = element
    self.style = style
    self.lines = lines
  }
}

extension Literal {
  /// A code span.
  static func code(_ text: String, _ position: SourcePosition) -> Literal {
    let literal = Literal(children: text.isEmpty ? [] : [Text(text, position: position)])
    literal.position = position
    return literal
  }
}
