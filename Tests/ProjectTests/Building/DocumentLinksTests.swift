import DocTree
import Testing

@testable import DocTreeProject

@Suite struct DocumentLinksTests {
  private func target(_ uri: String, from page: String) throws -> String? {
    let links = DocumentLinks([
      Path("index.md"): Path("index.html"),
      Path("notes/a b.md"): Path("notes/a b.html"),
      Path("notes/c.md"): Path("notes/c.html"),
    ])
    let reference = Reference("x").with { $0.refuri = uri }
    let document = Document(Paragraph(reference))
    try links.apply(to: document, at: Path(page))
    return reference.refuri
  }

  @Test(arguments: [
    ("notes/c.md", "index.md", "notes/c.html"),
    ("./notes/c.md#part", "index.md", "./notes/c.html#part"),
    ("a%20b.md?q", "notes/c.md", "a%20b.html?q"),
    ("../index.md", "notes/c.md", "../index.html"),
    ("../notes/./c.md", "notes/c.md", "../notes/./c.html"),
  ])
  func documents(uri: String, page: String, expected: String) throws {
    #expect(try target(uri, from: page) == expected)
  }

  @Test(arguments: [
    "#part", "missing.md", "../../index.md", "/index.md", "https://example.org/notes/c.md", "",
    "notes/c.html", "%ZZ.md", "notes/c.md%",
  ])
  func otherAddressesStay(uri: String) throws {
    #expect(try target(uri, from: "index.md") == uri)
  }
}
