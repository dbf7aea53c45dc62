import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A web server on this machine, for as long as it is held.
final class WebServer: Sendable {
  struct Request: Sendable {
    let method: String
    let path: String
    /// By their names in lower case.
    let headers: [String: String]
  }

  struct Reply: Sendable {
    var status = 200
    var headers: [String: String] = ["Content-Type": "text/html"]
    var body = ""
    /// Whether the connection is closed without a word.
    var isNone = false
    /// How long it takes.
    var seconds = 0.0
    /// Whether the body comes again and again, without an end.
    var isEndless = false
  }

  /// Whether the program is there that asks servers.
  static let hasCurl: Bool = {
    // A proxy knows nothing of this machine.
    setenv("no_proxy", "127.0.0.1,localhost", 1)
    return (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: $0 + "/curl") }
  }()

  let port: Int
  private let descriptor: Int32
  private let log = Mutex<[Request]>([])
  private let reply: @Sendable (Request) -> Reply

  /// What was asked, in the order in which it came.
  var requests: [Request] { log.withLock { $0 } }
  var address: String { "http://127.0.0.1:\(port)" }

  /// - Parameter reply: is called on a thread of its own for each request.
  init(_ reply: @escaping @Sendable (Request) -> Reply) throws {
    self.reply = reply
    #if canImport(Glibc)
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    descriptor = listener
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, size) + getsockname(listener, pointer, &size)
      }
    }
    guard code == 0, listen(listener, 64) == 0 else { throw CocoaError(.featureUnsupported) }
    port = Int(UInt16(bigEndian: name.sin_port))
    // The server may go while the thread waits.
    Thread { [weak self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        guard let self else {
          close(client)
          return
        }
        Thread { self.serve(client) }.start()
      }
    }.start()
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  private func serve(_ client: Int32) {
    defer { close(client) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      bytes += buffer[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    let parts = lines[0].split(separator: " ")
    let headers = lines.dropFirst().compactMap { line -> (String, String)? in
      guard let colon = line.range(of: ": ") else { return nil }
      return (line[..<colon.lowerBound].lowercased(), String(line[colon.upperBound...]))
    }
    let request = Request(
      method: String(parts[0]), path: String(parts[1]),
      headers: Dictionary(headers, uniquingKeysWith: { first, _ in first }))
    log.withLock { $0.append(request) }
    let reply = reply(request)
    if reply.seconds > 0 { Thread.sleep(forTimeInterval: reply.seconds) }
    if reply.isNone { return }
    var head = "HTTP/1.1 \(reply.status) Status\r\nConnection: close\r\n"
    for (name, value) in reply.headers { head += "\(name): \(value)\r\n" }
    guard write(head + "\r\n", to: client), request.method != "HEAD" else { return }
    repeat {
      guard write(reply.body, to: client) else { return }
    } while reply.isEndless
  }

  private func write(_ text: String, to client: Int32) -> Bool {
    #if canImport(Darwin)
      var isOn: Int32 = 1
      setsockopt(client, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(client, $0.baseAddress, $0.count, flags) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
