#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension [UInt8] {
  /// Appends the text in UTF-8. (Its `utf8` would be copied byte by byte, or through a view.)
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are the same. (`elementsEqual` compares one after the other.)
  func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let first = baseAddress, let second = other.baseAddress else { return true }
    return memcmp(first, second, count) == 0
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are the same. (`==` compares one after the other.)
  func isEqual(to other: [UInt8]) -> Bool {
    withUnsafeBufferPointer { first in other.withUnsafeBufferPointer { first.isEqual(to: $0) } }
  }
}
