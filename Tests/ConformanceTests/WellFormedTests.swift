import DocTree
import DocTreeMarkdown
import DocTreeProject
import Foundation
import Testing
import Translators

/// HTML is well-formed, whatever is put into what.
@Suite struct WellFormedTests {
  @Test func `The checker sees what is wrong`() {
    #expect(HTMLBalance("<p>a<b class=\"x\">c</b><br /></p>\n<!-- <x> -->").problems.isEmpty)
    for html in [
      "<p>", "</p>", "<p><b></p></b>", "<p><div></div></p>", "<a b=c></a>", "<a b=\"\" b=\"\"></a>",
      "<a id=\"x\"></a><a id=\"x\"></a>", "<ul><p></p></ul>", "<li></li>", "a < b",
    ] { #expect(!HTMLBalance(html).problems.isEmpty, "\(html)") }
  }

  @Test func `Samples`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../samples").standardized
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var count = 0
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "md", !file.path.contains("/.build/") else { continue }
      count += 1
      try Self.check(try String(contentsOf: file, encoding: .utf8))
    }
    #expect(count > 0)
  }

  @Test func `Made-up documents`() throws {
    for seed in 1...100 {
      var document = MadeUpDocument(seed: UInt64(seed))
      try Self.check(document.next())
    }
  }

  private static func check(_ markdown: String) throws {
    let registry = try registry.get()
    for profile in HTMLTranslator.Profile.allCases {
      var reading = MySTReading(registry)
      reading.configuration[MySTInline.extensions] = MadeUpDocument.extensions
      reading.configuration[HTMLTranslator.profile] = profile
      let problems = HTMLBalance(try reading.html(markdown)).problems
      #expect(problems.isEmpty, "\(profile)\n\(markdown)")
    }
  }

  private static let registry = Result { try Registry(extensions: Builtins.extensions) }
}

/// Documents of everything that MyST has, put into each other at random.
private struct MadeUpDocument {
  static let extensions = [
    "amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath", "fieldlist",
    "html_admonition", "html_image", "linkify", "replacements", "smartquotes", "strikethrough",
    "tasklist",
  ]
  private var state: UInt64
  private var names = 0

  init(seed: UInt64) { state = seed }

  mutating func next() -> String {
    (0..<6).map { _ in "\(String(repeating: "#", count: 1 + random(3))) \(inline())\n\n\(blocks(3))"
    }
    .joined(separator: "\n\n")
  }

  /// The next number below `limit`. (SplitMix64.)
  private mutating func random(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(limit))
  }

  private mutating func name() -> String {
    names += 1
    return "name-\(names)"
  }

  private mutating func inline() -> String {
    let parts = [
      "word", "*em*", "**strong** text", "`code  x`", "a < b & c", "~~gone~~", "$a<b$", "[^note]",
      "{ref}`name-1`", "{kbd}`Ctrl+C`", "{abbr}`A (b)`", "{file}`a/{b}`", "{term}`x`",
      "[a *link*](https://x.org \"t\")", "![alt \"q\"](a.png)", "<https://y.org>", "[](#name-1)",
      "{download}`a.zip`", "{math}`x`", "hard\\\nbreak", "\"quotes\"", "{guilabel}`&File`",
      "<img src=\"b.png\" width=\"3px\">", "{index}`x`", "{unknown}`x`", "{sub}`a`", "www.z.org",
      "[span]{.cls}", "{option}`-x`", "{doc}`index`", "{samp}`a{b}`", "{eq}`name-2`",
    ]
    return (0...random(4)).map { _ in parts[random(parts.count)] }.joined(separator: " ")
  }

  private mutating func blocks(_ depth: Int) -> String {
    (0...random(3)).map { _ in block(depth) }.joined(separator: "\n\n")
  }

  private mutating func fenced(_ name: String, _ content: String) -> String {
    // Longer than the fences inside.
    let longest = content.matches(of: /`{3,}/).map(\.output.count).max() ?? 2
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence){\(name)\n\(content)\n\(fence)"
  }

  private func indented(_ text: String, _ first: String) -> String {
    let indent = String(repeating: " ", count: first.count)
    return first
      + text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
        $0 == 0 || $1.isEmpty ? String($1) : indent + $1
      }.joined(separator: "\n")
  }

  private mutating func block(_ depth: Int) -> String {
    guard depth > 0 else { return inline() }
    switch random(12) {
    case 0: return container(depth)
    case 1:
      return indented(blocks(depth - 1), "- ") + "\n- [x] " + inline().replacing("\n", with: " ")
    case 2: return indented(blocks(depth - 1), "1. ")
    case 3:
      return blocks(depth - 1).split(separator: "\n", omittingEmptySubsequences: false)
        .map { "> " + $0 }.joined(separator: "\n")
    case 4: return "term\n" + indented(blocks(depth - 1), ": ")
    case 5: return ":field: " + inline().replacing("\n", with: " ") + "\n:other:"
    case 6: return "[^note]: " + inline()
    case 7: return leaf()
    case 8: return "(\(name()))=\n\n" + block(depth - 1)
    case 9: return "{#\(name()) .cls}\n" + block(depth - 1)
    case 10: return container(depth)
    default: return inline()
    }
  }

  private mutating func container(_ depth: Int) -> String {
    let content = blocks(depth - 1)
    let heads = [
      "note}", "warning}\n:class: a b\n:name: \(name())\n", "admonition} A *title*", "seealso}",
      "figure} a.png\n:width: 20px\n:name: \(name())\n", "figure} b.png\n:target: https://x.org\n",
      "topic} Title", "sidebar} Side", "epigraph}", "container} c", "compound}",
      "versionadded} 1.2 *x*", "deprecated} 3", "only} html", "py:function} f\(names)(a, b=1)\n",
      "option} -\(name()), --long-\(names) <a>\n", "envvar} \(name())\n", "class} x",
      "pull-quote}", "tip}", "py:class} C\(names)\n", "versionchanged} 4\n",
    ]
    return fenced(heads[random(heads.count)], content)
  }

  private mutating func leaf() -> String {
    let leaves = [
      "| a | b |\n|:-:|---|\n| *c* | `d` |", "---", "    code < x", "% comment", "+++ break",
      "$$\na\n$$ (\(name()))", "\\begin{align}\na\n\\end{align}",
      "```python\nx < 1\n```",
      "```{code-block} c\n:caption: A *b*\n:name: \(name())\n:linenos:\n\nx\n```",
      "```{list-table} T\n:header-rows: 1\n:stub-columns: 1\n\n* - a\n  - b\n* - c\n  -\n```",
      "```{csv-table}\n:header: a,b\n\n1,2\n```", "```{rubric} R\n```", "```{centered} C\n```",
      "```{hlist}\n\n- a\n- b\n```", "```{glossary}\nx\n: y\n\n  z\n```", "```{contents}\n```",
      "```{image} a.png\n:align: left\n:target: b\n```",
      "```{math}\n:label: \(name())\n\na\n\nb\n```",
      "```{unknown}\nx\n```", "```{index} single: a\n```", "```{productionlist}\na: b\n```",
      "<div class=\"admonition\"><p class=\"title\">T</p>x</div>", "```{toctree}\na\n```",
      "```{parsed-literal}\na *b*\n```", "```{line-block}\na\n```", "```{acks}\n- a\n```",
      "```{figure-md}\n![a](b.png)\n\nc\n```", "```{tabularcolumns} l\n```",
    ]
    return leaves[random(leaves.count)]
  }
}
