import DocTree
import Testing

@testable import DocTreeProject

@Suite struct PageLinksTests {
  private func links(ofHTML html: String, line: Int = 5, column: Int = 3) -> PageLinks {
    let raw = Raw(text: html)
    raw.format = "html"
    raw.position = SourcePosition(line: line, column: column)
    let document = Document()
    try? document.append(raw)
    return PageLinks(of: document)
  }

  @Test(arguments: [
    ("<a href=x>", ["x"]),
    ("<A HREF=x></A><area href='y'>", ["x", "y"]),
    (
      "<img src=a alt=b><video src=c><audio src=d><source src=e><iframe src=f>",
      "acdef".map(String.init)
    ),
    ("<link href=x><script src=y></script>", []),
    ("<script>'<a href=x>'</script><title><a href=y></title><!-- <a href=z> -->", []),
    ("<a href=''><a href=data:x><a href>", []),
    ("<a href=x&amp;y>", ["x&y"]),
  ])
  func addressesInHTML(_ html: String, _ expected: [String]) {
    #expect(links(ofHTML: html).links.map(\.address) == expected)
  }

  @Test func idsInHTML() {
    #expect(links(ofHTML: "<p ID=x><a name=y><p name=z>").ids == ["x", "y"])
  }

  @Test func placesInHTML() {
    let places = links(ofHTML: "é<a href=x>\n<p>\n <a href=y>").links
    #expect(places.map(\.line) == [5, 7])
    #expect(places.map(\.column) == [5, 0])
    #expect(links(ofHTML: "x<a href=x>", column: 0).links.map(\.column) == [0])
  }
}
