import DocTree
import DocTreeExtensions
import Foundation
import Testing

/// What Sphinx 9.0 makes of the same.
@Suite struct ImageDirectivesTests {
  @Test func allOptions() throws {
    let reader = try SmallReader(ImageDirectives())
    #expect(
      try reader.run(
        "image", "a b/c.png",
        """
        {"alt": "foo *x*", "width": "50", "height": "10 px", "scale": "50 %", "align": "left",
         "target": "https://x.org", "class": "k", "name": "im", "loading": "lazy"}
        """) == """
          <reference refuri="https://x.org">
              <image align="left" alt="foo *x*" classes="k" height="10px" ids="im" loading="lazy" names="im" scale="50" uri="ab/c.png" width="50">

          """)
  }

  @Test(arguments: [#"{"width": "foo"}"#, #"{"scale": "-1"}"#, #"{"align": "x"}"#])
  func wrongValues(options: String) throws {
    let reader = try SmallReader(ImageDirectives())
    #expect(throws: DecodingError.self) { try reader.run("image", "x", options) }
  }

  @Test func figureWithCaptionAndLegend() throws {
    let reader = try SmallReader(ImageDirectives())
    #expect(
      try reader.run(
        "figure", "a.png",
        """
        {"alt": "foo", "width": "50%", "figwidth": "30 %", "figclass": "fc", "class": "ic",
         "align": "right", "name": "fig1"}
        """, "Cap\n\nLeg") == """
          <figure align="right" classes="fc" ids="fig1" names="fig1" width="30%">
              <image alt="foo" classes="ic" uri="a.png" width="50%">
              <caption>
                  Cap
              <legend>
                  <paragraph>
                      Leg

          """)
  }

  @Test func aCaptionIsAParagraph() throws {
    let reader = try SmallReader(ImageDirectives())
    try reader.run("figure", "a.png", "{}", "- a")
    #expect(reader.messages == ["Figure caption must be a paragraph or empty comment."])
  }

  @Test func figureInMarkdown() throws {
    let reader = try SmallReader(ImageDirectives())
    let image = Image().with { $0.uri = "a.png" }
    #expect(
      try reader.run(
        "figure-md", "fig name", #"{"class": "c"}"#, nodes: [Paragraph(image), Paragraph("Cap")])
          == """
          <figure classes="c" ids="fig-name" names="fig\\ name">
              <image uri="a.png">
              <caption>
                  Cap

          """)
    // One that was written in HTML is a block of its own.
    #expect(
      try reader.run(
        "figure-md", nodes: [Image().with { $0.uri = "b.png" }, Paragraph("Cap")]) == """
          <figure>
              <image uri="b.png">
              <caption>
                  Cap

          """)
    try reader.run("figure-md", "", "{}", "x")
    #expect(
      reader.messages == ["content should be one image, followed by a single paragraph caption"])
  }

  @Test func candidates() throws {
    let reader = try SmallReader(ImageDirectives())
    reader.document.docname = "folder/page"
    for uri in ["a.png", "../b.png", "/c.png", "https://d.org/e.png", "data:x"] {
      try reader.document.append(Image().with { $0.uri = uri })
    }
    _ = try reader.transformed(.local)
    let candidates = reader.document.children.compactMap { $0.asElement?["candidates"]?.text }
    #expect(
      candidates == [
        "{'*': 'folder/a.png'}", "{'*': 'b.png'}", "{'*': 'c.png'}",
        "{'?': 'https://d.org/e.png'}", "{'?': 'data:x'}",
      ])
  }

  @Test func namesOfFiguresAndOfPicturesInLinks() throws {
    let page = try MystPage(
      """
      ```{figure} a.png
      :figname: My fig

      Cap
      ```

      ```{image} b.png
      :name: pic
      :target: https://x.org
      ```

      {ref}`my fig` [](#pic)
      """)
    #expect(page.document.findAll(Figure.self).map(\.ids) == [["my-fig"]])
    #expect(page.document.findAll(Image.self).map(\.ids) == [[], ["pic"]])
    #expect(page.document.findAll(Paragraph.self).last?.astext() == "Cap #pic")
    #expect(page.messages == [])
  }

  @Test func figuresTakePicturesInHTML() throws {
    let page = try MystPage(
      "```{figure-md} fig\n<img src=\"a.png\" alt=\"b\" width=\"20px\">\n\nCap *x*\n```\n\n<img src=\"c.png\">",
      phase: .read)
    #expect(
      page.tree.hasPrefix(
        """
        <figure ids="fig" names="fig">
            <image alt="b" uri="a.png" width="20px">
            <caption>
                Cap \

                <emphasis>
                    x

        """))
    // Elsewhere it stays HTML.
    #expect(page.document.findAll(Image.self).count == 1)
    let other = try MystPage("```{figure-md}\n<b>a</b>\n\nb\n```")
    #expect(other.messages.count == 1)
  }

  @Test func labelsBeforeACaptionAreItsOwn() throws {
    let page = try MystPage(
      "```{figure} a.png\n(inner)=\nCap\n```", ["myst.enable_extensions": "colon_fence"])
    let caption = page.document.next(Caption.self)
    #expect(caption?.names == ["inner"] && caption?.ids == ["inner"])
    #expect(page.document.findAll(Target.self).isEmpty)
  }
}
