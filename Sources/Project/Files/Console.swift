#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the command needs of the process that it is.
package enum Console {
  package enum Stream: Int32, Sendable { case output = 1, error }

  /// - Throws: ``FileError``, for a full disk for example.
  package static func write(_ bytes: [UInt8], to stream: Stream) throws(FileError) {
    let code = FileSystem.writeAll(bytes, to: stream.rawValue)
    if code != 0 {
      throw FileError(
        Path(stream == .output ? "<stdout>" : "<stderr>"), "cannot be written", code: code)
    }
  }

  package static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// The value of an environment variable; nil if it is not set or empty.
  package static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Seconds since some moment, never running backwards.
  package static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// How many threads can run at the same time.
  package static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  package static func exit(_ status: Int32) -> Never {
    #if canImport(Darwin)
      Darwin.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Glibc.exit(status)
    #endif
  }
}
