import DocTree

/// A document of sections, paragraphs, lists, inline elements and text, in about the proportions
/// of prose, with at least `size` nodes.
func makeSampleTree(size: Int) throws -> (document: Document, nodes: Int) {
  let document = Document()
  var nodes = 1
  while nodes < size {
    let section = Section(Title("A title"))
    nodes += 3
    for _ in 0..<10 {
      try section.append(
        Paragraph(
          "Some text, ", Strong("strong"), " and ", Emphasis("emphasized"), ", ",
          Literal("code"), ", and a ", Reference("link").with { $0.refuri = "https://x.org" }, "."),
        BulletList(
          ListItem(Paragraph("first")), ListItem(Paragraph("second")), ListItem(Paragraph("third")))
      )
      nodes += 14 + 10
    }
    try document.append(section)
  }
  return (document, nodes)
}
