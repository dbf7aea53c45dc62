import DocTree
import Synchronization

/// Asks for pages of other sites, many at a time, and says what their links are worth.
struct LinkChecker {
  private let configuration: Configuration
  private let curl: Curl
  private let caseInsensitive: LinkPatterns
  /// By what the link has to match; nil if redirects need no permission.
  private let allowedRedirects: [(from: LinkPatterns, to: LinkPatterns)]?

  init(_ configuration: Configuration) {
    self.configuration = configuration
    curl = Curl(configuration)
    caseInsensitive = LinkPatterns(configuration[LinkCheck.caseInsensitive])
    allowedRedirects = configuration[LinkCheck.allowedRedirects]?.sorted { $0.key < $1.key }.map {
      (LinkPatterns([LinkPattern($0.key)].compactMap(\.self)), LinkPatterns([$0.value]))
    }
  }

  var program: String { curl.program }

  /// Stands for all that an answer depends on besides the request.
  var rules: StableHash {
    var writer = StoreWriter()
    writer.write(configuration[LinkCheck.ignored]) { $0.write($1.text) }
    writer.write(configuration[LinkCheck.headers].sorted { $0.key < $1.key }) { writer, item in
      writer.write(item.key)
      writer.write(item.value.sorted { $0.key < $1.key }) { writer, header in
        writer.write(header.key)
        writer.write(header.value)
      }
    }
    writer.write(curl.userAgent)
    writer.write(curl.verifiesCertificates)
    writer.write(configuration[LinkCheck.allowsUnauthorized])
    return StableHash(of: writer.bytes)
  }

  // MARK: Asking

  /// - Parameters:
  ///   - memory: what is known already; it learns what is found.
  ///   - progress: how many of how many are done.
  /// - Returns: the answers in the order of the requests.
  func check(
    _ requests: [LinkRequest], _ memory: inout LinkMemory,
    _ progress: @Sendable @escaping (Int, Int) -> Void = { _, _ in }
  ) -> [LinkAnswer] {
    let known = requests.map { memory.answer(to: $0) }
    let tasks = requests.indices.filter { known[$0] == nil }.map {
      LinkTask(index: $0, requests[$0])
    }
    guard !tasks.isEmpty else { return known.compactMap(\.self) }
    let queue = HostQueue(tasks, limit: configuration[LinkCheck.workersPerHost])
    let answers = Mutex(known)
    let counter = ProgressCounter()
    let asker = Asker(configuration, curl)
    let count = min(configuration[LinkCheck.workers], tasks.count)
    _ = Workers.map(count: count, jobs: count) { _ in
      while let task = queue.next() {
        switch asker.ask(task) {
        case .answer(let answer):
          answers.withLock { $0[task.index] = answer }
          progress(counter.next(), tasks.count)
          queue.finish(task)
        case .request(let next, let delay): queue.put(next, insteadOf: task, delay: delay)
        }
      }
    }
    // Each has one: the threads end when none is without.
    let result = answers.withLock { $0.compactMap(\.self) }
    for task in tasks { memory.note(result[task.index], to: task.request) }
    return result
  }

  // MARK: Judging

  /// What an answer means for a link.
  func result(of use: LinkUse, _ answer: LinkAnswer) -> LinkResult {
    switch answer.outcome {
    case .broken: return LinkResult(.broken, code: answer.code, info: answer.reason)
    case .blocked: return LinkResult(.blocked, code: answer.code, info: answer.reason)
    case .ignored: return LinkResult(.ignored, code: answer.code, info: answer.reason)
    case .notAsked: return LinkResult(.unchecked)
    case .timeout:
      let isBroken = configuration[LinkCheck.timeoutsAreBroken]
      return LinkResult(isBroken ? .broken : .timeout, info: answer.reason)
    case .works: break
    }
    if let anchor = use.anchor, answer.isHTML, !answer.found.contains(anchor) {
      return LinkResult(.broken, info: "there is no anchor '\(anchor)' on the page")
    }
    guard let target = answer.target, !isSame(target, use.page),
      !isAllowed(from: use.page, to: target)
    else { return LinkResult(.working) }
    return LinkResult(
      .redirected, code: answer.redirectCode, info: target, isRefused: allowedRedirects != nil)
  }

  /// Whether two addresses are one, but for a slash at the end.
  private func isSame(_ address: String, _ other: String) -> Bool {
    let ignoresCase = caseInsensitive.match(other)
    func normalized(_ address: String) -> String {
      var (page, fragment) = WebAddress.split(address)
      while page.last == "/" { page.removeLast() }
      if ignoresCase { page = page.lowercased() }
      return fragment.map { $0.isEmpty ? page : "\(page)#\($0)" } ?? page
    }
    return normalized(address) == normalized(other)
  }

  private func isAllowed(from address: String, to target: String) -> Bool {
    allowedRedirects?.contains { $0.from.match(address) && $0.to.match(target) } ?? false
  }
}

/// Makes the requests, on any thread.
private struct Asker: Sendable {
  private let curl: Curl
  private let rules: LinkTask.Rules
  private let headers: [String: [String: String]]
  private let ignored: IgnoredAddresses

  /// Patterns of which only one thread at a time may make use.
  private final class IgnoredAddresses: Sendable {
    private let patterns: Mutex<LinkPatterns>

    init(_ patterns: [LinkPattern]) { self.patterns = Mutex(LinkPatterns(patterns)) }

    func contains(_ address: String) -> Bool { patterns.withLock { $0.match(address) } }
  }

  init(_ configuration: Configuration, _ curl: Curl) {
    self.curl = curl
    headers = configuration[LinkCheck.headers]
    ignored = IgnoredAddresses(configuration[LinkCheck.ignored])
    rules = LinkTask.Rules(
      attempts: configuration[LinkCheck.attempts],
      longestWait: configuration[LinkCheck.longestWait],
      timeout: configuration[LinkCheck.timeout],
      allowsUnauthorized: configuration[LinkCheck.allowsUnauthorized])
  }

  func ask(_ task: LinkTask) -> LinkTask.Step {
    let response = curl.request(
      task.address, isHead: task.isHead, headers: headers(for: task.address),
      anchors: task.request.anchors)
    return task.step(after: response, rules, isIgnored: ignored.contains)
  }

  /// Those that the user wants to be sent to this address, and to no other.
  private func headers(for address: String) -> [(name: String, value: String)] {
    let scheme = WebAddress.scheme(of: address) ?? ""
    let site = "\(scheme)://\(WebAddress.host(of: address))"
    var result = ["Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"]
    let own = [site, site + "/", address, "*"].lazy.compactMap { headers[$0] }.first
    for (name, value) in own ?? [:] { result[name] = value }
    return result.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
