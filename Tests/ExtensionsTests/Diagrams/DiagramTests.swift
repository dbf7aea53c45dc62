import DocTree
import DocTreeExtensions
import DocTreeTesting
import Foundation
import Testing

/// Serialized: a program that is just being written cannot be run while another one starts.
@Suite(.serialized) struct DiagramTests {
  @Test func mermaidIsABlockForTheBrowser() throws {
    let page = try MystPage(
      """
      ```{mermaid}
      :alt: Two boxes
      :align: center
      graph TD
      A-->B
      ```
      """)
    expectLines(
      page.tree,
      """
      <mermaid align="center" alt="Two boxes">
          graph TD
          A-->B
      """)
    expectLines(
      try page.written(to: "html"),
      """
      <pre aria-label="Two boxes" class="mermaid align-center">graph TD
      A--&gt;B</pre>
      """)
    expectLines(
      try page.written(to: "text"),
      """
      [mermaid: Two boxes]

         graph TD
         A-->B
      """)
  }

  @Test func captionsMakeFigures() throws {
    let page = try MystPage(
      """
      ```{digraph} foo
      :caption: A *graph*
      :name: my-graph
      :layout: neato
      a -> b;
      ```
      """)
    expectLines(
      page.tree,
      """
      <figure ids="my-graph" names="my-graph">
          <graphviz layout="neato">
              digraph foo {
              a -> b;
              }
          <caption>
              A \

              <emphasis>
                  graph
      """)
  }

  /// A program of the test's own stands for Graphviz's.
  private func program(_ script: String) throws -> (path: String, folder: URL) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("dot")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    return (file.path, folder)
  }

  private func html(_ source: String, dot: String, timeout: String = "10") throws -> (
    html: String, messages: [String]
  ) {
    let page = try MystPage(
      "```{graphviz}\n\(source)\n```", ["graphviz_dot": dot, "graphviz_timeout": timeout])
    return (try page.written(to: "html"), page.messages)
  }

  @Test func graphsAreDrawnOnceByTheProgram() throws {
    let (path, folder) = try program(
      "echo '<?xml?>'; echo \"<svg><!-- $* -->\"; cat; echo '</svg>'; "
        + "echo x >> \"$(dirname $0)/count\"")
    defer { try? FileManager.default.removeItem(at: folder) }
    for _ in 0..<2 {
      let (html, messages) = try html("digraph { a -> b }", dot: path)
      expectLines(
        html,
        """
        <div class="graphviz">
        <svg><!-- -Tsvg -->
        digraph { a -> b }</svg>
        </div>
        """)
      #expect(messages.isEmpty)
    }
    let count = try String(contentsOf: folder.appendingPathComponent("count"), encoding: .utf8)
    #expect(count == "x\n")
  }

  @Test func whatIsNotInstalledLeavesTheText() throws {
    let (html, messages) = try html("digraph { a -> b }", dot: "no-such-program-here")
    expectLines(html, "<pre class=\"graphviz literal-block\">digraph { a -&gt; b }</pre>")
    #expect(
      messages == [
        "<string>:1:1: info: the program 'no-such-program-here' is not installed; "
          + "the graph is shown as text [graphviz]"
      ])
  }

  @Test func mistakesAreWarnings() throws {
    let (path, folder) = try program("echo 'syntax error in line 1' >&2; exit 1")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (html, messages) = try html("digraph {", dot: path)
    #expect(html.hasPrefix("<pre"))
    #expect(
      messages == [
        "<string>:1:1: warning: \(path) cannot draw the graph: syntax error in line 1 [graphviz]"
      ])
  }

  @Test func whatTakesTooLongIsEnded() throws {
    let (path, folder) = try program("exec sleep 60")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (html, messages) = try html("digraph { slow }", dot: path, timeout: "1")
    #expect(html.hasPrefix("<pre"))
    #expect(messages.count == 1)
    #expect(messages.first?.contains("did not draw the graph in 1 seconds") == true)
  }

  @Test func largeGraphsAndDeafProgramsAreNoProblem() throws {
    let source = String(repeating: "a -> b;\n", count: 50_000)
    let (loud, first) = try program("exec cat")
    let (deaf, second) = try program("exec echo '<svg/>'")
    defer {
      try? FileManager.default.removeItem(at: first)
      try? FileManager.default.removeItem(at: second)
    }
    #expect(try html(source, dot: loud).html.utf8.count > source.utf8.count)
    #expect(try html(source, dot: deaf).html == "<div class=\"graphviz\">\n<svg/>\n</div>\n")
  }

  @Test func mermaidHasSettingsAndATitle() throws {
    let page = try MystPage(
      "```{mermaid}\n:config: '{\"theme\": \"forest\"}'\n:title: T\n\ngraph TD\n```")
    #expect(
      page.document.next(Mermaid.self)?.text
        == "---\nconfig: {\"theme\": \"forest\"}\ntitle: T\n---\ngraph TD")
    let other = try MystPage("```{mermaid}\n:layout: neato\n\ngraph TD\n```")
    #expect(other.messages.count == 1)
  }
}
