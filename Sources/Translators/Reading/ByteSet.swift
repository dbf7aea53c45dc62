/// Some of the 256 bytes.
struct ByteSet: Sendable {
  private let table: [Bool]

  init(where isMember: (UInt8) -> Bool) { table = (0...255).map { isMember(UInt8($0)) } }

  /// Where, from `start`, the first byte stands that does not belong to the set; the end if all do.
  func end(in bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      table.withUnsafeBufferPointer { table in
        var index = start
        while index < bytes.count, table[Int(bytes[index])] { index += 1 }
        return index
      }
    }
  }

  static let space = ByteSet(where: isSpace)
}

extension ByteScanner {
  /// Steps over bytes that belong to `set`.
  mutating func skip(_ set: ByteSet) { index = set.end(in: bytes, from: index) }
}
