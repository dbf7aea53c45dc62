#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The name of a file, as the system has it: bytes that need not be UTF-8.
public struct Path: Hashable, Sendable {
  public let bytes: [UInt8]

  public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// What follows the last slash.
  public var lastComponent: ArraySlice<UInt8> {
    bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[($0 + 1)...] } ?? bytes[...]
  }

  /// What comes before the last slash, and it if there is nothing before; `.` if there is none.
  public var parent: Path {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return Path(".") }
    return slash == 0 ? Path("/") : Path(bytes: bytes[..<slash])
  }

  /// The path of something in this folder.
  public func appending(_ name: some Sequence<UInt8>) -> Path {
    if bytes.isEmpty { return Path(bytes: name) }
    var joined = bytes
    if joined.last != UInt8(ascii: "/") { joined.append(UInt8(ascii: "/")) }
    joined.append(contentsOf: name)
    return Path(bytes: joined)
  }

  public func appending(_ path: Path) -> Path { appending(path.bytes) }

  /// Whether it ends like this.
  public func hasSuffix(_ suffix: String) -> Bool {
    bytes.count >= suffix.utf8.count && bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// Calls `body` with the path as the system's functions take it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { buffer in
      for (index, byte) in bytes.enumerated() { buffer[index] = CChar(bitPattern: byte) }
      buffer[bytes.count] = 0
      return body(buffer.baseAddress!)
    }
  }
}

extension Path: Comparable {
  public static func < (left: Path, right: Path) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension Path: CustomStringConvertible {
  /// The path for people: what is no UTF-8 is U+FFFD.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// What the system would not do, and with which file.
public struct FileError: Error, CustomStringConvertible {
  public let path: Path
  /// What could not be done and the system's reason: `cannot be read: Permission denied`.
  public let message: String

  public init(_ path: Path, _ message: String) {
    self.path = path
    self.message = message
  }

  /// - Parameter code: the system's `errno`.
  init(_ path: Path, _ what: String, code: Int32) {
    self.init(path, "\(what): \(String(cString: strerror(code)))")
  }

  public var description: String { "\(path): \(message)" }
}
