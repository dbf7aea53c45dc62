import DocTree
import Testing

@testable import DocTreeMarkdown

@Suite struct HTMLElementsTests {
  /// The tree of a text, with directives that show what they were given.
  private static func tree(
    _ text: String, enabling extensions: [String] = ["html_image", "html_admonition"]
  ) throws -> String {
    try document(text, enabling: extensions).pseudoXML()
      .split(separator: "\n").dropFirst().map { $0.dropFirst(4) }.joined(separator: "\n")
  }

  private static func document(
    _ text: String, enabling extensions: [String] = ["html_image", "html_admonition"]
  ) throws -> Document {
    let registry = try Registry(
      extensions: [MySTInlineSyntax(), MystBlocks(), HTMLElements(), ShowingDirectives()])
    var configuration = Configuration()
    configuration[MySTInline.extensions] = extensions
    return try Myst().read(
      Source(text), in: ReadContext(registry: registry, configuration: configuration))
  }

  @Test func `A block and a tag in text are images`() throws {
    let tree = try Self.tree(
      """
      <img src="a.png" alt="b &amp; c" class="d e" width=" 3px " title="f">
      <IMG SRC=g.png />

      text <img src="h.png"> *<img src="i.png"/>*
      """)
    #expect(
      tree == """
        <image alt="b & c" classes="d e" uri="a.png" width="3px">
        <image uri="g.png">
        <paragraph>
            text 
            <image uri="h.png">
             
            <emphasis>
                <image uri="i.png">
        """)
  }

  @Test func `What is not known of stays HTML`() throws {
    let html = """
      <div class="other"></div>

      <div><img src="a"></div>

      <div class="admonition">a</div> b
      """
    #expect(try Self.tree(html) == Self.tree(html, enabling: []))
    #expect(
      try Self.tree("<img src=\"a\"> and <b>text</b>") == """
        <paragraph>
            <image uri="a">
             and 
            <raw format="html" xml:space="preserve">
                <b>
            text
            <raw format="html" xml:space="preserve">
                </b>
        """)
  }

  @Test func `Each of the two is switched on by its name`() throws {
    let html = "<img src=\"a\">\n\n<div class=\"admonition\">b</div>"
    #expect(
      try Self.tree(html, enabling: ["html_image"]) == """
        <image uri="a">
        <raw format="html" xml:space="preserve">
            <div class="admonition">b</div>
        """)
    #expect(
      try Self.tree(html, enabling: ["html_admonition"]) == """
        <raw format="html" xml:space="preserve">
            <img src="a">
        <admonition classes="admonition">
            <title>
                Note
            <paragraph>
                b
        """)
  }

  @Test func `The content of an admonition is Markdown`() throws {
    let tree = try Self.tree(
      """
      > <div class="admonition tip" name="x">
      > <p class="title">A *title*</p>
      > <p>One</p>
      > <p>Two **three**</p>
      > - <div class="admonition"><img src="a"></div>
      > </div>
      """)
    #expect(
      tree == """
        <block_quote>
            <admonition classes="admonition tip x">
                <title>
                    A 
                    <emphasis>
                        title
                <paragraph>
                    One
                <paragraph>
                    Two 
                    <strong>
                        three
                <bullet_list bullet="-">
                    <list_item>
                        <admonition classes="admonition">
                            <title>
                                Note
                            <image uri="a">
        """)
  }

  @Test func `Positions and messages`() throws {
    let document = try Self.document(
      """
      > text <img alt="a">

      <img src="b">
      <img src="c" width="wide">

      <div class="admonition">
      text
      </div>
      """)
    let images = document.findAll(Image.self)
    #expect(images.map(\.position.line) == [3, 4])
    #expect(images.map(\.position.column) == [1, 1])
    #expect(document.findAll(Admonition.self).map(\.position.line) == [6])
    let paragraphs = document.findAll(Paragraph.self)
    #expect(paragraphs.last?.position.line == 7)
    #expect(
      document.diagnostics.map(\.description) == [
        "<string>:1:8: error: <img> missing 'src' attribute"
      ])
  }

  @Test func `Nesting has a limit`() throws {
    let html =
      String(repeating: "<div class=\"admonition\">", count: 500)
      + String(repeating: "</div>", count: 500)
    let document = try Self.document("\(html)\n")
    #expect(document.diagnostics.map(\.message) == ["blocks are nested more than 100 levels deep"])
  }
}

private struct ShowingDirectives: Extension {
  let name = "showing"

  func register(in registry: inout Registry) {
    registry.add(directive: "image", ImageShowing())
    registry.add(directive: "admonition", AdmonitionShowing())
  }
}

private struct ImageShowing: Directive {
  struct Options: Decodable, Sendable {
    var alt: String?
    var `class`: [String]?
    var width: String?
  }
  let argument = DirectiveArgument.required
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let image = Image(children: [], position: call.position)
    image.uri = call.argument
    image.alt = call.options.alt
    image.width = call.options.width
    image.classes = call.options.class ?? []
    return [image]
  }
}

private struct AdmonitionShowing: Directive {
  struct Options: Decodable, Sendable {
    var `class`: [String]?
    var name: String?
  }
  let argument = DirectiveArgument.requiredInline

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let admonition = Admonition(
      children: [Title(children: call.argumentNodes)] + call.nodes, position: call.position)
    admonition.classes = (call.options.class ?? []) + (call.options.name.map { [$0] } ?? [])
    return [admonition]
  }
}
