import Testing

@testable import DocTreeExtensions

@Suite struct PercentEncodingTests {
  @Test func decoding() {
    #expect("a%20%C3%A9%zz%4".percentDecoded == "a é%zz%4")
    // Signs are no digits.
    #expect("%+1".percentDecoded == "%+1")
  }

  @Test func encoding() {
    #expect("a b/é?x=1#y%20".percentEncoded == "a%20b/%C3%A9?x=1#y%20")
  }
}
