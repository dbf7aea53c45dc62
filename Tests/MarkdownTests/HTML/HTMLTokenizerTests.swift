import Testing

@testable import DocTreeMarkdown

@Suite struct HTMLTokenizerTests {
  /// The tokens, one behind the other.
  private func tokens(_ html: String, raw: [String] = ["script", "style", "title"]) -> String {
    var tokenizer = HTMLTokenizer(Array(html.utf8), rawTextElements: raw)
    var result: [String] = []
    while let token = tokenizer.next() {
      let text =
        switch token {
        case .startTag(let tag): Self.text(tag)
        case .endTag(let name): "end(\(name))"
        case .text(let range): "'\(tokenizer.string(range))'"
        case .reference(let range): "reference(\(tokenizer.string(range)))"
        case .comment(let range): "comment(\(tokenizer.string(range)))"
        case .declaration(let range): "declaration(\(tokenizer.string(range)))"
        case .section(let range): "section(\(tokenizer.string(range)))"
        case .instruction(let range): "instruction(\(tokenizer.string(range)))"
        case .unfinished(let range): "unfinished(\(tokenizer.string(range)))"
        }
      result.append(text)
    }
    return result.joined(separator: " ")
  }

  private static func text(_ tag: HTMLTag) -> String {
    let attributes = tag.attributes.map { " \($0.name)\($0.value.map { "=\($0)" } ?? "")" }
    return "\(tag.isEmpty ? "empty" : "start")(\(tag.name)\(attributes.joined()))"
  }

  @Test(arguments: [
    ("<a id=x>", "start(a id=x)"),
    ("<A ID='x y' class=z>", "start(A ID=x y class=z)"),
    ("<a\nid = \"x\"/>", "empty(a id=x)"),
    ("<a id=\"a>b\" href=c/d>", "start(a id=a>b href=c/d)"),
    ("<a id=\"a\"b='c'>", "start(a id=a b=c)"),
    ("<br/id=x>", "start(br id=x)"),
    ("<br / >", "start(br)"),
    ("<a disabled id=x id=y>", "start(a disabled id=x id=y)"),
    ("<a id=x&amp;y&#38;&#x3b1;&zap;>", "start(a id=x&y&α&zap;)"),
    ("<a id=>", "start(a id=)"),
    ("<a b==c =d e>", "start(a b==c =d e)"),
    ("</a id=x>", "end(a)"),
    ("<<a id=x>", "'<' start(a id=x)"),
    ("1 < 2 <3", "'1 ' '<' ' 2 ' '<' '3'"),
    ("a</>b</ x>", "'a' 'b' comment( x)"),
    ("<", "'<'"),
    ("</", "unfinished(</)"),
    ("a<b c='>", "'a' unfinished(<b c='>)"),
    ("a<b", "'a' unfinished(<b)"),
    ("</b <i>", "end(b)"),
  ])
  func tags(_ html: String, _ expected: String) { #expect(tokens(html) == expected) }

  @Test(arguments: [
    ("<!-- <a> -- > --><b>", "comment( <a> -- > ) start(b)"),
    ("<!--><a><!---><b>", "comment() start(a) comment() start(b)"),
    ("<!--a--!>b<!--!>-->", "comment(a) 'b' comment(!>)"),
    ("<!----><!--->-->", "comment() comment() '-->'"),
    ("<!-- -", "unfinished(<!-- -)"),
    ("<!->a", "comment(-) 'a'"),
    ("<!doctype html><![if x]>", "declaration(doctype html) declaration([if x])"),
    ("<![CDATA[<a>]]]>b", "section(<a>]) 'b'"),
    ("<![CDATA[<a>]]", "declaration([CDATA[<a) ']]'"),
    ("<?xml <a id=x>b", "instruction(xml <a id=x) 'b'"),
    ("<?xml", "unfinished(<?xml)"),
  ])
  func markupThatIsNoTag(_ html: String, _ expected: String) { #expect(tokens(html) == expected) }

  @Test(arguments: [
    ("a&amp;b", "'a' reference(&amp;) 'b'"),
    ("&a &#1; &#xAg", "reference(&a) ' ' reference(&#1;) ' ' reference(&#xA) 'g'"),
    ("& &#; &1;", "'&' ' ' '&#' '; ' '&' '1;'"),
    ("&", "'&'"),
  ])
  func references(_ html: String, _ expected: String) { #expect(tokens(html) == expected) }

  @Test(arguments: [
    (
      "<script id=s>\"<a id=x>\" </scripting> &amp;</script><b>",
      "start(script id=s) '\"<a id=x>\" </scripting> &amp;' end(script) start(b)"
    ),
    ("<Style>a<</STYLE ><a>", "start(Style) 'a<' end(STYLE) start(a)"),
    ("<title></title/><a>", "start(title) end(title) start(a)"),
    ("<title><a id=x></title", "start(title) '<a id=x></title'"),
    ("<title/><a>", "empty(title) start(a)"),
    ("<xmp><a>", "start(xmp) start(a)"),
  ])
  func elementsWithoutMarkup(_ html: String, _ expected: String) {
    #expect(tokens(html) == expected)
  }

  @Test func tokensKnowWhereTheyBegin() {
    var tokenizer = HTMLTokenizer(Array("é<b></>\n&amp;".utf8))
    var starts: [Int] = []
    while tokenizer.next() != nil { starts.append(tokenizer.start) }
    #expect(starts == [0, 2, 8, 9])
  }

  @Test(arguments: [
    ("<svg>a</svgx><a></SVG>b", "'b'"),
    ("<svg>a<a b='</svg>'>", "''>'"),
    ("<svg>a", ""),
    ("<svg>a</svg", ""),
    ("<svg>a</svg ", ""),
  ])
  func elementsAreSkipped(_ html: String, _ expected: String) {
    var tokenizer = HTMLTokenizer(Array(html.utf8))
    _ = tokenizer.next()
    tokenizer.skip(toEndOf: "svg")
    var rest = tokenizer
    var result: [String] = []
    while let token = rest.next() {
      if case .text(let range) = token { result.append("'\(rest.string(range))'") }
    }
    #expect(result.joined(separator: " ") == expected)
  }

  @Test func valuesAreFoundByName() {
    var tokenizer = HTMLTokenizer(Array("<a ID=x id=y title>".utf8))
    guard case .startTag(let tag) = tokenizer.next() else {
      Issue.record("no tag")
      return
    }
    #expect(tag["id"] == "x")
    #expect(tag["title"] == "")
    #expect(tag["class"] == nil)
  }
}
