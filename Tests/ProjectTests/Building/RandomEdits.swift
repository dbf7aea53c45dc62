import DocTree
import DocTreeTesting
import Foundation

@testable import DocTreeProject

/// A project that is changed at random, in ways that matter to other pages.
struct RandomProject {
  let site: ProjectSite
  var random: SeededGenerator
  private var pages: [String: PageModel] = [:]
  private var parts: [String: Int] = [:]
  private(set) var log: [String] = []

  private struct PageModel {
    var title: String
    var label: String?
    var figures: Int
    var terms: Int
    /// What it points to: names of pages, labels and terms, be they there or not.
    var links: [String]
    var entries: [String]
    var isNumbered = false
    var isGlob = false
    var includes: Int?
    var text: Int
  }

  init(_ site: ProjectSite, seed: UInt64) throws {
    self.site = site
    random = SeededGenerator(seed: seed)
    for name in ["index"] + (1...5).map({ "p\($0)" }) + ["sub/q1", "sub/q2"] {
      pages[name] = page(name)
    }
    pages["index"]?.entries = ["p1", "p2", "sub/q1"]
    parts["0"] = 0
    for name in pages.keys { try save(name) }
    try save(part: "0")
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private var names: [String] { pages.keys.sorted() }

  private static let allNames = ["index"] + (1...7).map { "p\($0)" } + (1...3).map { "sub/q\($0)" }

  private mutating func page(_ name: String) -> PageModel {
    PageModel(
      title: pick(["Alpha", "Beta `code`", "Gamma *x*", "Delta"]) + " \(name)",
      label: chance(3) ? nil : "label-\(Int.random(in: 0..<6, using: &random))",
      figures: Int.random(in: 0...2, using: &random), terms: Int.random(in: 0...1, using: &random),
      links: (0..<Int.random(in: 0...4, using: &random)).map { _ in link() }, entries: [],
      includes: chance(3) ? 0 : nil, text: Int.random(in: 0..<100, using: &random))
  }

  private mutating func link() -> String {
    let page = pick(Self.allNames)
    let number = Int.random(in: 0..<7, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "{doc}`/\(page)`"
    case 1: return "{ref}`label-\(number)`"
    case 2: return "{ref}`text <label-\(number)>`"
    case 3: return "{numref}`fig-\(page.replacing("/", with: "-"))-0`"
    case 4: return "{term}`term-\(number % 3)`"
    case 5: return "[](/\(page).md)"
    case 6: return "[text](/\(page).md#part)"
    case 7: return "[](#label-\(number))"
    case 8: return "{index}`word \(number)`"
    case 9: return "{ref}`genindex`"
    case 10: return "{prf:ref}`thm-\(page.replacing("/", with: "-"))`"
    default: return "{any}`label-\(number)`"
    }
  }

  /// Changes something.
  mutating func step() throws {
    let name = pick(names)
    switch Int.random(in: 0..<15, using: &random) {
    case 0: try change(name, "title") { $0.title = "New \($1) \(name)" }
    case 1: try change(name, "text") { $0.text = $1 }
    case 2: try change(name, "label") { $0.label = $1 % 4 == 0 ? nil : "label-\($1 % 6)" }
    case 3: try change(name, "figures") { $0.figures = $1 % 4 }
    case 4:
      let link = link()
      try change(name, "link \(link)") { page, _ in
        page.links = Array((page.links + [link]).suffix(5))
      }
    case 5:
      let target = pick(Self.allNames)
      try change(name, "entry \(target)") { page, number in
        if let index = page.entries.firstIndex(of: target) {
          page.entries.remove(at: index)
        } else {
          page.entries.insert(target, at: number % (page.entries.count + 1))
        }
      }
    case 6: try change(name, "numbered") { page, _ in page.isNumbered.toggle() }
    case 7: try change(name, "glob") { page, _ in page.isGlob.toggle() }
    case 8:
      let new = pick(Self.allNames)
      guard pages[new] == nil else { return }
      log.append("add \(new)")
      pages[new] = page(new)
      try save(new)
    case 9:
      guard pages.count > 3, name != "index" else { return }
      log.append("remove \(name)")
      pages[name] = nil
      try site.remove(name + ".md")
    case 10:
      let new = pick(Self.allNames)
      guard pages[new] == nil, name != "index", let page = pages[name] else { return }
      log.append("rename \(name) to \(new)")
      pages[name] = nil
      pages[new] = page
      try site.remove(name + ".md")
      try save(new)
    case 11:
      log.append("part")
      parts["0"] = parts["0"] == nil || !chance(4) ? Int.random(in: 0..<100, using: &random) : nil
      try save(part: "0")
    case 12: try change(name, "include") { $0.includes = $1 % 2 == 0 ? 0 : nil }
    case 13: try translate(name)
    default:
      log.append("config")
      site.configuration = pick([
        "", "numfig: true", "numfig: true\nnumfig_secnum_depth: 0", "html: {language: ja}",
        "nitpicky: true", "myst: {heading_anchors: 3}", "language: de",
        "language: de\ngettext_compact: false",
      ])
    }
  }

  private mutating func change(
    _ name: String, _ what: String, _ body: (inout PageModel, Int) -> Void
  ) throws {
    log.append("\(name): \(what)")
    let number = Int.random(in: 0..<100, using: &random)
    guard var page = pages[name] else { return }
    body(&page, number)
    pages[name] = page
    try save(name)
  }

  /// Writes a catalog for a page or its folder, with mistakes or without, or takes it away.
  private mutating func translate(_ name: String) throws {
    let catalog = chance(2) ? name : String(name.prefix { $0 != "/" })
    let file = "locales/de/LC_MESSAGES/\(catalog).po"
    log.append("translate \(catalog)")
    guard !chance(4) else {
      if site.folder.exists("src/" + file) { try site.remove(file) }
      return
    }
    var text = ""
    for (id, translation) in [
      ("Part", "Teil"), ("Part \(parts["0"] ?? 0).", "*Teil*"), ("Figure 0", "Bild"),
      ("term-0", "Wort"), (pages[name]?.title ?? "", "Neu {ref}`label-1`"),
      (pages[name]?.links.first ?? "", link()),
    ] where !id.isEmpty && !chance(3) {
      let end = chance(9) ? "" : "\""
      text += "msgid \"\(id)\"\nmsgstr \"\(translation)\(end)\n\n"
    }
    try site.write([file: text])
  }

  private func save(part name: String) throws {
    if let number = parts[name] {
      try site.write(["part-\(name).txt": "Part \(number).\n"])
    } else {
      try site.remove("part-\(name).txt")
    }
  }

  private func save(_ name: String) throws {
    guard let page = pages[name] else { return }
    var text = page.label.map { "(\($0))=\n" } ?? ""
    text += "# \(page.title)\n\nText \(page.text).\n\n"
    for link in page.links { text += "- \(link)\n" }
    text += "\n## Part\n\n"
    for index in 0..<page.figures {
      text += """
        ```{figure} x.png
        :name: fig-\(name.replacing("/", with: "-"))-\(index)
        Figure \(index)
        ```


        """
    }
    for index in 0..<page.text % 3 {
      text += "```{prf:theorem}\n"
      if index == 0 { text += ":label: thm-\(name.replacing("/", with: "-"))\n" }
      text += "Theorem \(index)\n```\n\n"
    }
    if page.terms > 0 { text += "```{glossary}\nterm-\(page.text % 3)\n    Said.\n```\n\n" }
    if let part = page.includes { text += "```{include} /part-\(part).txt\n```\n\n" }
    if !page.entries.isEmpty || page.isGlob {
      text += "```{toctree}\n"
      if page.isNumbered { text += ":numbered:\n" }
      if page.isGlob { text += ":glob:\n" }
      text += page.entries.map { "/\($0)\n" }.joined() + (page.isGlob ? "/sub/*\n" : "") + "```\n"
    }
    try site.write(["\(name).md": text])
  }
}

/// Numbers that are the same for the same seed. (SplitMix64.)
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
