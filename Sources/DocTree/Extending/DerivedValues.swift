import Synchronization

/// What was made of one configuration, by type.
final class DerivedValues: Sendable {
  private struct Entry: Sendable {
    let type: ObjectIdentifier
    let registry: Registry.Identity
    let value: any AnyObject & Sendable
  }

  // There are few, and the first dictionary of its sort costs more than a small document.
  private let entries = Mutex<[Entry]>([])

  func value<Value: AnyObject & Sendable>(
    _ type: Value.Type, _ registry: Registry.Identity, _ make: () -> Value
  ) -> Value {
    let key = ObjectIdentifier(type)
    let known = entries.withLock { entries in
      entries.first { $0.type == key && $0.registry === registry }
    }
    if let known {
      // What is kept under a type is of that type.
      return unsafeDowncast(known.value, to: type)
    }
    // Outside the lock: rules are the code of extensions.
    let value = make()
    entries.withLock { $0.append(Entry(type: key, registry: registry, value: value)) }
    return value
  }
}

extension Registry {
  /// Stands for what a registry has, so that what was made of it can be told from what was made of
  /// another.
  final class Identity: Sendable {
    let knownHandlers = Mutex(KnownHandlers())
    var knowsHandlers: Bool { knownHandlers.withLock { !$0.isEmpty } }
  }
}
