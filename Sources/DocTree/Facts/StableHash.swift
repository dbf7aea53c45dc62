/// A hash of bytes that is the same in every process and on every machine: of equal inputs always, of
/// different ones with a chance of about 2⁻⁶⁴. It is not made to withstand somebody who looks for
/// collisions.
public struct StableHash: Hashable, Sendable {
  public var value: UInt64

  public init(value: UInt64) { self.value = value }

  /// The hash that stands for nothing there.
  public static let none = StableHash(value: 0)

  /// - Complexity: O(*n*), eight bytes a step.
  public init(of bytes: some Collection<UInt8>) {
    let fast = bytes.withContiguousStorageIfAvailable {
      Self.hash(UnsafeRawBufferPointer($0))
    }
    value = fast ?? Array(bytes).withUnsafeBytes { Self.hash($0) }
  }

  public init(of text: String) {
    var text = text
    value = text.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) }
  }

  /// A hash of both, in this order.
  public func combined(with other: StableHash) -> StableHash {
    StableHash(value: Self.mix(value ^ Self.first, other.value ^ Self.second))
  }

  private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let second: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// Both halves of the product, folded.
  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = mix(UInt64(bytes.count) ^ first, second)
    var offset = 0
    while offset &+ 8 <= bytes.count {
      let word = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      state = mix(state ^ word ^ first, second &+ UInt64(offset))
      offset &+= 8
    }
    var rest: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count {
      rest |= UInt64(bytes[offset]) &<< shift
      shift &+= 8
      offset &+= 1
    }
    state = mix(state ^ rest ^ second, first)
    // Zero stands for nothing there.
    return state == 0 ? 1 : state
  }
}
