import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs a program with an input, for at most so many seconds. Foundation could do this, and its start-up
/// costs more than a page.
public enum ChildProcess {
  /// What a program has said.
  public struct Output: Sendable {
    /// What it wrote, if nobody read that meanwhile.
    public let output: [UInt8]
    /// The beginning of what it wrote to its error output.
    public let errors: [UInt8]
    /// The exit status; the negative of the signal that ended it.
    public let status: Int32
    /// Whether it was ended because nothing more was wanted.
    public let isStopped: Bool
  }

  /// Why a program did not run to its end.
  public enum Failure: Error {
    case notFound
    case timeout
    /// The number of the system's error.
    case failed(Int32)
  }

  /// - Parameters:
  ///   - command: the program, which is looked for in `PATH`, and its arguments.
  ///   - reader: takes the output as it comes, of which nothing is kept then. It says whether more is
  ///     wanted; if not, the program is ended.
  public static func run(
    _ command: [String], input: [UInt8] = [], seconds: Int,
    reader: ((ArraySlice<UInt8>) -> Bool)? = nil
  ) throws(Failure) -> Output {
    var (pipes, process) = try starting.withLock { _ throws(Failure) in
      var pipes = try Pipes()
      do throws(Failure) {
        return (pipes, try spawn(command, pipes))
      } catch {
        pipes.closeAll()
        throw error
      }
    }
    pipes.closeChildren()
    let deadline = now() + Int64(max(1, seconds)) * 1000
    let exchange = exchange(input, &pipes, until: deadline, reader)
    pipes.closeAll()
    var status: Int32 = 0
    if exchange.end != .closed || !wait(for: process, &status, until: deadline) {
      kill(process, SIGKILL)
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      guard exchange.end == .unwanted else { throw .timeout }
    }
    let signalNumber = status & 0x7F
    return Output(
      output: exchange.output, errors: exchange.errors,
      status: signalNumber == 0 ? (status >> 8) & 0xFF : -signalNumber,
      isStopped: exchange.end == .unwanted)
  }

  /// How many bytes of the error output are kept: it is for messages.
  private static let errorLimit = 1 << 16

  /// What was read, and why no more.
  private struct Exchange {
    enum End { case closed, timeout, unwanted }
    var output: [UInt8] = []
    var errors: [UInt8] = []
    var end = End.closed
  }

  /// Held while pipes are made and passed on, as a program that another thread starts meanwhile would
  /// keep them open.
  private static let starting = Mutex(())

  private static func spawn(_ command: [String], _ pipes: Pipes) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, descriptor) in pipes.children.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let result = posix_spawnp(&process, command[0], &actions, nil, arguments, environ)
    guard result == 0 else { throw result == ENOENT ? .notFound : .failed(result) }
    return process
  }

  /// Writes the input and reads both outputs, whichever is ready.
  private static func exchange(
    _ input: [UInt8], _ pipes: inout Pipes, until deadline: Int64,
    _ reader: ((ArraySlice<UInt8>) -> Bool)?
  ) -> Exchange {
    var result = Exchange()
    var written = 0
    var buffer = [UInt8](repeating: 0, count: 65536)
    if input.isEmpty { pipes.closeParent(0) }
    while pipes.parents.contains(where: { $0 >= 0 }) {
      let rest = deadline - now()
      var polled = pipes.parents.enumerated().map { index, descriptor in
        pollfd(fd: descriptor, events: Int16(index == 0 ? POLLOUT : POLLIN), revents: 0)
      }
      guard rest > 0,
        poll(&polled, nfds_t(polled.count), Int32(clamping: rest)) >= 0 || errno == EINTR
      else {
        result.end = .timeout
        return result
      }
      if polled[0].revents != 0 {
        let count = input[written...].withUnsafeBytes {
          send(pipes.parents[0], $0.baseAddress, $0.count, Pipes.sendFlags)
        }
        if count > 0 { written += count }
        if written == input.count || count < 0 && errno != EAGAIN && errno != EINTR {
          pipes.closeParent(0)
        }
      }
      for index in 1...2 where polled[index].revents != 0 {
        let count = read(pipes.parents[index], &buffer, buffer.count)
        if count > 0 {
          if index == 2 {
            result.errors += buffer[..<min(count, errorLimit - result.errors.count)]
          } else if let reader {
            guard reader(buffer[..<count]) else {
              result.end = .unwanted
              return result
            }
          } else {
            result.output += buffer[..<count]
          }
        } else if count == 0 || errno != EAGAIN && errno != EINTR {
          pipes.closeParent(index)
        }
      }
    }
    return result
  }

  /// A program may close its outputs and go on.
  private static func wait(
    for process: pid_t, _ status: inout Int32, until deadline: Int64
  ) -> Bool {
    while true {
      let result = waitpid(process, &status, WNOHANG)
      if result == process { return true }
      if result < 0, errno != EINTR { return false }
      guard now() < deadline else { return false }
      usleep(1000)
    }
  }

  /// In milliseconds, from some time on.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

/// The standard input, output and error output of a program: both ends of each.
private struct Pipes {
  #if canImport(Darwin)
    static let sendFlags: Int32 = 0
  #else
    static let sendFlags = Int32(MSG_NOSIGNAL)
  #endif

  private(set) var children: [Int32] = [-1, -1, -1]
  private(set) var parents: [Int32] = [-1, -1, -1]

  init() throws(ChildProcess.Failure) {
    for index in 0..<3 {
      var ends: [Int32] = [0, 0]
      guard (index == 0 ? Self.socketPair(&ends) : pipe(&ends)) == 0 else {
        let number = errno
        closeAll()
        throw .failed(number)
      }
      children[index] = index == 0 ? ends[0] : ends[1]
      parents[index] = index == 0 ? ends[1] : ends[0]
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      _ = fcntl(parents[index], F_SETFL, O_NONBLOCK)
    }
  }

  /// Sockets for the input: writing to a program that does not read them is an error, where a pipe
  /// would end this process.
  private static func socketPair(_ ends: inout [Int32]) -> Int32 {
    #if canImport(Darwin)
      let result = socketpair(AF_UNIX, SOCK_STREAM, 0, &ends)
      var isOn: Int32 = 1
      if result == 0 {
        setsockopt(ends[1], SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
      }
      return result
    #elseif canImport(Musl)
      return socketpair(AF_UNIX, SOCK_STREAM, 0, &ends)
    #else
      return socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends)
    #endif
  }

  mutating func closeParent(_ index: Int) {
    if parents[index] >= 0 { close(parents[index]) }
    parents[index] = -1
  }

  mutating func closeChildren() {
    for index in 0..<3 where children[index] >= 0 {
      close(children[index])
      children[index] = -1
    }
  }

  mutating func closeAll() {
    closeChildren()
    for index in 0..<3 { closeParent(index) }
  }
}
