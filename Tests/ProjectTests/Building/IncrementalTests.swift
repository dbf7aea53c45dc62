import DocTree
import DocTreeTesting
import Testing

@testable import DocTreeProject

/// The defects D1 to D9 of Sphinx: after a change, what is written and said is that of a clean build.
@Suite struct IncrementalTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    try site.write([
      "index.md": "# Home\n\n```{toctree}\na\nb\nc\n```\n",
      "a.md": "# A\n\nSee {doc}`b`, {ref}`there` and [](b.md).\n",
      "b.md": "(there)=\n# B\n\nText.\n",
      "c.md": "# C\n\nText.\n",
    ])
    try site.build()
  }

  @Test("D1: the new title of a page is in the links to it")
  func title() throws {
    try site.write(["b.md": "(there)=\n# Better\n\nText.\n"])
    try site.expectSameAsClean()
    let text = try site.text("a.html")
    #expect(text.contains(">Better</span>"))
    #expect(!text.contains(">B</span>"))
  }

  @Test("D2: links follow a label to another page")
  func movedLabel() throws {
    try site.write(["b.md": "# B\n", "c.md": "(there)=\n# C\n"])
    try site.expectSameAsClean()
    #expect(try site.text("a.html").contains("href=\"c.html#there\""))
  }

  @Test("D3: the output of a page goes with its source, and links to it are warned of")
  func removedPage() throws {
    try site.remove("b.md")
    let result = try site.build()
    #expect(!site.folder.exists("out/b.html"))
    #expect(result.removedCount == 1)
    #expect(
      site.messages(result).contains {
        $0.contains("src/a.md:3") && $0.contains("unknown document")
      })
    try site.expectSameAsClean()
  }

  @Test("D4: the numbers of figures on other pages follow")
  func figureNumbers() throws {
    site.configuration = "numfig: true"
    try site.write([
      "a.md": "# A\n\n```{figure} x.png\n:name: one\nOne\n```\n",
      "b.md": "# B\n\n```{figure} y.png\n:name: two\nTwo\n```\n\nSee {numref}`two`.\n",
      "x.png": "", "y.png": "",
    ])
    try site.build()
    #expect(try site.text("b.html").contains(">Fig. 2</span>"))
    try site.write([
      "a.md": "# A\n\n```{figure} x.png\nZero\n```\n\n```{figure} x.png\n:name: one\nOne\n```\n"
    ])
    try site.expectSameAsClean()
    #expect(try site.text("b.html").contains(">Fig. 3</span>"))
  }

  @Test("D5: a page that is put into the table of contents is in the navigation of the others")
  func newPage() throws {
    try site.write([
      "index.md": "# Home\n\n```{toctree}\na\nb\nd\nc\n```\n", "d.md": "# D\n",
    ])
    try site.expectSameAsClean()
    #expect(try site.text("b.html").contains("<a rel=\"next\" href=\"d.html\">D</a>"))
    #expect(try site.text("c.html").contains("<a rel=\"prev\" href=\"d.html\">D</a>"))
  }

  @Test("D6: warnings are said again by the second build")
  func repeatedWarnings() throws {
    try site.write(["c.md": "# C\n\n{ref}`nowhere`\n"])
    let first = try site.build()
    let second = try site.build()
    #expect(second.readCount == 0)
    #expect(site.messages(first) == site.messages(second))
    #expect(site.messages(first).count == 1)
    #expect(first.diagnostics.map(\.excerpt) == second.diagnostics.map(\.excerpt))
  }

  @Test("D7: a label on two pages is warned of on any number of threads", arguments: [1, 2, 8])
  func duplicateLabel(jobs: Int) throws {
    site.jobs = jobs
    try site.write(["c.md": "(there)=\n# C\n"])
    let result = try site.build()
    #expect(
      site.messages(result) == [
        "src/c.md:2:1: warning: duplicate label there, other instance in b [ref.duplicate]"
      ])
    try site.expectSameAsClean()
  }

  @Test("D8: content decides, not the time of the last change")
  func oldTime() throws {
    let path = Path(site.folder["src/b.md"])
    let before = try FileSystem.modificationTime(of: path)
    try site.write(["b.md": "(there)=\n# X\n\nText.\n"])
    try FileSystem.setModificationTime(of: path, to: before)
    try site.expectSameAsClean()
    #expect(try site.text("a.html").contains(">X</span>"))
    // And a file that was only touched makes nothing anew.
    try FileSystem.setModificationTime(of: path, to: before + 1000)
    let result = try site.build()
    #expect(result.readCount == 0 && result.writtenCount == 0)
  }

  @Test("D9: any extension works on any number of threads")
  func anyExtension() throws {
    // There is nothing that an extension could fail to declare: what it registers is Sendable.
    site.jobs = 4
    try site.expectSameAsClean()
  }

  @Test func nothingIsDoneTwice() throws {
    let result = try site.build()
    #expect(result.readCount == 0 && result.writtenCount == 0 && result.removedCount == 0)
  }

  @Test func aChangeOfTextTouchesOnePage() throws {
    try site.write(["c.md": "# C\n\nOther text.\n"])
    let result = try site.build()
    #expect(result.readCount == 1 && result.writtenCount == 1)
  }

  @Test func anAlteredOutputIsWrittenAnew() throws {
    let original = try site.text("a.html")
    try site.folder.write("altered", to: "out/a.html")
    let result = try site.build()
    #expect(result.writtenCount == 1)
    #expect(try site.text("a.html") == original)
    FileSystem.remove(Path(site.folder["out/a.html"]))
    try site.build()
    #expect(try site.text("a.html") == original)
  }

  @Test func whatOthersWroteStays() throws {
    try site.folder.write("mine", to: "out/mine.html")
    try site.remove("c.md")
    try site.write(["index.md": "# Home\n\n```{toctree}\na\nb\n```\n"])
    try site.build()
    #expect(try site.text("mine.html") == "mine")
    #expect(!site.folder.exists("out/c.html"))
  }

  @Test func anIncludedFileIsPartOfThePage() throws {
    try site.write(["c.md": "# C\n\n```{include} part.txt\n```\n", "part.txt": "First."])
    try site.build()
    #expect(try site.text("c.html").contains("First."))
    try site.write(["part.txt": "Second."])
    try site.expectSameAsClean()
    #expect(try site.text("c.html").contains("Second."))
    try site.remove("part.txt")
    try site.expectSameAsClean()
    try site.write(["part.txt": "Third."])
    try site.expectSameAsClean()
    #expect(try site.text("c.html").contains("Third."))
  }

  @Test func aConfigValueMakesAllAnew() throws {
    site.configuration = "html: {language: ja}"
    try site.expectSameAsClean()
    #expect(try site.text("a.html").contains("lang=\"ja\""))
  }

  @Test func suggestionsFollowWhatThereIs() throws {
    try site.write(["c.md": "# C\n\n{ref}`thene`\n"])
    #expect(site.messages(try site.build()).first?.contains("did you mean 'there'?") == true)
    try site.write(["b.md": "# B\n"])
    let result = try site.build()
    #expect(!site.messages(result).contains { $0.contains("did you mean") })
    try site.expectSameAsClean()
  }

  @Test(arguments: [0, 1, 20, 100, -1])
  func aDamagedCacheIsAFullBuild(place: Int) throws {
    var bytes = try site.folder.read("out/.doctree/html.cache")
    if place < 0 { bytes.removeLast(bytes.count / 2) } else { bytes[place] ^= 0x55 }
    try site.folder.write(bytes, to: "out/.doctree/html.cache")
    let notes = NoteBox()
    let result = try site.build(observer: notes.observer)
    #expect(result.readCount == 4)
    #expect(notes.notes.count == 1)
    try site.expectSameAsClean()
  }
}

/// Keeps what a build says.
final class NoteBox: Sendable {
  private let box = MutexBox<[String]>([])

  var observer: ProjectBuild.Observer {
    var observer = ProjectBuild.Observer()
    observer.note = { [box] note in box.change { $0.append(note) } }
    return observer
  }

  var notes: [String] { box.value }
}
