internal import DocTree

/// What stands in libcmark's text as a code span that holds a number, because libcmark does not
/// know it.
enum Carrier {
  /// Nothing: it keeps a line from beginning with what comes behind.
  case empty
  /// What an inline rule has found.
  case rule(Int, InlineCall)
  /// A code span, already without its backticks.
  case code(String, InlineAttributes?, SourcePosition)
  /// A tag or a comment.
  case html(String, SourcePosition)
  /// A character that was escaped and must not be changed.
  case text(String, SourcePosition)
  /// Characters that mean nothing, as their syntax is switched off.
  case plain(String, SourcePosition)
  /// Attributes of the link or image before them, and how they were written.
  case attributes(InlineAttributes, source: String, SourcePosition)
  /// A piece of text with attributes. It is carried by an image's address.
  case span(InlineAttributes)
  /// A run of tildes.
  case tildes(Tildes, SourcePosition)
  /// The backslash of a hard break; the line's end is behind it.
  case hardBreak(SourcePosition)

  struct Tildes {
    var count: Int
    var opens: Bool
    var closes: Bool
  }
}

/// A change to a leaf's text before libcmark sees it.
struct Edit {
  var start: Int
  var end: Int
  var replacement: Replacement

  enum Replacement {
    case bytes(StaticString)
    /// A code span with the index of a carrier.
    case carrier(Int)
    /// The end of an image whose address has the index of a carrier.
    case imageEnd(Int)
  }
}
