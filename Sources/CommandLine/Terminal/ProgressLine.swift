import DocTreeProject
import Synchronization

/// A line on the terminal that says how far a long build is.
final class ProgressLine: Sendable {
  private struct State {
    var last: Double
    var isShown = false
  }

  private let start: Double
  private let state: Mutex<State>

  /// - Returns: nil if standard error is no terminal.
  init?() {
    guard Console.isTerminal(.error), Console.environment("TERM") != "dumb" else { return nil }
    start = Console.seconds
    state = Mutex(State(last: start))
  }

  /// Shows that `done` of `count` documents are built, if the build is long and the line is old.
  func update(_ what: String, _ done: Int, of count: Int) {
    let now = Console.seconds
    guard now - start > 0.5 else { return }
    state.withLock { state in
      guard now - state.last > 0.1 else { return }
      state.last = now
      state.isShown = true
      Report.write(Array("\r\u{1B}[K\(what) \(done) of \(count) documents".utf8), to: .error)
    }
  }

  /// Takes the line away.
  func clear() {
    if state.withLock({ $0.isShown }) { Report.write(Array("\r\u{1B}[K".utf8), to: .error) }
  }
}
