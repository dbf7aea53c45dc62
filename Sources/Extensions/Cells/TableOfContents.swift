import DocTree

/// The place where the pages below this one are listed: the document's `toctree`s, which are often
/// hidden. (Jupyter Book: tableofcontents.)
final class ContentsPlace: Element {
  override class var elementName: String { "tableofcontents" }
  override class var schema: Schema { Schema([.general, .body], content: .optionalBody) }
}

struct TableOfContentsDirective: Directive {
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) -> [Node] {
    [ContentsPlace(children: [], position: call.position)]
  }
}

/// Fills the place with what the document's `toctree`s list.
struct ShowTableOfContents: Transform {
  let priority = 700
  let kinds: [Node.Type]? = [ContentsPlace.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let places = document.findAll(ContentsPlace.self)
    guard let place = places.first else { return }
    for other in places.dropFirst() {
      document.report(
        .warning, "the page has a table of contents already; this one stays empty", at: other)
    }
    place.removeChildren()
    for tree in document.findAll(Toctree.self) {
      let copy = tree.deepCopy()
      copy.hidden = false
      try place.append(copy)
    }
  }
}
