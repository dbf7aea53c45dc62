import DocTree
import Testing

/// Expressions and types in text: the kinds of nodes that Sphinx makes.
@Suite struct ExpressionTests {
  /// The words with a letter for what they are: keyword, type, name that is linked, name, literal,
  /// punctuation, operator.
  private func parts(_ role: String, _ text: String) throws -> String {
    let page = try MystPage("{\(role)}`\(text)`", phase: .read)
    let inline = try #require(page.document.next(DescInline.self))
    return inline.children.map { node in
      let sort =
        switch node {
        case is DescSigKeyword: "k"
        case is DescSigKeywordType: "t"
        case is PendingXref: "x"
        case is DescSigName: "n"
        case is DescSigPunctuation: "p"
        case is DescSigOperator: "o"
        case is DescSigSpace: "_"
        default: "l"
        }
      return node is DescSigSpace ? "_" : "\(sort)\(node.astext())"
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("int *", "tint p*"), ("const int * const", "kconst _ tint _ p* kconst"),
    ("void (*)(int)", "tvoid _ p( p* p) p( tint p)"), ("int[3]", "tint p[ l3 p]"),
    ("sizeof(int)", "ksizeof p( tint p)"), ("(int)x", "p( tint p) xx"),
    ("a->b", "xa o-> nb"), ("a = b", "xa _ o= _ xb"), ("f(1)", "xf p( l1 p)"),
    ("unsigned int", "tunsigned _ tint"), ("-x", "o- xx"),
  ])
  func ofC(_ text: String, _ expected: String) throws {
    #expect(try parts("c:expr", text) == expected)
  }

  @Test(arguments: [
    ("new int", "knew _ tint"), ("static_cast<int>(x)", "kstatic_cast p< tint p> p( xx p)"),
    ("this->x", "kthis o-> nx"), ("a.b", "xa p. nb"), ("delete p", "kdelete _ xp"),
    ("a <=> b", "xa _ o<=> _ xb"), ("void(int)", "tvoid p( tint p)"),
    ("a<b>::c", "xa p< xb p> p:: xc"), ("a < b", "xa _ o< _ xb"),
    ("f(a < 1, b > 2)", "xf p( xa _ o< _ l1 p, _ xb _ o> _ l2 p)"),
    ("max<int>(1, 2)", "xmax p< tint p> p( l1 p, _ l2 p)"),
    ("N::f(x)", "xN p:: xf p( xx p)"), ("typeid(x)", "ktypeid p( xx p)"),
  ])
  func ofCpp(_ text: String, _ expected: String) throws {
    #expect(try parts("cpp:expr", text) == expected)
  }

  @Test func valuesOfConfigurationAreMarkup() throws {
    let page = try MystPage(
      "```{confval} a\n:type: a `list` of {ref}`x <y>`\n:default: '**1**'\n```", phase: .read)
    let fields = page.document.findAll(FieldBody.self).map { body in
      body.children.map { $0.asElement?.kind.name ?? "text" }
    }
    #expect(fields == [["text", "literal", "text", "pending_xref"], ["strong"]])
  }
}
