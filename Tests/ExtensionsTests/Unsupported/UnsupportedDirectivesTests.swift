import DocTreeExtensions
import Testing

@Suite struct UnsupportedDirectivesTests {
  @Test func itIsAnError() throws {
    let reader = try SmallReader(UnsupportedDirectives())
    #expect(try reader.run("eval-rst", "", "{}", ".. note:: x") == "")
    #expect(reader.messages.first?.hasPrefix("'eval-rst' is not supported") == true)
  }
}
