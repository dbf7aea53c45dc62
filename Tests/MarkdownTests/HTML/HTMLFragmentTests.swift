import Testing

@testable import DocTreeMarkdown

@Suite struct HTMLFragmentTests {
  @Test(arguments: [
    ("<p class=\"a b\" other=\"x\">text</p>", "<p class=\"a b\" other=\"x\">text</p>"),
    // What is open at the end is closed.
    ("<div><b>", "<div><b></b></div>"),
    // An end closes what is open inside; one without a beginning is dropped.
    ("<a><b></a></c>d", "<a><b></b></a>d"),
    ("<IMG SRC='a' alt=b/c wide>", "<img src=\"a\" alt=\"b/c\" wide=\"\">"),
    ("<br/><hr / >", "<br/><hr>"),
    ("&amp; &#123; &#x1F; & &#; &x", "&amp; &#123; &#x1F; & &#; &x;"),
    ("<!DOCTYPE html><!-- a -- b --><?pi x?>", "<!DOCTYPE html><!-- a -- b --><?pi x?>"),
    ("<![CDATA[<a>]]>", "<![CDATA[<a>]]>"),
    ("<![if x]>", "<![if x]>"),
    ("<script>if (a < b) { '</b>' }</script>", "<script>if (a < b) { '</b>' }</script>"),
    ("a < b </ 1> <1", "a < b <!-- 1--> <1"),
    ("<a href=\"x>y\"b=c>", "<a href=\"x>y\" b=\"c\"></a>"),
    // What does not end is text.
    ("<a href=\"x>y", "<a href=\"x>y"),
    ("<!-- a", "<!-- a"),
  ])
  func roundTrip(_ html: String, _ expected: String) {
    #expect(HTMLFragment(html).render([0]) == expected)
  }

  @Test func `Values have characters instead of entities, and the last one counts`() {
    let item = HTMLFragment("<a x='&lt;&hellip;&#65;&nope; &' y=1 x=\"&quot;\">").items[1]
    #expect(item["x"] == "\"")
    #expect(
      HTMLFragment("<a x='&lt;&hellip;&#65;&nope; &'>").items[1]["x"] == "<\u{2026}A&nope; &")
    #expect(item["y"] == "1")
    #expect(item["z"] == nil)
  }

  @Test func `Of many attributes, too, the last value counts`() {
    let html = "<a \((0..<20).map { "x\($0)=1 X\($0)=2 " }.joined())>"
    let item = HTMLFragment(html).items[1]
    #expect(item.attributes.map(\.name) == (0..<20).map { "x\($0)" })
    #expect(item.attributes.allSatisfy { $0.value == "2" })
  }

  @Test func `Items know where they begin`() {
    let fragment = HTMLFragment("<p>\nab</p>&amp;<img>")
    #expect(fragment.items.map(\.offset) == [0, 0, 3, 10, 15])
  }

  @Test(arguments: [
    "<a>", "<a ", "</a>", "<!-- ", "<![CDATA[", "<![x]>", "<a b='", "&", "&#", "<script>", "<",
    "<a></b>", "</>", "<!-- --", "<!--->", "<a b=c d>", "&a",
  ])
  func `Long texts take time in proportion`(_ part: String) {
    let html = String(repeating: part, count: 200_000)
    let clock = ContinuousClock()
    let time = clock.measure { _ = HTMLFragment(html).render([0]) }
    #expect(time < .seconds(20))
  }
}
