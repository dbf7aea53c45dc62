/// What a ``KindVisitor`` does with nodes, by kind. It is filled by ``KindVisitor/on(_:visit:depart:)``.
public struct KindMethods<Visitor> {
  var visits = Table<VisitAction>()
  var departures = Table<DepartAction>()

  public init() {}

  mutating func set<Subject: Node>(
    _ kind: Subject.Type, visit: ((Subject, inout Visitor) throws -> VisitAction)?,
    depart: ((Subject, inout Visitor) throws -> DepartAction)?
  ) {
    // The downcasts hold because a method is only called with nodes of its kind or of one below.
    if let visit {
      visits.set(kind.kind) { try visit(unsafeDowncast($0, to: Subject.self), &$1) }
    }
    if let depart {
      departures.set(kind.kind) { try depart(unsafeDowncast($0, to: Subject.self), &$1) }
    }
  }

  /// The methods for one of the two steps.
  struct Table<Action> {
    typealias Method = (Node, inout Visitor) throws -> Action

    private enum Entry {
      case notLookedUp
      case missing
      case found(Method)
    }

    private var own: [UInt16: Method] = [:]
    /// By the index of the kind, those of superkinds included.
    private var entries: [Entry] = []

    mutating func set(_ kind: Kind, _ method: @escaping Method) {
      own[UInt16(kind.index)] = method
      entries = []
    }

    mutating func method(for node: Node) -> Method? {
      let index = Int(node.kindIndex)
      while entries.count <= index { entries.append(.notLookedUp) }
      switch entries[index] {
      case .found(let method): return method
      case .missing: return nil
      case .notLookedUp: break
      }
      var kind: Kind? = node.kind
      while let candidate = kind {
        if let method = own[UInt16(candidate.index)] {
          entries[index] = .found(method)
          return method
        }
        kind = candidate.superkind
      }
      entries[index] = .missing
      return nil
    }
  }
}
