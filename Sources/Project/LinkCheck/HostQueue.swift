/// Requests that wait until their hosts have time for them: a host has so many at once, and none for as
/// long as it has asked to be left alone.
final class HostQueue: Sendable {
  private struct Host {
    var waiting: [LinkTask] = []
    /// How many of them were taken.
    var taken = 0
    var active = 0
    var isReady = false
    var isDelayed = false

    var isEmpty: Bool { taken == waiting.count }

    mutating func pop() -> LinkTask {
      defer {
        taken += 1
        if taken == waiting.count {
          waiting = []
          taken = 0
        }
      }
      return waiting[taken]
    }
  }

  private struct State {
    var hosts: [String: Host] = [:]
    /// Hosts that have time, each once; those before `first` were taken.
    var ready: [String] = []
    var first = 0
    var delayed: [(host: String, until: Int64)] = []
    /// How many requests have no answer yet.
    var open = 0
    let limit: Int

    init(limit: Int) { self.limit = limit }

    mutating func add(_ task: LinkTask) {
      hosts[task.host, default: Host()].waiting.append(task)
      list(task.host)
    }

    /// Puts a host among those that have time, if it has and something waits for it.
    mutating func list(_ name: String) {
      guard let host = hosts[name], !host.isReady, !host.isDelayed, !host.isEmpty,
        host.active < limit
      else { return }
      hosts[name]?.isReady = true
      ready.append(name)
    }

    mutating func delay(_ name: String, until time: Int64) {
      if let index = delayed.firstIndex(where: { $0.host == name }) {
        delayed[index].until = max(delayed[index].until, time)
      } else {
        delayed.append((name, time))
      }
      hosts[name]?.isDelayed = true
    }

    /// Lets those have time again that have waited enough.
    mutating func wake(at time: Int64) {
      guard delayed.contains(where: { $0.until <= time }) else { return }
      let awake = delayed.filter { $0.until <= time }
      delayed.removeAll { $0.until <= time }
      for (name, _) in awake {
        hosts[name]?.isDelayed = false
        list(name)
      }
    }

    /// The next request; the hosts take turns.
    mutating func pop() -> LinkTask? {
      while first < ready.count {
        let name = ready[first]
        first += 1
        if first == ready.count {
          ready = []
          first = 0
        }
        hosts[name]?.isReady = false
        guard let host = hosts[name], !host.isEmpty, !host.isDelayed, host.active < limit else {
          continue
        }
        hosts[name]?.active += 1
        let task = hosts[name]?.pop()
        list(name)
        return task
      }
      return nil
    }
  }

  private let monitor: Monitor<State>

  /// - Parameter limit: how many requests a host has at once.
  init(_ tasks: [LinkTask], limit: Int) {
    var state = State(limit: limit)
    for task in tasks { state.add(task) }
    state.open = tasks.count
    monitor = Monitor(state)
  }

  /// Waits for a request that can be made. Who takes it says what has become of it.
  ///
  /// - Returns: nil if all have their answers.
  func next() -> LinkTask? {
    monitor.take { state -> Monitor<State>.Look<LinkTask?> in
      let now = Time.milliseconds
      state.wake(at: now)
      if let task = state.pop() { return .result(task) }
      if state.open == 0 { return .result(nil) }
      return .wait(milliseconds: state.delayed.map { max($0.until - now, 1) }.min())
    }
  }

  /// Says that a request has its answer.
  func finish(_ task: LinkTask) {
    monitor.change { state in
      state.hosts[task.host]?.active -= 1
      state.list(task.host)
      state.open -= 1
    }
  }

  /// Says that another request has to be made for the answer.
  ///
  /// - Parameter delay: for how many milliseconds the host wants to be left alone.
  func put(_ task: LinkTask, insteadOf old: LinkTask, delay: Int64) {
    monitor.change { state in
      state.hosts[old.host]?.active -= 1
      if delay > 0 { state.delay(old.host, until: Time.milliseconds + delay) }
      state.list(old.host)
      state.add(task)
    }
  }
}
