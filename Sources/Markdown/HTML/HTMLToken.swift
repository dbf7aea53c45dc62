/// A piece of HTML. Ranges are those of its bytes.
package enum HTMLToken {
  case startTag(HTMLTag)
  /// With its name as it is written.
  case endTag(name: String)
  /// Text without references, or the content of an element that has no markup.
  case text(Range<Int>)
  /// `&name;` or `&#123;`, with or without the semicolon.
  case reference(Range<Int>)
  /// What stands in `<!--…-->`, or in what is read as one, such as `</ >`.
  case comment(Range<Int>)
  /// What stands in `<!…>`.
  case declaration(Range<Int>)
  /// What stands in `<![CDATA[…]]>`.
  case section(Range<Int>)
  /// What stands in `<?…>`.
  case instruction(Range<Int>)
  /// Markup that does not end, and all behind it.
  case unfinished(Range<Int>)
}

/// `<name …>` or `<name …/>`.
package struct HTMLTag {
  /// As it is written.
  package let name: String
  /// All that are written, even if names are the same.
  package let attributes: [HTMLAttribute]
  /// Whether it ends with `/>`.
  package let isEmpty: Bool

  /// The value of the first attribute of a name, which is given in lower case: empty if it has
  /// none, nil if there is no such attribute.
  package subscript(name: String) -> String? {
    attributes.first { $0.name.lowercased() == name }.map { $0.value ?? "" }
  }
}

/// An attribute of a tag.
package struct HTMLAttribute: Hashable {
  /// As it is written.
  package var name: String
  /// Without references; nil where there is none.
  package var value: String?
}
