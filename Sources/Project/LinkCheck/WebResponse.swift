import DocTreeExtensions
import DocTreeMarkdown

/// What came for a request.
struct WebResponse: Equatable {
  /// Of HTTP; 0 for none.
  var code = 0
  /// Where it leads to; empty if nowhere.
  var redirect = ""
  /// When to ask again, as the server says it.
  var retryAfter: String?
  /// Whether anchors mean something that can be found.
  var isHTML = true
  /// The anchors that were found.
  var found: Set<String> = []
  var failure: Curl.Failure?
}

/// Reads a response as it comes, and nothing of it that is not wanted.
struct WebResponseReader {
  private var response = WebResponse()
  private let isHead: Bool
  /// What is looked for, by what it may be on the page.
  private var anchors: [String: [String]] = [:]
  private let anchorCount: Int
  private var head: [UInt8] = []
  private var isInBody = false
  private var body: [UInt8] = []
  /// How much of the body was looked through.
  private var seenCount = 0

  private static let headLimit = 1 << 18
  /// How much of a page is looked through.
  private static let bodyLimit = 1 << 24

  init(isHead: Bool, anchors: [String]) {
    self.isHead = isHead
    anchorCount = anchors.count
    for anchor in anchors {
      for spelling in Set([anchor, anchor.percentDecoded]) {
        self.anchors[spelling, default: []].append(anchor)
      }
    }
  }

  /// - Returns: whether more is wanted.
  mutating func read(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while !isInBody {
      // Line by line, as an interim response has a head, too.
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
        head += rest
        return head.count <= Self.headLimit
      }
      head += rest[..<end]
      rest = rest[(end + 1)...]
      if head.last == UInt8(ascii: "\r") { head.removeLast() }
      let line = String(decoding: head, as: UTF8.self)
      head = []
      if line.isEmpty {
        isInBody = response.code >= 200
      } else {
        readHeader(line)
      }
    }
    // The program says where a redirect leads only if it comes to the end by itself.
    if isHead || (300..<400).contains(response.code) { return true }
    guard anchorCount > 0, response.isHTML, (200..<300).contains(response.code) else {
      return false
    }
    body += rest
    // From the beginning, as pieces end anywhere, but not for each piece.
    if body.count >= 2 * seenCount { findAnchors() }
    return response.found.count < anchorCount && body.count < Self.bodyLimit
  }

  /// What was read.
  mutating func finish() -> WebResponse {
    if body.count > seenCount { findAnchors() }
    return response
  }

  private mutating func findAnchors() {
    seenCount = body.count
    var tokenizer = HTMLTokenizer(page: body)
    while response.found.count < anchorCount, let tag = tokenizer.nextTag() {
      for attribute in tag.attributes {
        guard let value = attribute.value, let anchors = anchors[value],
          ["id", "name"].contains(attribute.name.lowercased())
        else { continue }
        response.found.formUnion(anchors)
      }
    }
  }

  private mutating func readHeader(_ line: String) {
    if line.hasPrefix("HTTP/") {
      let parts = line.split(separator: " ")
      response.code = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
      return
    }
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    switch line[..<colon].lowercased() {
    case "retry-after": response.retryAfter = String(value)
    case "content-type":
      let type = value.lowercased()
      response.isHTML = type.isEmpty || type.contains("html") || type.contains("xml")
    default: break
    }
  }
}
