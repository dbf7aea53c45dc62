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

  /// As they come from curl, in pieces of any size.
  @Test func responsesAreReadInPieces() {
    let text =
      "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/2 200\r\nContent-Type:text/html\r\n"
      + "Retry-After:  7\r\n\r\n<p id=a><p id='b c'><p id=zap>"
    for piece in [1, 3, 7, 1000] {
      var reader = WebResponseReader(isHead: false, anchors: ["a", "b%20c", "d"])
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let isGoingOn = reader.read(rest.prefix(piece))
        #expect(isGoingOn)
        rest = rest.dropFirst(piece)
      }
      #expect(
        reader.response == WebResponse(code: 200, retryAfter: "7", found: ["a", "b%20c"]))
    }
  }

  @Test func noMoreIsReadThanNeeded() {
    func goesOn(_ text: String, isHead: Bool = false, anchors: [String] = ["x"]) -> Bool {
      var reader = WebResponseReader(isHead: isHead, anchors: anchors)
      return reader.read(Array(text.utf8)[...])
    }
    #expect(goesOn("HTTP/1.1 200 OK\r\n\r\n<p id=y>"))
    #expect(!goesOn("HTTP/1.1 200 OK\r\n\r\n<p id=x>"))
    #expect(!goesOn("HTTP/1.1 200 OK\r\n\r\n<p", anchors: []))
    #expect(!goesOn("HTTP/1.1 404 No\r\n\r\n<p"))
    #expect(!goesOn("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF"))
    #expect(goesOn("HTTP/1.1 200 OK\r\n\r\n", isHead: true))
    #expect(!goesOn("HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: 1 << 19)))
    #expect(
      !goesOn("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 1 << 24)))
  }
}
