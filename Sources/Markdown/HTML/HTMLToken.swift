/// A piece of HTML.
enum HTMLToken {
  /// `<name …>` or, if it is empty, `<name …/>`.
  case startTag(name: String, attributes: [HTMLAttribute], isEmpty: Bool)
  case endTag(name: String)
  case text(String)
  /// `&name;`, as its name.
  case entity(String)
  /// `&#123;`, as its number.
  case character(String)
  case comment(String)
  /// `<!…>`.
  case declaration(String)
  /// `<?…>`.
  case instruction(String)
}

/// An attribute of a tag. Its name is in lower case, and its value without entities; it is nil where
/// there is none.
struct HTMLAttribute: Hashable {
  var name: String
  var value: String?
}
