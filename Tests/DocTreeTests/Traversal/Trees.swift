import DocTree

/// An element that is known by one id.
func element(_ name: String, _ children: Node...) -> Element {
  let element = Container(children: children)
  element.ids = [name]
  return element
}

/// The tree that the cases of the walks are about: `r(a(a1 a2) b(b1(b1x) b2 b3) c)`.
func sampleTree() -> Element {
  element(
    "r", element("a", element("a1"), element("a2")),
    element("b", element("b1", element("b1x")), element("b2"), element("b3")), element("c"))
}

extension Node {
  /// How logs and outlines call the node.
  var shortName: String { asElement?.ids.first ?? kind.name }

  /// The tree in one line: `b(b1(b1x) b2)`. For trees that a test has written down: it recurses.
  var outline: String {
    guard let element = asElement, !element.children.isEmpty else { return shortName }
    return shortName + "(" + element.children.map(\.outline).joined(separator: " ") + ")"
  }

  /// The element that ``element(_:_:)`` made under that name.
  func find(_ name: String) -> Element {
    var found: Element?
    var visitor = GenericNodeVisitor { node, _ in
      guard node.shortName == name, let element = node.asElement else { return .continue }
      found = element
      return .stop
    }
    do { try walk(&visitor) } catch { fatalError("\(error)") }
    guard let found else { fatalError("no \(name) in \(outline)") }
    return found
  }
}

/// Writes down where it has been, and does at some nodes what a test tells it to.
struct LoggingVisitor: NodeVisitor {
  typealias Visit = (Element, inout LoggingVisitor) throws -> VisitAction
  typealias Departure = (Element, inout LoggingVisitor) throws -> DepartAction

  var log: [String] = []
  /// By the name of the node.
  var visits: [String: Visit] = [:]
  var departures: [String: Departure] = [:]

  /// The log in one line: `+r +a -a -r`.
  var line: String { log.joined(separator: " ") }

  mutating func visit(_ node: Node) throws -> VisitAction {
    log.append("+" + node.shortName)
    guard let element = node.asElement, let action = visits[node.shortName] else {
      return .continue
    }
    return try action(element, &self)
  }

  mutating func depart(_ node: Node) throws -> DepartAction {
    log.append("-" + node.shortName)
    guard let element = node.asElement, let action = departures[node.shortName] else {
      return .continue
    }
    return try action(element, &self)
  }
}

/// What a walk gave.
struct WalkResult: Equatable {
  var log: String
  var stopped: Bool

  init(_ log: String, stopped: Bool = false) {
    self.log = log
    self.stopped = stopped
  }
}

/// Leads a logging visitor over `tree`, without departures unless `departs`.
///
/// - Parameters:
///   - visits: what to do in the visit of the node with that name.
///   - departures: what to do in the departure of the node with that name.
func log(
  _ tree: Node = sampleTree(), departs: Bool, visits: [String: LoggingVisitor.Visit] = [:],
  departures: [String: LoggingVisitor.Departure] = [:]
) throws -> WalkResult {
  var visitor = LoggingVisitor(visits: visits, departures: departures)
  let stopped = try departs ? tree.walkabout(&visitor) : tree.walk(&visitor)
  return WalkResult(visitor.line, stopped: stopped)
}
