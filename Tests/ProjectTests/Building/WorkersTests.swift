import Synchronization
import Testing

@testable import DocTreeProject

@Suite struct WorkersTests {
  @Test(arguments: [1, 2, 7, 100])
  func keepsTheOrder(jobs: Int) {
    #expect(Workers.map(count: 1000, jobs: jobs) { $0 * $0 } == (0..<1000).map { $0 * $0 })
  }

  @Test func doesNothingForNothing() {
    #expect(Workers.map(count: 0, jobs: 4) { $0 } == [])
  }

  @Test func worksOnSeveralAtATime() {
    // Each of two waits for the other to have begun: one thread alone would never end.
    let begun = Atomic(0)
    let shared = Box(begun)
    let results = Workers.map(count: 2, jobs: 2) { index in
      shared.begin()
      while shared.count < 2 {}
      return index
    }
    #expect(results == [0, 1])
  }

  final class Box: Sendable {
    private let begun: Atomic<Int>
    init(_ begun: consuming Atomic<Int>) { self.begun = begun }
    func begin() { begun.wrappingAdd(1, ordering: .sequentiallyConsistent) }
    var count: Int { begun.load(ordering: .sequentiallyConsistent) }
  }
}
