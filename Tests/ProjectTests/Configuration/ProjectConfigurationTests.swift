import DocTree
import DocTreeExtensions
import DocTreeMarkdown
import DocTreeProject
import DocTreeTesting
import Testing
import Translators

@Suite struct ProjectConfigurationTests {
  let registry: Registry

  init() throws { registry = try Registry(extensions: Builtins.extensions) }

  private func load(_ text: String, _ definitions: (String, String)...) throws
    -> ProjectConfiguration
  {
    try ProjectConfiguration(
      Source(text, file: SourceFile("doctree.yml")),
      definitions: definitions.map { (name: $0.0, value: $0.1) }, registry: registry)
  }

  private func problems(_ text: String, _ definitions: (String, String)...) -> [String] {
    do throws(ProjectConfigurationError) {
      _ = try ProjectConfiguration(
        Source(text, file: SourceFile("doctree.yml")),
        definitions: definitions.map { (name: $0.0, value: $0.1) }, registry: registry)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func valuesAreTyped() throws {
    let values = try load(
      """
      project: no
      version: 1.10
      nitpicky: yes
      exclude: [drafts, "*.tmp"]
      html:
        language: de
      suppress_warnings: [a, b]
      """
    ).values
    #expect(values[ProjectSettings.project] == "no")
    #expect(values[ProjectSettings.version] == "1.10")
    #expect(values[ResolveReferences.isNitpicky])
    #expect(values[ProjectSettings.exclude] == ["drafts", "*.tmp"])
    #expect(values[WarningFilter.key] == ["a", "b"])
    #expect(values[ProjectSettings.rootDocument] == "index")
  }

  @Test(arguments: [
    "myst_enable_extensions: [deflist, dollarmath]",
    "myst.enable_extensions: [deflist, dollarmath]",
    "myst:\n  enable_extensions:\n  - deflist\n  - dollarmath",
  ])
  func mystsOptionsHaveTheirNames(text: String) throws {
    #expect(try load(text).values[MySTInline.extensions] == ["deflist", "dollarmath"])
  }

  @Test func schemesAreWrittenInManyWays() throws {
    let scheme = MySTInline.URLScheme.self
    #expect(
      try load("myst: {url_schemes: [a, b]}").values[MySTInline.urlSchemes]
        == ["a": scheme.init(), "b": scheme.init()])
    #expect(
      try load("myst: {url_schemes: {a: , b: x, c: {url: y, classes: [z]}}}")
        .values[MySTInline.urlSchemes]
        == [
          "a": scheme.init(), "b": scheme.init(url: "x"),
          "c": scheme.init(url: "y", classes: ["z"]),
        ])
  }

  @Test func theCommandLineComesLast() throws {
    let text = "project: a\nmyst: {substitutions: {a: 1, b: 2}, enable_extensions: [deflist]}"
    let values = try load(
      text, ("project", "b"), ("project", "c"), ("myst.substitutions.b", "3"),
      ("myst_enable_extensions", "tasklist,amsmath")
    ).values
    #expect(values[ProjectSettings.project] == "c")
    #expect(values[MySTInline.substitutions].mapValues { $0.text } == ["a": "1", "b": "3"])
    #expect(values[MySTInline.extensions] == ["tasklist", "amsmath"])
  }

  @Test func allMistakesAreReported() {
    #expect(
      problems(
        """
        projct: x
        nitpicky: maybe
        myst:
          enable_extension: []
          enable_extensions: [deflst]
        myst_enable_extensions: []
        html: x
        source_suffix: {md: myst, .txt: mist}
        """, ("nothing", "1"))
        == [
          "doctree.yml:1:1: error: there is no config value 'projct'; did you mean 'project'? [config]",
          "doctree.yml:2:11: error: config value 'nitpicky' cannot be 'maybe'; "
            + "allowed: true or false (yes or no, on or off, 1 or 0) [config]",
          "doctree.yml:4:3: error: there is no config value 'myst.enable_extension'; "
            + "did you mean 'myst.enable_extensions'? [config]",
          "doctree.yml:5:23: error: config value 'myst.enable_extensions' cannot contain 'deflst'; "
            + "allowed: \(MySTInline.extensionNames.joined(separator: ", ")); did you mean 'deflist'? "
            + "[config]",
          "doctree.yml:6:1: error: config value 'myst.enable_extensions' is set twice; "
            + "the first is in line 5 [config]",
          "doctree.yml:7:7: error: 'html' is a map of names to values, not 'x' [config]",
          "error: there is no config value 'nothing' [config]",
          "doctree.yml:8:1: error: there is no source format 'mist'; there are: commonmark, json, myst, xml; "
            + "did you mean 'myst'? [config]",
          "doctree.yml:8:1: error: a suffix begins with a dot, unlike 'md' [config]",
        ])
  }

  /// Those who come from Sphinx begin with its names.
  @Test func aNameOfSphinxLeadsToTheOneHere() {
    #expect(
      problems("exclude_patterns: [drafts]")
        == [
          "doctree.yml:1:1: error: there is no config value 'exclude_patterns'; did you mean 'exclude'? "
            + "[config]"
        ])
  }

  @Test func whatIsNoMapIsRefused() {
    #expect(
      problems("- a") == [
        "doctree.yml:1:1: error: a configuration is a map of names to values, not a list [config]"
      ])
    #expect(problems("# nothing").isEmpty && problems("").isEmpty)
    #expect(problems("a: [").first?.hasPrefix("doctree.yml:2:1: error: ") == true)
  }

  @Test func theFileAtTheRootIsRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("project: a\n", to: "doctree.yml")
    try folder.write("project: b\n", to: "other.yml")
    func project(_ file: String?, _ root: String?) throws -> String {
      try ProjectConfiguration.load(
        file: file.map { Path(folder[$0]) }, root: root.map { Path($0) }, registry: registry
      ).values[ProjectSettings.project]
    }
    #expect(try project(nil, folder.path) == "a")
    #expect(try project("other.yml", folder.path) == "b")
    #expect(try project(nil, nil) == "")
    #expect(throws: FileError.self) { try project("missing.yml", folder.path) }
  }

  @Test func pagesAreInTheLanguageOfTheProject() throws {
    #expect(try load("language: ja").values[HTMLTranslator.language] == "ja")
    #expect(try load("language: ja\nhtml: {language: en}").values[HTMLTranslator.language] == "en")
  }

  @Test func suffixesHaveFormats() throws {
    let project = try load("source_suffix: {.txt: commonmark, .x.md: commonmark}")
    func name(_ path: String) -> String? {
      project.sourceFormat(of: Path(path), registry: registry)?.name
    }
    #expect(name("a.md") == "myst" && name("a.x.md") == "commonmark")
    #expect(name("a.txt") == "commonmark" && name("a.rst") == nil)
  }
}
