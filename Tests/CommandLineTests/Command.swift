import Foundation

/// The built `doctree` command.
enum Command {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - folder: the current folder of the process.
  ///   - environment: what is set in the environment besides `PATH`.
  static func run(
    _ arguments: [String], in folder: String, input: [UInt8] = [],
    environment: [String: String] = [:], output: String? = nil
  ) throws -> Outcome {
    // Files rather than pipes: nobody waits for a reader.
    let box = FileManager.default.temporaryDirectory
      .appendingPathComponent("doctree-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: box, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: box) }
    func file(_ name: String, _ bytes: [UInt8] = []) throws -> URL {
      let url = box.appendingPathComponent(name)
      try Data(bytes).write(to: url)
      return url
    }
    let inputFile = try file("input", input)
    let outputFile = try output.map { URL(fileURLWithPath: $0) } ?? file("output")
    let errorFile = try file("errors")

    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    // A signal is no status: a crash must not look like one.
    let status =
      process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
    return Outcome(
      status: status,
      output: output == nil
        ? String(decoding: try Data(contentsOf: outputFile), as: UTF8.self) : "",
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }

  /// Starts it, with its output thrown away.
  static func start(_ arguments: [String], in folder: String) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Starts it, and kills it after some seconds if it still runs.
  static func killed(_ arguments: [String], in folder: String, after time: Double) throws {
    let process = try start(arguments, in: folder)
    Thread.sleep(forTimeInterval: time)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// It lies beside the bundle of the tests; on a case-insensitive disk it has another name.
  static let executable: URL = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }!
      let folder = bundle.bundleURL.deletingLastPathComponent()
    #else
      let folder = Bundle.main.bundleURL
    #endif
    let other = folder.appendingPathComponent("doctree-cli")
    return FileManager.default.fileExists(atPath: other.path)
      ? other : folder.appendingPathComponent("doctree")
  }()
}
