import DocTree
import DocTreeProject
import DocTreeTesting
import Testing
import Translators

/// Diagnostics say where in the source something is, however deep it is nested.
@Suite struct NestedPositionTests {
  private func diagnostics(_ text: String, file: String = "page.md") throws -> [String] {
    let registry = try Registry(extensions: Builtins.extensions)
    let format = try #require(registry.sourceFormat("myst"))
    let pipeline = DocumentPipeline(
      registry: registry, configuration: Configuration(),
      output: try #require(registry.format("pseudoxml")))
    let source = Source(text, file: SourceFile(file))
    return try pipeline.run(source, as: format).diagnostics.map { item in
      "\(item.position): \(item.category)"
    }
  }

  @Test func fourDirectivesInAListInAQuotation() throws {
    let text = """
      text

      > - item
      >
      >   ``````{note}
      >   `````{tip}
      >   :class: a
      >
      >   - ````{hint}
      >     ```{image} a.png
      >     :foo: 1
      >     :width: x
      >     ```
      >     {nope}`y` and {nix}`z`
      >     ````
      >   `````
      >   ``````
      """
    #expect(
      try diagnostics(text) == [
        "page.md:14:7: myst.role_unknown", "page.md:14:21: myst.role_unknown",
        "page.md:11:8: myst.directive_option", "page.md:12:15: myst.directive_option",
      ])
  }

  @Test func inAnIncludedFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("# T\n\nstart\n\n- a\n\n  ```{note}\n  {nope}`x`\n  ```\n", to: "part.md")
    let page = folder["page.md"]
    let text = "> ```{include} part.md\n> :start-after: start\n> ```\n\n{nix}`y`\n"
    #expect(
      try diagnostics(text, file: page) == [
        "\(page):5:1: myst.role_unknown", "\(folder["part.md"]):8:3: myst.role_unknown",
      ])
  }

  @Test func inACell() throws {
    let text = "- x\n\n  | a \\| b | c |\n  |---|---|\n  | d \\| {nope}`x` | {nix}`y` |\n"
    #expect(
      try diagnostics(text) == [
        "page.md:5:10: myst.role_unknown", "page.md:5:22: myst.role_unknown",
      ])
  }
}
