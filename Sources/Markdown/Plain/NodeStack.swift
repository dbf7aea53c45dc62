internal import DocTree

/// A stack of nodes from which the last ones are taken as an array, moved and not copied: each node
/// of a document goes through here once. Nothing inside can be accessed twice at a time, so that its
/// properties need no dynamic checks.
final class NodeStack {
  @exclusivity(unchecked) private var memory: UnsafeMutablePointer<Node>
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var capacity = 64

  init() { memory = .allocate(capacity: 64) }

  deinit {
    memory.deinitialize(count: count)
    memory.deallocate()
  }

  @inline(__always)
  func append(_ node: consuming Node) {
    if count == capacity { grow() }
    (memory + count).initialize(to: node)
    count &+= 1
  }

  /// Takes everything from `start` on.
  @inline(__always)
  func take(from start: Int) -> [Node] {
    let taken = count &- start
    if taken == 0 { return [] }
    count = start
    return Array(unsafeUninitializedCapacity: taken) { buffer, initialized in
      buffer.baseAddress?.moveInitialize(from: memory + start, count: taken)
      initialized = taken
    }
  }

  /// The last node, if it is at `start` or behind it.
  func last(from start: Int) -> Node? { count > start ? memory[count - 1] : nil }

  @inline(never)
  private func grow() {
    capacity *= 2
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: capacity)
    larger.moveInitialize(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }
}

/// Bytes that a text is put together from.
final class TextBuffer {
  @exclusivity(unchecked) private var memory: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var capacity = 1024

  init() { memory = .allocate(capacity: 1024) }
  deinit { memory.deallocate() }

  @inline(__always)
  func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    if capacity &- count < length { grow(length) }
    (memory + count).update(from: start, count: length)
    count &+= length
  }

  @inline(__always)
  func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    memory[count] = byte
    count &+= 1
  }

  func removeAll() { count = 0 }

  /// Takes away what is behind the first `length` bytes.
  func truncate(to length: Int) { count = length }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  @inline(never)
  private func grow(_ length: Int) {
    capacity = max(capacity * 2, count + length)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }
}

/// A string of bytes that libcmark has made valid UTF-8, so that they need no second look where the
/// standard library offers that.
func trustedString(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
    return String(copying: UTF8Span(unchecked: Span(_unsafeElements: bytes)))
  }
  return String(decoding: bytes, as: UTF8.self)
}
