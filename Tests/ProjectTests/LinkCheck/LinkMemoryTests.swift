import DocTree
import Testing

@testable import DocTreeProject

@Suite struct LinkMemoryTests {
  private let request = LinkRequest(address: "http://x/", anchors: ["a"])
  private let answer = LinkAnswer(
    outcome: .works, code: 200, target: "http://y/", redirectCode: 301, found: ["a"])

  private func stored(at time: Int) -> [UInt8] {
    var memory = LinkMemory(nil, hours: 1, now: time)
    memory.note(answer, to: request)
    memory.note(
      LinkAnswer(outcome: .broken, code: 404), to: LinkRequest(address: "http://z/", anchors: []))
    return memory.stored
  }

  @Test func whatWorksIsRememberedForAWhile() {
    let bytes = stored(at: 10_000)
    func known(at time: Int, hours: Double = 1) -> LinkAnswer? {
      var memory = LinkMemory(bytes, hours: hours, now: time)
      return memory.answer(to: request)
    }
    #expect(known(at: 10_000) == answer)
    #expect(known(at: 13_600) == answer)
    #expect(known(at: 13_601) == nil)
    #expect(known(at: 9_999) == nil)
    #expect(known(at: 10_000, hours: 0) == nil)
  }

  @Test func whatWasAskedInAnotherWayIsNot() {
    var memory = LinkMemory(stored(at: 1), hours: 1, rules: StableHash(value: 7), now: 1)
    let answer = memory.answer(to: request)
    #expect(answer == nil)
  }

  @Test func whatDoesNotWorkIsNot() {
    var memory = LinkMemory(stored(at: 1), hours: 1, now: 1)
    let answers = [("http://z/", []), ("http://x/", ["a", "b"]), ("http://x/", [])].map {
      memory.answer(to: LinkRequest(address: $0, anchors: $1))?.outcome
    }
    #expect(answers == [nil, nil, .works])
  }

  @Test func onlyWhatIsNeededStays() {
    let bytes = stored(at: 1)
    var memory = LinkMemory(bytes, hours: 1, now: 2)
    _ = memory.answer(to: request)
    #expect(memory.stored == bytes)
    #expect(LinkMemory(bytes, hours: 1, now: 2).stored == LinkMemory(nil, hours: 1, now: 2).stored)
  }

  @Test func whatIsDamagedIsNotBelieved() {
    let bytes = stored(at: 1)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x41
      for bytes in [damaged, Array(bytes[..<index])] {
        var memory = LinkMemory(bytes, hours: 1, now: 1)
        let answer = memory.answer(to: request)
        #expect(answer == nil, "\(bytes.count) bytes, \(index)")
      }
    }
  }
}
