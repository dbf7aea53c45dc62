import DocTreeTesting
import Foundation
import Synchronization
import Testing

@testable import DocTreeProject

/// Links to servers of this machine, asked for with the real program.
@Suite(.enabled(if: WebServer.hasCurl, "curl is not installed")) struct LinkCheckTests {
  let site: ProjectSite

  init() throws {
    site = try ProjectSite()
    site.builder = "linkcheck"
    site.configuration = "linkcheck_timeout: 20\n"
  }

  /// Writes one page with links to a server, one in each line, and builds.
  ///
  /// - Returns: what is wrong, without what is the same everywhere.
  private func check(_ server: WebServer, _ paths: String...) throws -> [String] {
    try site.write(["index.md": paths.map { "<\(server.address)\($0)>\n" }.joined()])
    return messages(try site.build(), server)
  }

  private func messages(_ result: ProjectBuild.Result, _ server: WebServer) -> [String] {
    site.messages(result).map {
      $0.replacing(server.address, with: "").replacing("src/index.md:", with: "")
    }
  }

  private func states(_ server: WebServer) throws -> [String] {
    try site.text("output.json").split(separator: "\n").map { line in
      let item = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      return "\(item["lineno"] ?? "") \(item["status"] ?? "") \(item["code"] ?? "")"
        + ((item["info"] as? String).map { $0.isEmpty ? "" : " \($0)" } ?? "")
        .replacing(server.address, with: "")
    }
  }

  /// A server with a page for each kind of answer.
  private func server() throws -> WebServer {
    try WebServer { request in
      switch request.path {
      case "/fine", "/fine/": .init(body: "<h1 id=part>x</h1><a name='b c'>")
      case "/old": .init(status: 301, headers: ["Location": "/fine"])
      case "/moved": .init(status: 302, headers: ["Location": "old"])
      case "/slash": .init(status: 301, headers: ["Location": "/slash/"])
      case "/loop": .init(status: 302, headers: ["Location": "/loop"])
      case "/out": .init(status: 302, headers: ["Location": "file:///etc/passwd"])
      case "/slash/": .init()
      case "/forbidden": .init(status: 403)
      case "/private": .init(status: 401)
      case "/headless": .init(status: request.method == "HEAD" ? 405 : 200)
      case "/outage": .init(status: 503)
      case "/error": .init(status: 500)
      case "/silent": .init(isNone: true)
      case "/endless": .init(body: String(repeating: "<p>x", count: 4096), isEndless: true)
      case "/text": .init(headers: ["Content-Type": "text/plain"], body: "x")
      default: .init(status: 404)
      }
    }
  }

  @Test func answersOfAllKinds() throws {
    let server = try server()
    let messages = try check(
      server, "/fine", "/gone", "/old", "/moved", "/slash", "/loop", "/out", "/forbidden",
      "/private", "/headless", "/outage", "/error", "/silent")
    #expect(
      messages == [
        "2:1: error: broken link: /gone (404 Not Found) [linkcheck.broken]",
        "6:1: error: broken link: /loop (more than 20 redirects) [linkcheck.broken]",
        "7:1: error: broken link: /out (it leads to 'file:///etc/passwd', which is not of the web) [linkcheck.broken]",
        "8:1: warning: link is not for everybody: /forbidden (403 Forbidden) [linkcheck.blocked]",
        "9:1: warning: link is not for everybody: /private (401 Unauthorized) [linkcheck.blocked]",
        "12:1: error: broken link: /error (500 Internal Server Error) [linkcheck.broken]",
        "13:1: error: broken link: /silent (the server ends the connection without an answer) [linkcheck.broken]",
      ])
    #expect(
      try states(server) == [
        "1 working 0", "2 broken 404 404 Not Found", "3 redirected 301 /fine",
        "4 redirected 302 /fine", "5 working 0", "6 broken 302 more than 20 redirects",
        "7 broken 302 it leads to 'file:///etc/passwd', which is not of the web",
        "8 blocked 403 403 Forbidden", "9 blocked 401 401 Unauthorized", "10 working 0",
        "11 ignored 503 503 Service Unavailable", "12 broken 500 500 Internal Server Error",
        "13 broken 0 the server ends the connection without an answer",
      ])
    #expect(
      try site.text("output.txt").replacing(server.address, with: "").split(separator: "\n")
        .prefix(3) == [
          "index.md:2: [broken] /gone: 404 Not Found",
          "index.md:3: [redirected permanently] /old to /fine",
          "index.md:4: [redirected with Found] /moved to /fine",
        ])
  }

  @Test func anchorsOfOtherPages() throws {
    let server = try server()
    let messages = try check(
      server, "/fine#part", "/fine#b%20c", "/fine#nothing", "/fine#!program", "/fine#top",
      "/fine#part:~:text=x", "/old#nothing", "/gone#part", "/text#L7", "/endless#nothing")
    #expect(
      messages == [
        "3:1: error: broken link: /fine#nothing (there is no anchor 'nothing' on the page) [linkcheck.broken]",
        "7:1: error: broken link: /old#nothing (there is no anchor 'nothing' on the page) [linkcheck.broken]",
        "8:1: error: broken link: /gone#part (404 Not Found) [linkcheck.broken]",
        "10:1: error: broken link: /endless#nothing (there is no anchor 'nothing' on the page) [linkcheck.broken]",
      ])
    // A page is asked for once, whatever is looked for on it: here for itself and behind a redirect.
    #expect(server.requests.count { $0.path == "/fine" } == 2)
    site.configuration += "linkcheck_anchors: false\n"
    #expect(
      try check(server, "/fine#nothing", "/gone#part").map { $0.prefix(30) } == [
        "2:1: error: broken link: /gone"
      ])
    site.configuration =
      "linkcheck_anchors_ignore: [noth]\nlinkcheck_anchors_ignore_for_url: ['.*/old']"
    #expect(try check(server, "/fine#nothing", "/old#zap") == [])
  }

  @Test func redirectsThatAreAllowed() throws {
    let server = try server()
    site.configuration = "linkcheck_allowed_redirects: {'.*/old$': '.*/fine$'}\n"
    #expect(
      try check(server, "/old", "/moved") == [
        "2:1: warning: link is redirected with Found: /moved to /fine [linkcheck.redirected]"
      ])
    site.configuration = "linkcheck_ignore: ['.*/old$']\n"
    #expect(try check(server, "/old", "/moved") == [])
    #expect(
      try states(server) == ["1 ignored 0", "2 ignored 302 ignored redirect: /old"])
  }

  @Test func serversThatAreSlow() throws {
    let server = try WebServer { _ in .init(seconds: 30) }
    site.configuration = "linkcheck_timeout: 0.5\n"
    #expect(
      try check(server, "/") == [
        "1:1: error: no answer: / (no answer within 0.5 seconds) [linkcheck.timeout]"
      ])
    site.configuration += "linkcheck_report_timeouts_as_broken: true\n"
    #expect(
      try check(server, "/") == [
        "1:1: error: broken link: / (no answer within 0.5 seconds) [linkcheck.broken]"
      ])
  }

  @Test func serversThatWantToBeLeftAlone() throws {
    let busy = Mutex(2)
    let server = try WebServer { request in
      guard request.path == "/busy" else {
        return .init(status: 429, headers: ["Retry-After": "1000"])
      }
      let isBusy = busy.withLock { count in
        count -= 1
        return count >= 0
      }
      return isBusy ? .init(status: 429, headers: ["Retry-After": "0"]) : .init()
    }
    #expect(
      try check(server, "/busy", "/always") == [
        "2:1: warning: link is not for everybody: /always (429 Too Many Requests) [linkcheck.blocked]"
      ])
    #expect(server.requests.count { $0.path == "/busy" } == 3)
  }

  @Test func onlyWhatMayPassIsTriedAgain() throws {
    let errors = Mutex(3)
    let server = try WebServer { request in
      guard request.path == "/error" else { return .init(status: 404) }
      let isBroken = errors.withLock { count in
        count -= 1
        return count >= 0
      }
      return .init(status: isBroken ? 500 : 200)
    }
    site.configuration = "linkcheck_retries: 3\n"
    #expect(
      try check(server, "/error", "/gone") == [
        "2:1: error: broken link: /gone (404 Not Found) [linkcheck.broken]"
      ])
    #expect(
      server.requests.filter { $0.path == "/error" }.map(\.method) == [
        "HEAD", "GET", "HEAD", "GET",
      ]
        || server.requests.filter { $0.path == "/error" }.map(\.method) == ["HEAD", "GET", "HEAD"]
    )
    #expect(server.requests.count { $0.path == "/gone" } == 2)
  }

  /// Each request waits until there are as many as there may be, so that there are if there can be.
  @Test func hostsHaveLimits() throws {
    final class Gauge: Sendable {
      let state = Mutex((active: 0, most: 0))
      func run(waitingFor count: Int) {
        state.withLock { state in
          state.active += 1
          state.most = max(state.most, state.active)
        }
        for _ in 0..<500 where state.withLock({ $0.most < count }) {
          Thread.sleep(forTimeInterval: 0.01)
        }
        // Whoever comes too early would be seen.
        Thread.sleep(forTimeInterval: 0.05)
        state.withLock { $0.active -= 1 }
      }
    }
    let gauges = [Gauge(), Gauge()]
    let all = Gauge()
    let servers = try gauges.map { gauge in
      try WebServer { _ in
        gauge.state.withLock { state in
          state.active += 1
          state.most = max(state.most, state.active)
        }
        all.run(waitingFor: 4)
        gauge.state.withLock { $0.active -= 1 }
        return .init()
      }
    }
    site.configuration = "linkcheck_workers: 6\nlinkcheck_workers_per_host: 2\n"
    let links = servers.flatMap { server in (0..<6).map { "<\(server.address)/\($0)>" } }
    try site.write(["index.md": links.joined(separator: "\n")])
    #expect(site.messages(try site.build()) == [])
    #expect(gauges.map { $0.state.withLock(\.most) } == [2, 2])
    #expect(all.state.withLock(\.most) == 4)
    #expect(servers.map(\.requests.count) == [6, 6])
  }

  @Test func whatIsSent() throws {
    let server = try server()
    let other = try WebServer { _ in
      .init(status: 302, headers: ["Location": "\(server.address)/fine"])
    }
    site.configuration = """
      user_agent: 'me "and" \\you'
      linkcheck_request_headers:
        "\(other.address)": {X-Secret: for the other}
        "*": {Accept-Language: ja}
      """
    try site.write(["index.md": "<\(other.address)/x> <\(server.address)/fine/>\n"])
    try site.build()
    let sent = try #require(other.requests.first)
    #expect(sent.headers["x-secret"] == "for the other" && sent.headers["accept-language"] == nil)
    #expect(sent.headers["user-agent"] == "me \"and\" \\you")
    #expect(sent.headers["accept"]?.hasPrefix("text/html") == true)
    // What is for one host is not sent to where it leads.
    #expect(server.requests.count == 2)
    #expect(server.requests.allSatisfy { $0.headers["x-secret"] == nil })
    #expect(server.requests.allSatisfy { $0.headers["accept-language"] == "ja" })
  }

  /// No address can become something else on its way.
  @Test func addressesAreNothingElse() throws {
    let server = try WebServer { _ in .init() }
    try site.write([
      "index.md": """
      [a](<\(server.address)/a b"{x,y}>) <a href="\(server.address)/[1-3]">x</a>
      <a href='\(server.address)/q"\\&#10;output=x'>x</a>
      <a href="-ohttp://x">x</a> <a href="file:///etc/passwd">x</a>
      """
    ])
    _ = try site.build()
    #expect(
      server.requests.map(\.path).sorted() == [
        "/[1-3]", "/a%20b%22%7Bx,y%7D", "/q%22%5C%0Aoutput=x",
      ])
    #expect(try states(server).last == "3 unchecked 0")
  }

  @Test func whatWorksIsNotAskedForAgain() throws {
    let server = try server()
    let first = try check(server, "/fine#part", "/old", "/gone")
    let count = server.requests.count
    let report = try site.text("output.json")
    #expect(messages(try site.build(), server) == first)
    #expect(try site.text("output.json") == report)
    #expect(server.requests.dropFirst(count).map(\.path) == ["/gone", "/gone"])
    // Another anchor has to be looked for.
    _ = try check(server, "/fine#part", "/fine#b%20c")
    #expect(server.requests.last?.path == "/fine")
    // What is damaged, or not wanted, is not believed.
    try site.folder.write("zap", to: "out/.doctree/linkcheck/answers")
    _ = try site.build()
    _ = try site.build { $0.isFresh = true }
    site.configuration += "linkcheck_cache_hours: 0\n"
    _ = try site.build()
    #expect(server.requests.suffix(3).map(\.path) == ["/fine", "/fine", "/fine"])
  }

  @Test func theSameWhateverIsAnsweredFirst() throws {
    let server = try WebServer { request in
      .init(status: 404, seconds: request.path.hashValue % 2 == 0 ? 0.05 : 0)
    }
    for page in ["a", "b", "c"] {
      try site.write(["\(page).md": (0..<5).map { "<\(server.address)/\($0)>\n" }.joined()])
    }
    let first = messages(try site.build(), server)
    let report = try site.text("output.json")
    #expect(first.count == 15 && server.requests.count == 10)
    #expect(messages(try site.build(), server) == first)
    #expect(try site.text("output.json") == report)
  }

  @Test func nobodyIsThere() throws {
    let port = try WebServer { _ in .init() }.port
    try site.write(["index.md": "<http://127.0.0.1:\(port)/>\n<https://nowhere.invalid/>\n"])
    #expect(
      site.messages(try site.build()) == [
        "src/index.md:1:1: error: broken link: http://127.0.0.1:\(port)/ (no connection to '127.0.0.1:\(port)') [linkcheck.broken]",
        "src/index.md:2:1: error: broken link: https://nowhere.invalid/ (there is no host 'nowhere.invalid') [linkcheck.broken]",
      ])
  }

  @Test func theProgramIsMissing() throws {
    site.configuration = "linkcheck_curl: no-such-program\n"
    try site.write(["index.md": "<http://a.invalid/> <http://b.invalid/> ![x](gone.png)\n"])
    #expect(
      site.messages(try site.build()) == [
        "error: links to other sites are not checked, as the program 'no-such-program' is not installed; 'apt install curl' or 'brew install curl' installs it [linkcheck.curl]",
        "src/index.md:1:41: error: broken link: gone.png (there is no such file) [linkcheck.broken]",
      ])
  }
}
