import Testing

@testable import DocTreeProject

@Suite struct WebAddressTests {
  @Test func schemes() {
    #expect(WebAddress.scheme(of: "HTTPS://x") == "https")
    #expect(WebAddress.scheme(of: "a+b-c.d:x") == "a+b-c.d")
    #expect(WebAddress.scheme(of: "a/b:c") == nil)
    #expect(WebAddress.scheme(of: ":c") == nil)
    #expect(WebAddress.scheme(of: "//x") == nil)
  }

  @Test func hosts() {
    #expect(WebAddress.host(of: "https://Me:pass@Example.org:81/a@b?c#d") == "example.org:81")
    #expect(WebAddress.host(of: "https://example.org?x") == "example.org")
    #expect(WebAddress.host(of: "x") == "")
  }

  @Test func encoding() {
    #expect(
      WebAddress.encoded("http://x/a b\"\\\n<é%20>") == "http://x/a%20b%22%5C%0A%3C%C3%A9%20%3E")
  }
}
