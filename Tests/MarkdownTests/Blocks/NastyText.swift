/// Random numbers that are the same in each run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Texts in which blocks meet that seldom do.
enum NastyText {
  private static let starts = [
    "", "", "", " ", "  ", "   ", "    ", "     ", "\t", " \t", "> ", ">", ">\t", "> > ", "- ",
    "-", "-\t", "-     ", "* ", "+ ", "1. ", "1) ", "2. ", "10. ", "  - ", "    - ", "   > ",
    "- - ", "> - ", "- > ", "1. - ", "123456789. ", "1234567890. ",
  ]
  private static let contents = [
    "", "", "", "a", "b", "text", "# h", "## h ##", "#", "#h", "####### x", "# #", "===", "---",
    "--", "=", "- - -", "***", "* * *", "___", "_ _", "```", "````", "~~~", "``` info", "~~~ a`b",
    "```a`b", "<div>", "</div>", "<!-- c", "-->", "<!-- c -->", "<?php", "?>", "<!A", "<![CDATA[",
    "]]>", "<script>", "</script>", "<b>", "<b a='1'>", "<b", "</b >", "<pre>x</pre>", "[a]: /u",
    "[a]: /u 't'", "[b]:", "/u", "'title'", "[a]: <u> \"t", "[a]", "[ ]: /u", "[a]: /u x", "\\",
    "a  ", "a\\", "-", "+", "*", "1.", "1)", "2)", ">", "\ttab", "a\tb", "`code`", "*e*", "&amp;",
    "``` &amp; \\* x",
  ]

  static func make(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...9, using: &generator) {
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        text += starts[Int.random(in: 0..<starts.count, using: &generator)]
      }
      text += contents[Int.random(in: 0..<contents.count, using: &generator)]
      text += "\n"
    }
    if Int.random(in: 0..<10, using: &generator) == 0 { text.removeLast() }
    return text
  }
}
