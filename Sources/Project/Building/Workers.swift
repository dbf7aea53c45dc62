import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Work for several threads.
///
/// These are threads of the system, not tasks: their number is the user's to say, their stacks are
/// of one size everywhere, and one document on one thread costs no set-up at all.
enum Workers {
  /// Calls `body` with each of `0..<count`, on up to `jobs` threads with the calling one among them.
  ///
  /// - Returns: the results in the order of the numbers.
  static func map<Result: Sendable>(
    count: Int, jobs: Int, _ body: @Sendable @escaping (Int) -> Result
  ) -> [Result] {
    let shared = Shared<Result>(count: count)
    let work: @Sendable () -> Void = {
      while true {
        let index = shared.next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= count { return }
        let result = body(index)
        shared.results.withLock { $0[index] = result }
      }
    }
    let helpers = (1..<max(1, min(jobs, count, 512))).compactMap { _ in Thread(work) }
    work()
    for helper in helpers { helper.join() }
    // Every number was taken by one thread, and all have ended.
    return shared.results.withLock { $0.map { $0! } }
  }

  private final class Shared<Result: Sendable>: Sendable {
    let next = Atomic(0)
    let results: Mutex<[Result?]>

    init(count: Int) { results = Mutex(Array(repeating: nil, count: count)) }
  }
}

/// A thread that runs one closure.
private struct Thread {
  private let handle: pthread_t

  private final class Start {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// - Returns: nil if the system has no more threads.
  init?(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // What the main thread has on Linux; macOS would give half a megabyte.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    let start = Unmanaged.passRetained(Start(body))
    #if canImport(Glibc)
      var new = pthread_t()
    #else
      var new: pthread_t?
    #endif
    let code = pthread_create(
      &new, &attributes,
      { argument in
        #if canImport(Darwin)
          Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
        #else
          Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue().body()
        #endif
        return nil
      }, start.toOpaque())
    guard code == 0 else {
      start.release()
      return nil
    }
    #if canImport(Glibc)
      handle = new
    #else
      handle = new!
    #endif
  }

  func join() { pthread_join(handle, nil) }
}
