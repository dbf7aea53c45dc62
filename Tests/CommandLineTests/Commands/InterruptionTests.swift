import DocTreeTesting
import Foundation
import Testing

/// Builds that do not come to their end, or do not have all that they need: no file is ever half
/// written, and the next build is right.
///
/// `DOCTREE_KILLS` says how often a build is killed.
@Suite struct InterruptionTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let kills =
    ProcessInfo.processInfo.environment["DOCTREE_KILLS"].flatMap { Int($0) } ?? 20

  /// Writes a project in one of several states.
  private func write(_ state: Int) throws {
    for index in 0..<40 {
      try folder.write(
        "# Page \(index) of \(state)\n\n{doc}`p\((index + 1) % 40)`\n\n"
          + String(repeating: "Words of \(state). ", count: 500) + "\n", to: "src/p\(index).md")
    }
  }

  private func files(in name: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    // A build that was killed early has not made the folder.
    guard FileManager.default.fileExists(atPath: "\(folder.path)/\(name)") else { return [:] }
    for file in try folder.files(in: name) where !file.hasPrefix(".doctree/") {
      files[file] = try folder.read(name + "/" + file)
    }
    return files
  }

  private func build(_ output: String, _ arguments: String...) throws -> Command.Outcome {
    try Command.run(["build", "src", output] + arguments, in: folder.path)
  }

  @Test func aKilledBuildLeavesWholeFiles() throws {
    var states: [[String: [UInt8]]] = []
    for state in 0..<2 {
      try write(state)
      #expect(try build("state\(state)").status == 0)
      states.append(try files(in: "state\(state)"))
    }
    for kill in 0..<Self.kills {
      let state = kill % 2
      try write(state)
      try Command.killed(
        ["build", "src", "out"], in: folder.path, after: Double.random(in: 0...0.06))
      // It may be killed before there is a folder.
      let left = folder.exists("out") ? try files(in: "out") : [:]
      for (name, content) in left where !name.hasSuffix(".tmp") {
        #expect(states.contains { $0[name] == content }, "\(name) after kill \(kill)")
      }
      if kill % 5 == 4 {
        #expect(try build("out").status == 0)
        #expect(try files(in: "out") == states[state])
      }
    }
  }

  @Test func twoBuildsAtOnceTakeTurns() throws {
    try write(0)
    _ = try build("alone")
    let builds = try (0..<3).map { _ in
      try Command.start(["build", "src", "out", "-q"], in: folder.path)
    }
    for build in builds {
      build.waitUntilExit()
      #expect(build.terminationReason == .exit && build.terminationStatus == 0)
    }
    #expect(try files(in: "out") == files(in: "alone"))
    #expect(try build("out").output.hasPrefix("40 documents: 0 read, 0 written"))
  }

  #if os(Linux)
    /// Whether this process may mount file systems.
    private static let mayMount = geteuid() == 0 && run("unshare", "-m", "true") == 0

    @discardableResult
    private static func run(_ words: String...) -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = words
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return -1 }
      process.waitUntilExit()
      return process.terminationStatus
    }

    @Test(.enabled(if: mayMount)) func aFullDiskLosesNothing() throws {
      try write(0)
      _ = try build("clean")
      try folder.write("", to: "disk/x")
      try folder.write("", to: "copy/x")
      let script = """
        cd '\(folder.path)'
        mount -t tmpfs -o size=200k tmpfs disk
        '\(Command.executable.path)' build src disk/out >first 2>&1; echo $? >status
        cp -r disk/out copy/
        mount -o remount,size=20m disk
        '\(Command.executable.path)' build src disk/out >second 2>&1
        cp -r disk/out copy2
        """
      Self.run("unshare", "-m", "sh", "-c", script)
      #expect(["1\n", "2\n"].contains(try folder.text("status")))
      #expect(try folder.text("first").contains("No space left on device"))
      let clean = try files(in: "clean")
      for (name, content) in try files(in: "copy/out") where !name.hasSuffix(".tmp") {
        #expect(clean[name] == content, "\(name)")
      }
      #expect(try files(in: "copy2") == clean)
    }

    @Test(.enabled(if: geteuid() == 0 && run("setpriv", "--version") == 0))
    func aFolderThatCannotBeWrittenIsAnError() throws {
      try write(0)
      try folder.write("mine", to: "out/mine")
      Self.run("chmod", "-R", "a+rX", folder.path)
      Self.run("chmod", "555", folder["out"])
      let errors = folder["errors"]
      let script =
        "setpriv --reuid=65534 --clear-groups '\(Command.executable.path)' build "
        + "'\(folder["src"])' '\(folder["out"])' 2>'\(errors)'"
      #expect(Self.run("sh", "-c", script) == 2)
      #expect(try folder.text("errors").contains("Permission denied"))
      #expect(try folder.files(in: "out") == ["mine"])
    }
  #endif
}
