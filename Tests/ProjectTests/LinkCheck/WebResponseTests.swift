import Testing

@testable import DocTreeProject

@Suite struct WebResponseTests {
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
        reader.finish() == WebResponse(code: 200, retryAfter: "7", found: ["a", "b%20c"]))
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

  /// The anchors that are found on a page, of `x` and `y`.
  private func found(_ page: String) -> [Set<String>] {
    [1, 3, .max].map { piece in
      var reader = WebResponseReader(isHead: false, anchors: ["x", "y"])
      var rest = Array("HTTP/1.1 200 OK\r\n\r\n\(page)".utf8)[...]
      while !rest.isEmpty, reader.read(rest.prefix(piece)) { rest = rest.dropFirst(piece) }
      return reader.finish().found
    }
  }

  @Test(arguments: [
    ("<a id=x><A NAME='y'>", ["x", "y"]),
    ("<a href=x id=>", []),
    ("<!-- <a id=x> --><a id=y>", ["y"]),
    ("<textarea><a id=x></textarea><a id=y>", ["y"]),
    ("<title><a id=x></title", []),
    ("<a id=x", []),
    ("<a class='<a id=x>'>", []),
  ])
  func anchorsAreFoundInPieces(_ page: String, _ expected: [String]) {
    for found in found(page) { #expect(found == Set(expected)) }
  }

  /// In a second on any machine, if it is linear.
  @Test func manyPiecesAreNoProblem() {
    let page = String(repeating: "<!-- <a id=z> <a class='", count: 20_000)
    for found in found(page) { #expect(found == []) }
  }
}
