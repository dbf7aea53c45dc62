import DocTree

#if canImport(Darwin)
  import Darwin
#endif

/// The program that runs.
enum Executable {
  /// Changes when the program is built anew: extensions are part of it, and not all of them have a
  /// version for each change.
  static let stamp: StableHash = {
    guard let path, let status = try? FileSystem.status(of: path) else { return .none }
    return status.stamp.hash
  }()

  private static var path: Path? {
    #if canImport(Darwin)
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size) + 1)
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return Path(bytes: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
    #else
      return Path("/proc/self/exe")
    #endif
  }
}
