import Testing

@testable import DocTreeProject

/// What becomes of an answer, without a network.
@Suite struct LinkTaskTests {
  private static let rules = LinkTask.Rules(
    attempts: 2, longestWait: 300, timeout: 30, allowsUnauthorized: false)

  /// Follows the steps for as long as there are responses.
  ///
  /// - Returns: what was asked for, with the delays, and what came of it.
  private func run(
    _ responses: [WebResponse], anchors: [String] = [],
    rules: LinkTask.Rules = rules, ignoring ignored: String = "-"
  ) -> (asked: [String], answer: LinkAnswer?) {
    var task = LinkTask(
      index: 0, LinkRequest(address: "https://a.example/x", anchors: anchors))
    var asked: [String] = []
    var delay: Int64 = 0
    for response in responses {
      asked.append(
        "\(task.isHead ? "HEAD" : "GET") \(task.address)" + (delay > 0 ? " after \(delay)" : ""))
      switch task.step(after: response, rules, isIgnored: { $0.hasPrefix(ignored) }) {
      case .answer(let answer): return (asked, answer)
      case .request(let next, let wait):
        task = next
        delay = wait
      }
    }
    return (asked, nil)
  }

  private func answer(_ codes: Int...) -> LinkAnswer? {
    run(codes.map { WebResponse(code: $0) }).answer
  }

  @Test func theHeadIsEnoughIfItIsFine() {
    let (asked, answer) = run([WebResponse(code: 200)])
    #expect(asked == ["HEAD https://a.example/x"])
    #expect(answer == LinkAnswer(outcome: .works, code: 200))
  }

  @Test func whoWantsAnAnchorReadsThePage() {
    let (asked, answer) = run([WebResponse(code: 200, found: ["b"])], anchors: ["b"])
    #expect(asked == ["GET https://a.example/x"])
    #expect(answer?.found == ["b"])
  }

  @Test(arguments: [403, 404, 405, 500, 501])
  func aHeadThatIsRefusedIsNoAnswer(_ code: Int) {
    let (asked, answer) = run([WebResponse(code: code), WebResponse(code: 200)])
    #expect(asked == ["HEAD https://a.example/x", "GET https://a.example/x"])
    #expect(answer?.outcome == .works)
  }

  @Test func whatIsRefusedIsBlocked() {
    #expect(answer(401) == LinkAnswer(outcome: .blocked, code: 401, reason: "401 Unauthorized"))
    #expect(answer(403, 403) == LinkAnswer(outcome: .blocked, code: 403, reason: "403 Forbidden"))
    #expect(answer(999, 999) == LinkAnswer(outcome: .blocked, code: 999, reason: "999"))
    var rules = Self.rules
    rules.allowsUnauthorized = true
    #expect(run([WebResponse(code: 401)], rules: rules).answer?.outcome == .works)
  }

  @Test func onlyWhatMayPassIsTriedAgain() {
    #expect(answer(404, 404) == LinkAnswer(outcome: .broken, code: 404, reason: "404 Not Found"))
    #expect(answer(500, 500, 200)?.outcome == .works)
    #expect(
      answer(500, 500, 502, 502)
        == LinkAnswer(outcome: .broken, code: 502, reason: "502 Bad Gateway"))
    #expect(
      answer(503, 503, 503, 503)
        == LinkAnswer(outcome: .ignored, code: 503, reason: "503 Service Unavailable"))
    let lost = WebResponse(failure: .connection("lost"))
    #expect(run([lost, lost, WebResponse(code: 200)]).answer?.outcome == .works)
    #expect(
      run([lost, lost, lost, lost]).answer == LinkAnswer(outcome: .broken, reason: "lost"))
    #expect(
      run([WebResponse(failure: .final("no"))]).answer
        == LinkAnswer(outcome: .broken, reason: "no"))
    #expect(
      run([WebResponse(failure: .timeout)]).answer
        == LinkAnswer(outcome: .timeout, reason: "no answer within 30 seconds"))
  }

  @Test func redirectsAreFollowed() {
    func to(_ address: String, _ code: Int) -> WebResponse {
      WebResponse(code: code, redirect: address)
    }
    let (asked, answer) = run([
      to("https://b.example/y z", 301), to("http://c.example/", 308), WebResponse(code: 200),
    ])
    #expect(
      asked == [
        "HEAD https://a.example/x", "HEAD https://b.example/y%20z", "HEAD http://c.example/",
      ])
    #expect(answer?.target == "http://c.example/" && answer?.redirectCode == 308)
    // It is permanent only if each step is.
    let mixed = run([to("http://b/", 302), to("http://c/", 301), WebResponse(code: 200)])
    #expect(mixed.answer?.redirectCode == 302)
    #expect(
      run([to("file:///etc/passwd", 302)]).answer?.reason
        == "it leads to 'file:///etc/passwd', which is not of the web")
    #expect(
      run([to("http://no.example/", 302)], ignoring: "http://no").answer
        == LinkAnswer(
          outcome: .ignored, code: 302, reason: "ignored redirect: http://no.example/"))
    let loop = run((0..<40).map { _ in to("https://a.example/x", 302) })
    #expect(loop.answer?.reason == "more than 20 redirects" && loop.asked.count == 21)
  }

  @Test func serversThatAreAskedTooOftenAreLeftAlone() {
    func busy(_ time: String?) -> WebResponse { WebResponse(code: 429, retryAfter: time) }
    let fine = WebResponse(code: 200)
    #expect(run([busy("7"), fine]).asked.last == "HEAD https://a.example/x after 7000")
    #expect(run([busy(nil), fine]).asked.last == "HEAD https://a.example/x after 60000")
    #expect(
      run([busy("301")]).answer
        == LinkAnswer(outcome: .blocked, code: 429, reason: "429 Too Many Requests"))
    // One that always wants to be asked again at once is not believed.
    let endless = run((0..<100).map { _ in busy("0") })
    #expect(endless.answer?.outcome == .blocked)
    #expect(
      endless.asked.dropFirst(2).map { $0.split(separator: " ").last ?? "" }
        == ["1000", "2000", "4000", "8000", "16000", "32000", "64000", "128000"])
  }

  @Test(arguments: [
    ("120", 120.0), ("0", 0), ("1.5", 1.5), ("Sun, 06 Nov 1994 08:49:37 GMT", 37),
    ("Sun, 06 Nov 1994 08:48:00 GMT", 0), ("-1", nil), ("soon", nil), ("nan", nil),
    ("Sun, 06 Nov 1994 08:49:99 GMT", nil),
  ])
  func timesOfRetryAfter(_ text: String, _ expected: Double?) {
    #expect(WebTime.delay(text, now: 784_111_740) == expected)
  }

  @Test func dates() {
    #expect(WebTime.date("Thu, 01 Jan 1970 00:00:00 GMT") == 0)
    #expect(WebTime.date("Tue, 29 Feb 2000 12:00:00 GMT") == 951_825_600)
    #expect(WebTime.date("Fri, 01 Mar 2024 00:00:00 GMT") == 1_709_251_200)
  }
}
