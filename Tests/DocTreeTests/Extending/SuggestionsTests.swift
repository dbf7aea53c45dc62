import DocTree
import Testing

@Suite struct SuggestionsTests {
  @Test(arguments: [
    ("commonmrak", "commonmark"), ("HTML", "html"), ("htlm", "html"), ("txt", "text"),
    ("pseudo-xml", "pseudoxml"),
  ])
  func findsTheNearest(name: String, nearest: String) {
    let names = ["commonmark", "html", "json", "pseudoxml", "text", "xml"]
    #expect(nearestName(to: name, among: names) == nearest)
  }

  @Test(arguments: ["", "pdf", "latex", "x"])
  func findsNothingFarAway(name: String) {
    #expect(nearestName(to: name, among: ["commonmark", "html", "json"]) == nil)
  }

  @Test func takesTheFirstOfEquallyNear() {
    #expect(nearestName(to: "cat", among: ["car", "bat"]) == "car")
    #expect(nearestName(to: "cat", among: ["bat", "car"]) == "bat")
  }
}
