/// Goes through nodes in document order: a node, what is below it, its later siblings, and on
/// upwards, as far as it was asked. (docutils: Node.findall.)
struct NodeSearch: IteratorProtocol {
  private struct Frame {
    let nodes: [Node]
    var next: Int
  }

  private var first: Node?
  private var stack: [Frame] = []
  private let descends: Bool
  private let ascends: Bool
  /// The node whose later siblings come when the stack is empty.
  private var anchor: Node?

  init(from node: Node, includeSelf: Bool, descend: Bool, siblings: Bool, ascend: Bool) {
    first = includeSelf ? node : nil
    descends = descend
    ascends = ascend
    anchor = siblings || ascend ? node : nil
    push(node)
  }

  mutating func next() -> Node? {
    if let node = first {
      first = nil
      return node
    }
    while true {
      while let last = stack.indices.last {
        let next = stack[last].next
        if next < stack[last].nodes.count {
          stack[last].next = next + 1
          let node = stack[last].nodes[next]
          push(node)
          return node
        }
        stack.removeLast()
      }
      guard let anchor, let parent = anchor.parent, let index = parent.index(of: anchor) else {
        return nil
      }
      self.anchor = ascends ? parent : nil
      stack.append(Frame(nodes: parent.children, next: index + 1))
    }
  }

  private mutating func push(_ node: Node) {
    guard descends, let element = node.asElement, !element.children.isEmpty else { return }
    stack.append(Frame(nodes: element.children, next: 0))
  }
}

/// Says of nodes whether they are of a class, with one cast for each kind instead of each node.
struct KindFilter<Found: Node> {
  private enum Answer { case unknown, no, yes }
  private var answers: [Answer] = []

  mutating func callAsFunction(_ node: Node) -> Found? {
    let index = Int(node.kindIndex)
    if index >= answers.count || answers[index] == .unknown {
      while answers.count <= index { answers.append(.unknown) }
      answers[index] = node is Found ? .yes : .no
    }
    // All nodes of a kind are of one class, and one of them was found to be a Found.
    return answers[index] == .yes ? unsafeDowncast(node, to: Found.self) : nil
  }
}
