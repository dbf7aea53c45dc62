/// A page of another site that is asked for.
struct LinkRequest: Hashable, Sendable {
  /// Without what stands behind `#`.
  let address: String
  /// What links name on it, sorted.
  var anchors: [String]
}

/// What asking has brought.
struct LinkAnswer: Equatable, Sendable {
  enum Outcome: Sendable {
    case works, broken
    /// There is something, which not everybody is shown.
    case blocked
    case timeout, ignored
    /// The program that asks is missing.
    case notAsked
  }

  var outcome: Outcome
  /// Of HTTP; 0 for none.
  var code = 0
  /// Why it does not work.
  var reason = ""
  /// Where redirects led.
  var target: String?
  /// What kind of redirect it was.
  var redirectCode = 0
  /// Whether anchors mean something that can be found.
  var isHTML = true
  /// The anchors that were found.
  var found: Set<String> = []
}

/// The way to an answer, request by request.
struct LinkTask: Sendable {
  /// Which of all it is.
  let index: Int
  let request: LinkRequest
  /// What is asked for next.
  private(set) var address: String
  private(set) var host: String
  private(set) var isHead: Bool
  private var redirects: [Int] = []
  private var attempt = 1
  private var waits = 0
  private var waited = 0.0

  /// What may be done.
  struct Rules: Sendable {
    var attempts: Int
    /// In seconds, all in all.
    var longestWait: Double
    var timeout: Double
    var allowsUnauthorized: Bool
  }

  enum Step {
    case answer(LinkAnswer)
    /// One more request, after some milliseconds.
    case request(LinkTask, delay: Int64)
  }

  private static let redirectLimit = 20
  /// How long a server that says no time is left alone, in seconds.
  private static let defaultDelay = 60.0

  init(index: Int, _ request: LinkRequest) {
    self.index = index
    self.request = request
    address = request.address
    host = WebAddress.host(of: address)
    // The head says all, but for what is on the page.
    isHead = request.anchors.isEmpty
  }

  /// - Parameter isIgnored: whether an address is not to be asked for.
  func step(
    after response: WebResponse, _ rules: Rules, isIgnored: (String) -> Bool
  ) -> Step {
    if let failure = response.failure {
      switch failure {
      case .noProgram: return .answer(LinkAnswer(outcome: .notAsked))
      case .timeout:
        let seconds =
          rules.timeout == rules.timeout.rounded() ? "\(Int(rules.timeout))" : "\(rules.timeout)"
        return .answer(
          LinkAnswer(outcome: .timeout, reason: "no answer within \(seconds) seconds"))
      case .final(let reason): return .answer(LinkAnswer(outcome: .broken, reason: reason))
      case .connection(let reason):
        return again(rules) ?? .answer(LinkAnswer(outcome: .broken, reason: reason))
      }
    }
    let code = response.code
    if (300..<400).contains(code), !response.redirect.isEmpty {
      return follow(response.redirect, code, isIgnored)
    }
    if code < 400 { return .answer(finished(response)) }
    let reason = HTTPStatus.text(code)
    switch code {
    case 401:
      return .answer(
        rules.allowsUnauthorized
          ? finished(response)
          : LinkAnswer(outcome: .blocked, code: code, reason: reason))
    case 429:
      return wait(response, rules)
        ?? .answer(LinkAnswer(outcome: .blocked, code: code, reason: reason))
    case 403, 407, 451, 999:
      return withBody ?? .answer(LinkAnswer(outcome: .blocked, code: code, reason: reason))
    case 503:
      return again(rules) ?? .answer(LinkAnswer(outcome: .ignored, code: code, reason: reason))
    case 408, 500...:
      return again(rules) ?? .answer(LinkAnswer(outcome: .broken, code: code, reason: reason))
    default:
      return withBody ?? .answer(LinkAnswer(outcome: .broken, code: code, reason: reason))
    }
  }

  /// The same request for the page itself, as some servers do not like to be asked for the head.
  private var withBody: Step? {
    guard isHead else { return nil }
    var task = self
    task.isHead = false
    return .request(task, delay: 0)
  }

  private func again(_ rules: Rules) -> Step? {
    if let withBody { return withBody }
    guard attempt < rules.attempts else { return nil }
    var task = LinkTask(index: index, request)
    task.attempt = attempt + 1
    task.waits = waits
    task.waited = waited
    return .request(task, delay: 0)
  }

  private func follow(_ target: String, _ code: Int, _ isIgnored: (String) -> Bool) -> Step {
    func fail(_ reason: String) -> Step {
      .answer(LinkAnswer(outcome: .broken, code: code, reason: reason))
    }
    let scheme = WebAddress.scheme(of: target)
    guard scheme == "http" || scheme == "https" else {
      return fail("it leads to '\(target)', which is not of the web")
    }
    guard redirects.count < Self.redirectLimit else {
      return fail("more than \(Self.redirectLimit) redirects")
    }
    if isIgnored(target) {
      return .answer(
        LinkAnswer(outcome: .ignored, code: code, reason: "ignored redirect: \(target)"))
    }
    var task = self
    task.address = WebAddress.encoded(target)
    task.host = WebAddress.host(of: target)
    task.redirects.append(code)
    return .request(task, delay: 0)
  }

  /// Waits as long as the server wants it, and longer each time, as long as that is allowed.
  private func wait(_ response: WebResponse, _ rules: Rules) -> Step? {
    let asked = response.retryAfter.flatMap { WebTime.delay($0, now: Time.seconds) }
    let doubled = waits == 0 ? 0 : Double(1 << min(waits - 1, 20))
    let delay = max(asked ?? Self.defaultDelay, doubled)
    var task = self
    task.waits += 1
    // Who says "at once" for ever comes to an end, too.
    task.waited += max(delay, 1)
    guard delay <= rules.longestWait, task.waited <= max(rules.longestWait, 1) else { return nil }
    return .request(task, delay: Int64(delay * 1000))
  }

  private func finished(_ response: WebResponse) -> LinkAnswer {
    LinkAnswer(
      outcome: .works, code: response.code, target: redirects.isEmpty ? nil : address,
      // It is permanent only if each step is.
      redirectCode: redirects.first { $0 != 301 && $0 != 308 } ?? redirects.last ?? 0,
      isHTML: response.isHTML, found: response.found)
  }
}

/// What the numbers of HTTP say.
enum HTTPStatus {
  private static let names = [
    400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden",
    404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable",
    407: "Proxy Authentication Required", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
    414: "URI Too Long", 418: "I'm a Teapot", 421: "Misdirected Request", 426: "Upgrade Required",
    429: "Too Many Requests", 431: "Request Header Fields Too Large",
    451: "Unavailable For Legal Reasons", 500: "Internal Server Error", 501: "Not Implemented",
    502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
  ]

  static func text(_ code: Int) -> String { names[code].map { "\(code) \($0)" } ?? "\(code)" }
}
