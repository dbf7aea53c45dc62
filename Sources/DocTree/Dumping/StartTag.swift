extension Element {
  /// The element's line in pseudo-XML: `<section ids="a" names="a">`. (docutils: Element.starttag.)
  public final var startTag: String {
    var result = "<" + ((self as? UnknownElement)?.name ?? kind.name)
    for (name, value) in attributes() { result += " \(name)=\"\(value.text)\"" }
    return result + ">"
  }
}
