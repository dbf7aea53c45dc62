import DocTree
import Synchronization

/// Hands a tree from one thread to another. Trees are not `Sendable`: this one is in the box alone, from
/// when the thread that made it has put it in, to when it is taken out, which is once.
final class TreeBox: Sendable {
  /// The document, which the box retains; 0 when it is gone.
  private let address: Atomic<UInt>

  /// - Parameter document: not used by the caller any more.
  init(_ document: Document) {
    address = Atomic(UInt(bitPattern: Unmanaged.passRetained(document).toOpaque()))
  }

  /// - Returns: nil if it was taken already.
  func take() -> Document? {
    UnsafeRawPointer(bitPattern: address.exchange(0, ordering: .acquiringAndReleasing)).map {
      Unmanaged<Document>.fromOpaque($0).takeRetainedValue()
    }
  }

  deinit { _ = take() }
}
