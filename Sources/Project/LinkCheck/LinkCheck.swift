import DocTree

/// The builder `linkcheck`. (Sphinx: builders.linkcheck.)
struct LinkCheck: Extension {
  /// Links that are not looked at.
  static let ignored = ConfigKey("linkcheck_ignore", default: [LinkPattern](), affects: .write)
  /// Pages whose links are not looked at.
  static let excludedPages = ConfigKey(
    "linkcheck_exclude_documents", default: [LinkPattern](), affects: .write)
  /// Where links may be led, by the links. If it is set, being led elsewhere is warned of.
  static let allowedRedirects = ConfigKey<[String: LinkPattern]?>(
    "linkcheck_allowed_redirects", default: nil, affects: .write,
    refusing: { redirects in
      let isFine = (redirects ?? [:]).keys.allSatisfy { LinkPattern($0) != nil }
      return isFine ? nil : "a map of regular expressions to regular expressions"
    })
  /// Links whose upper and lower case are one.
  static let caseInsensitive = ConfigKey(
    "linkcheck_case_insensitive_urls", default: [LinkPattern](), affects: .write)
  /// What is sent with a request, by the address, its host, or `*` for all.
  static let headers = ConfigKey<[String: [String: String]]>(
    "linkcheck_request_headers", default: [:], affects: .write)
  static let userAgent = ConfigKey(
    "user_agent", default: "Mozilla/5.0 (compatible; DocTree linkcheck)", affects: .write)
  /// Whether certificates have to be right.
  static let verifiesCertificates = ConfigKey("tls_verify", default: true, affects: .write)
  /// How often a link is tried.
  static let attempts = ConfigKey(
    "linkcheck_retries", default: 1, affects: .write, refusing: atLeastOne)
  /// How many seconds an answer may take.
  static let timeout = ConfigKey(
    "linkcheck_timeout", default: 30.0, affects: .write,
    refusing: { $0 > 0 && $0 <= 86400 ? nil : "a number of seconds, up to 86400" })
  /// How many requests there are at the same time.
  static let workers = ConfigKey(
    "linkcheck_workers", default: 5, affects: .write, refusing: atLeastOne)
  /// How many of them one host has.
  static let workersPerHost = ConfigKey(
    "linkcheck_workers_per_host", default: 2, affects: .write, refusing: atLeastOne)
  /// Whether what stands behind `#` is looked for.
  static let checksAnchors = ConfigKey("linkcheck_anchors", default: true, affects: .write)
  /// Anchors that are not looked for: those with `!` mean something to a program on the page.
  static let ignoredAnchors = ConfigKey(
    "linkcheck_anchors_ignore", default: [LinkPattern(known: "^!")], affects: .write)
  /// Links of which no anchor is looked for.
  static let withoutAnchors = ConfigKey(
    "linkcheck_anchors_ignore_for_url", default: [LinkPattern](), affects: .write)
  /// How many seconds a link waits at most because its host asks for it.
  static let longestWait = ConfigKey(
    "linkcheck_rate_limit_timeout", default: 300.0, affects: .write,
    refusing: { $0 >= 0 && $0 <= 86400 ? nil : "a number of seconds from 0, up to 86400" })
  /// Whether it is fine that a page wants to know who is asking.
  static let allowsUnauthorized = ConfigKey(
    "linkcheck_allow_unauthorized", default: false, affects: .write)
  /// Whether a link without an answer is a broken one.
  static let timeoutsAreBroken = ConfigKey(
    "linkcheck_report_timeouts_as_broken", default: false, affects: .write)
  /// How many hours it is remembered that a link works; 0 for not at all.
  static let cacheHours = ConfigKey(
    "linkcheck_cache_hours", default: 24.0, affects: .write,
    refusing: { $0 >= 0 && $0 <= 1e6 ? nil : "a number of hours from 0" })
  /// The program that asks.
  static let program = ConfigKey("linkcheck_curl", default: "curl", affects: .write)

  private static let atLeastOne: @Sendable (Int) -> String? = {
    (1...512).contains($0) ? nil : "a whole number from 1 to 512"
  }

  let name = "linkcheck"

  func register(in registry: inout Registry) {
    registry.add(builder: LinkCheckBuilder())
    registry.add(config: Self.ignored)
    registry.add(config: Self.excludedPages)
    registry.add(config: Self.allowedRedirects)
    registry.add(config: Self.caseInsensitive)
    registry.add(config: Self.headers)
    registry.add(config: Self.userAgent)
    registry.add(config: Self.verifiesCertificates)
    registry.add(config: Self.attempts)
    registry.add(config: Self.timeout)
    registry.add(config: Self.workers)
    registry.add(config: Self.workersPerHost)
    registry.add(config: Self.checksAnchors)
    registry.add(config: Self.ignoredAnchors)
    registry.add(config: Self.withoutAnchors)
    registry.add(config: Self.longestWait)
    registry.add(config: Self.allowsUnauthorized)
    registry.add(config: Self.timeoutsAreBroken)
    registry.add(config: Self.cacheHours)
    registry.add(config: Self.program)
  }
}

/// A regular expression that has to match from the beginning.
struct LinkPattern: Codable, Equatable, Sendable, AllowedTextProviding {
  static let allowedText = "a regular expression"

  let text: String

  /// One that is known to be one, which need not be found out whenever the program starts.
  init(known text: String) { self.text = text }

  /// - Returns: nil if it is none.
  init?(_ text: String) {
    guard (try? Regex(text)) != nil else { return nil }
    self.text = text
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let pattern = LinkPattern(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: Self.allowedText)
    }
    self = pattern
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// Patterns to match with, which no two threads can do at once.
struct LinkPatterns {
  private let patterns: [(text: String, regex: Regex<AnyRegexOutput>)]

  init(_ patterns: [LinkPattern]) {
    self.patterns = patterns.compactMap { pattern in
      (try? Regex(pattern.text)).map { (pattern.text, $0.matchingSemantics(.unicodeScalar)) }
    }
  }

  /// The first pattern that matches the beginning of a text. (Python: re.match.)
  func first(matching text: String) -> String? {
    patterns.first { text.prefixMatch(of: $0.regex) != nil }?.text
  }

  func match(_ text: String) -> Bool { first(matching: text) != nil }
}
