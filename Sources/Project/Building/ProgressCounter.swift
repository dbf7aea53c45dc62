import Synchronization

/// Counts what several threads have done.
final class ProgressCounter: Sendable {
  private let done = Atomic(0)

  /// The number of this one, from 1.
  func next() -> Int { done.wrappingAdd(1, ordering: .relaxed).newValue }
}
