import DocTreeExtensions
import Testing

@Suite struct ChildProcessTests {
  @Test func programsReadAndWrite() throws {
    let text = Array(repeating: UInt8(ascii: "x"), count: 300_000)
    let result = try ChildProcess.run(["cat"], input: text, seconds: 60)
    #expect(result.output == text && result.status == 0 && !result.isStopped)
  }

  /// What is read as it comes is not kept, and a program that says too much is ended.
  @Test func outputCanBeReadAsItComes() throws {
    var count = 0
    let result = try ChildProcess.run(["yes"], seconds: 60) { bytes in
      count += bytes.count
      return count < 1_000_000
    }
    #expect(result.isStopped && result.output.isEmpty && count < 1_100_000)
    let whole = try ChildProcess.run(["cat"], input: [1, 2], seconds: 60) { $0 == [1, 2] }
    #expect(!whole.isStopped && whole.status == 0 && whole.output.isEmpty)
  }

  @Test func ofErrorsTheBeginningIsKept() throws {
    let result = try ChildProcess.run(
      ["sh", "-c", "head -c 1000000 /dev/zero >&2; exit 3"], seconds: 60)
    #expect(result.errors.count == 65536 && result.status == 3)
  }

  @Test func failures() {
    #expect(throws: ChildProcess.Failure.self) {
      try ChildProcess.run(["no-such-program"], seconds: 1)
    }
    #expect(throws: ChildProcess.Failure.self) {
      try ChildProcess.run(["sleep", "60"], seconds: 1)
    }
  }
}
