import DocTree

/// The links that worked, for as long as that may be believed. What does not work is asked for again, so
/// that nobody waits for a server that is well again.
struct LinkMemory {
  private struct Entry {
    var time: Int
    var target: String?
    var redirectCode: Int
    var isHTML: Bool
    var found: [String]
  }

  private static let magic = Array("DocTree links ".utf8) + [1]

  private var entries: [String: Entry] = [:]
  /// What this build needs, which is what stays.
  private var used: [String: Entry] = [:]
  private let rules: StableHash
  private let now: Int
  private let isOn: Bool

  /// - Parameters:
  ///   - bytes: what an earlier build stored. If they are damaged, nothing is remembered.
  ///   - hours: how long an answer is believed.
  ///   - rules: stands for how was asked. What was asked in another way is not known.
  init(
    _ bytes: [UInt8]?, hours: Double, rules: StableHash = .none, now: Int = Time.seconds
  ) {
    self.rules = rules
    self.now = now
    isOn = hours > 0
    let oldest = now - Int(hours * 3600)
    guard isOn, let bytes, bytes.starts(with: Self.magic) else { return }
    var reader = StoreReader(bytes[Self.magic.count...])
    guard let hash = try? reader.readHash(), StableHash(of: bytes[reader.offset...]) == hash,
      (try? reader.readHash()) == rules,
      let items = try? reader.readItems({ reader in
        (
          try reader.readString(),
          Entry(
            time: try reader.readInt(), target: try reader.readOptionalString(),
            redirectCode: try reader.readInt(), isHTML: try reader.readBool(),
            found: try reader.readItems { try $0.readString() })
        )
      })
    else { return }
    // What comes from the future is not believed either.
    let current = items.filter { (oldest...now).contains($0.1.time) }
    entries = Dictionary(current, uniquingKeysWith: { first, _ in first })
  }

  /// The answer that is known; nil if it has to be asked for.
  mutating func answer(to request: LinkRequest) -> LinkAnswer? {
    guard let entry = entries[request.address] else { return nil }
    let found = Set(entry.found)
    guard !entry.isHTML || request.anchors.allSatisfy(found.contains) else { return nil }
    used[request.address] = entry
    return LinkAnswer(
      outcome: .works, code: 200, target: entry.target, redirectCode: entry.redirectCode,
      isHTML: entry.isHTML, found: found)
  }

  mutating func note(_ answer: LinkAnswer, to request: LinkRequest) {
    guard isOn, answer.outcome == .works else { return }
    used[request.address] = Entry(
      time: now, target: answer.target, redirectCode: answer.redirectCode,
      isHTML: answer.isHTML, found: answer.found.sorted())
  }

  var stored: [UInt8] {
    var body = StoreWriter()
    body.write(rules)
    body.write(used.sorted { $0.key < $1.key }) { writer, item in
      writer.write(item.key)
      writer.write(item.value.time)
      writer.write(item.value.target)
      writer.write(item.value.redirectCode)
      writer.write(item.value.isHTML)
      writer.write(item.value.found) { $0.write($1) }
    }
    var writer = StoreWriter(capacity: body.bytes.count + 32)
    writer.append(Self.magic)
    writer.write(StableHash(of: body.bytes))
    writer.append(body.bytes)
    return writer.bytes
  }
}
