import Testing

@testable import DocTreeProject

@Suite struct HTMLScannerTests {
  /// The tags with those attributes, as the text comes in pieces of a size.
  private func tags(_ html: String, piece: Int = .max) -> [HTMLScanner.Tag] {
    var scanner = HTMLScanner(attributes: ["id", "href"])
    var result: [HTMLScanner.Tag] = []
    var rest = Array(html.utf8)[...]
    while !rest.isEmpty {
      scanner.scan(rest.prefix(piece)) {
        result.append($0)
        return true
      }
      rest = rest.dropFirst(piece)
    }
    return result
  }

  private func values(_ html: String, piece: Int = .max) -> [String] {
    tags(html, piece: piece).flatMap { tag in
      tag.attributes.map { "\(tag.name).\($0.name)=\($0.value)" }
    }
  }

  @Test(arguments: [
    ("<a id=x>", ["a.id=x"]),
    ("<A ID='x y' class=z>", ["a.id=x y"]),
    ("<a\nid = \"x\"/>", ["a.id=x"]),
    ("<a id=\"a>b\" href=c/d>", ["a.id=a>b", "a.href=c/d"]),
    ("<br/id=x>", ["br.id=x"]),
    ("<a disabled id=x>", ["a.id=x"]),
    ("<a id=x&amp;y&#38;&#x3b1;&zap;>", ["a.id=x&y&α&zap;"]),
    ("<a id>", []),
    ("<a id=>", []),
    ("< a id=x>", []),
    ("</a id=x>", []),
    ("1 < 2 <a id=x>", ["a.id=x"]),
    ("<<a id=x>", ["a.id=x"]),
    ("<!-- <a id=x> --><a id=y>", ["a.id=y"]),
    ("<!--><a id=x>", ["a.id=x"]),
    ("<!-- -- > <a id=x> --->", []),
    ("<!doctype html><a id=x>", ["a.id=x"]),
    ("<?xml <a id=x>", []),
    (
      "<script id=s>\"<a id=x>\" </scripting> <a id=y></script><a id=z>", ["script.id=s", "a.id=z"]
    ),
    ("<style>a<</STYLE ><a id=x>", ["a.id=x"]),
    ("<title><a id=x></title", []),
  ])
  func findsAttributesOfStartTags(_ html: String, _ expected: [String]) {
    #expect(values(html) == expected)
    for piece in 1...3 { #expect(values(html, piece: piece) == expected) }
  }

  @Test func saysWhereTagsAre() {
    let places = tags("<p>x\n  <a id=x\n> <b>").map { "\($0.name) \($0.line):\($0.column)" }
    #expect(places == ["p 0:0", "a 1:2", "b 2:2"])
  }

  @Test func aValueWithoutAnEndTakesNoMemory() {
    let endless = "<a id=\"" + String(repeating: "x", count: 100_000) + "\"><a id=y>"
    #expect(values(endless) == ["a.id=y"])
  }
}
