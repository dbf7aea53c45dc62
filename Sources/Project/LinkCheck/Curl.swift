import DocTree
import DocTreeExtensions

/// Makes requests with the program curl, one at a time. No redirect is followed, so that each request is
/// known.
struct Curl: Sendable {
  let program: String
  /// In seconds.
  let timeout: Double
  let userAgent: String
  let verifiesCertificates: Bool

  init(_ configuration: Configuration) {
    program = configuration[LinkCheck.program]
    timeout = configuration[LinkCheck.timeout]
    userAgent = configuration[LinkCheck.userAgent]
    verifiesCertificates = configuration[LinkCheck.verifiesCertificates]
  }

  enum Failure: Equatable {
    case timeout
    /// It may go better another time.
    case connection(String)
    case final(String)
    case noProgram
  }

  /// - Parameters:
  ///   - anchors: what is looked for on the page. If there are none, no more of it is read than its head.
  func request(
    _ address: String, isHead: Bool, headers: [(name: String, value: String)], anchors: [String]
  ) -> WebResponse {
    var reader = WebResponseReader(isHead: isHead, anchors: anchors)
    // A page takes its time, too. The program itself is expected to keep to it.
    let limit = timeout * (anchors.isEmpty ? 1 : 2)
    let options = options(address, isHead: isHead, headers, limit: limit)
    do throws(ChildProcess.Failure) {
      let result = try ChildProcess.run(
        // What the user has set for other purposes does not count here.
        [program, "--disable", "--config", "-"], input: Array(options.utf8),
        seconds: Int(limit.rounded(.up)) + 5
      ) { reader.read($0) }
      var response = reader.finish()
      guard !result.isStopped else { return response }
      response.redirect = String(decoding: result.errors, as: UTF8.self)
      if result.status != 0 || response.code == 0 {
        response.failure = failure(result.status, address)
      }
      return response
    } catch {
      switch error {
      case .notFound: return WebResponse(failure: .noProgram)
      case .timeout: return WebResponse(failure: .timeout)
      case .failed(let number):
        return WebResponse(failure: .final("\(program) cannot be run (error \(number))"))
      }
    }
  }

  /// What curl is told, on its input: others can see a program's arguments, and none of this can be
  /// taken for an option.
  private func options(
    _ address: String, isHead: Bool, _ headers: [(name: String, value: String)], limit: Double
  ) -> String {
    var result = """
      silent
      globoff
      no-buffer
      suppress-connect-headers
      proto = "=http,https"
      proto-redir = "=http,https"
      connect-timeout = \(timeout)
      max-time = \(limit)
      write-out = "%{stderr}%{redirect_url}"
      \(isHead ? "head" : "include")

      """
    func add(_ option: String, _ value: String) {
      result += option + " = \"" + value.filter { $0 >= " " }.replacingQuotes + "\"\n"
    }
    if !verifiesCertificates { result += "insecure\n" }
    add("user-agent", userAgent)
    for (name, value) in headers { add("header", "\(name): \(value)") }
    add("url", address)
    return result
  }

  /// - Parameter status: curl's exit status.
  private func failure(_ status: Int32, _ address: String) -> Failure {
    let host = WebAddress.host(of: address)
    switch status {
    case 0, 52: return .connection("the server ends the connection without an answer")
    case 3: return .final("the address is malformed")
    case 6: return .connection("there is no host '\(host)'")
    case 7: return .connection("no connection to '\(host)'")
    case 28: return .timeout
    case 51, 60: return .final("the certificate is not valid")
    case 35, 53, 54, 58, 59, 64, 66, 77, 80, 82, 83, 90, 91:
      return .final("no secure connection to '\(host)'")
    case 8, 16, 18, 55, 56, 92, 95: return .connection("the connection is interrupted")
    default: return .connection("\(program) ends with status \(status)")
    }
  }
}

extension String {
  /// With what ends a quoted value of curl's options written so that it does not.
  fileprivate var replacingQuotes: String {
    var result = ""
    for character in self {
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result
  }
}
