import Synchronization

/// The facts of a build in which they are those of the last one: what some pages asked for then is
/// known at once, and everything else when it is asked for.
@usableFromInline
package final class RememberedFacts: Sendable {
  /// The stored values; nil for what was asked for and is not there.
  private let known: [FactUse: ArraySlice<UInt8>?]
  private let make: @Sendable () throws -> FactTable
  private let made = Mutex<(table: FactTable?, failure: (any Error)?)>((nil, nil))

  /// - Parameter make: makes all facts.
  package init(
    _ known: [FactUse: ArraySlice<UInt8>?], make: @escaping @Sendable () throws -> FactTable
  ) {
    self.known = known
    self.make = make
  }

  /// All facts; none if they cannot be made.
  var all: FactTable {
    made.withLock { made in
      if let table = made.table { return table }
      var table = FactTable()
      do {
        table = try make()
      } catch {
        made.failure = error
      }
      made.table = table
      return table
    }
  }

  /// Why the facts could not be made.
  package var failure: (any Error)? { made.withLock { $0.failure } }

  @usableFromInline
  func fact<F: Fact>(_ type: F.Type, _ name: String) -> F? {
    guard let stored = known[FactUse(key: F.key, name: name)] else { return all[type, name] }
    guard let stored else { return nil }
    var reader = StoreReader(stored)
    do {
      return try F(stored: &reader)
    } catch {
      return all[type, name]
    }
  }
}
