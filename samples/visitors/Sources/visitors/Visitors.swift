import DocTree

/// Prints each node as it comes and goes.
struct Printer: NodeVisitor {
  var depth = 0

  mutating func visit(_ node: Node) -> VisitAction {
    let indentation = String(repeating: "  ", count: depth)
    print(indentation + "visit  \(node.kind)" + (node.asText.map { " \"\($0.string)\"" } ?? ""))
    depth += 1
    return .continue
  }

  mutating func depart(_ node: Node) -> DepartAction {
    depth -= 1
    print(String(repeating: "  ", count: depth) + "depart \(node.kind)")
    return .continue
  }
}

/// Counts the words of the text, but not those in code.
struct WordCounter: NodeVisitor {
  var words = 0

  mutating func visit(_ node: Node) -> VisitAction {
    if node is LiteralBlock { return .skipNode }
    if let text = node as? Text {
      let words = text.string.split(separator: " ")
      self.words += words.count { $0.contains(where: \.isLetter) }
    }
    return .continue
  }
}

@main
struct Visitors {
  static func main() throws {
    let document = Document(
      Section(
        Title("Composite"),
        Paragraph("A tree is made of ", Emphasis("nodes"), ", and a node may be a tree."),
        LiteralBlock("let node = Paragraph()")))

    var printer = Printer()
    try document.walkabout(&printer)

    var counter = WordCounter()
    try document.walk(&counter)
    print("\(counter.words) words")
  }
}
