public import DocTree

/// Text that an entry of the index points to. (Sphinx: roles.Index.)
struct IndexRole: Role {
  let dialect: Dialect? = .sphinx

  func run(_ call: RoleCall, in context: any ParseContext) -> [Node] {
    let text = ExplicitTitle(call.text)
    if text.isExplicit {
      return indexed(
        IndexEntry.parse(text.target), [Text(text.title)], at: call.position)
    }
    let isMain = text.target.hasPrefix("!")
    let word = isMain ? String(text.target.dropFirst()) : text.target
    return indexed(
      [IndexEntry("single", word, to: "", main: isMain ? "main" : "")], [Text(word)],
      at: call.position)
  }
}

/// An index and a target, both of which get their id when the document is read, before `nodes`.
func indexed(_ entries: [IndexEntry], _ nodes: [Node], at position: SourcePosition) -> [Node] {
  let index = DocTree.Index()
  index.position = position
  index.entries = IndexEntries(entries)
  let target = Target()
  target.position = position
  for node in nodes where !node.position.isKnown { node.position = position }
  return [index, target] + nodes
}

extension IndexEntry {
  private static let types = ["single", "pair", "double", "triple", "see", "seealso"]

  /// The entries that one line of an index directive, or the target of an index role, stands for.
  /// (Sphinx: util.nodes.process_index_entry.)
  public static func parse(_ text: String, to targetID: String = "") -> [IndexEntry] {
    var text = text.trimmed
    var main = ""
    if text.hasPrefix("!") {
      main = "main"
      text = String(text.dropFirst()).trimmed
    }
    let (head, tail) = text.split(at: ":")
    if let tail, types.contains(head) {
      var value = tail.trimmed
      if value.hasPrefix("!") {
        main = "main"
        value = String(value.dropFirst()).trimmed
      }
      return [IndexEntry(head == "double" ? "pair" : head, value, to: targetID, main: main)]
    }
    return text.split(separator: ",").compactMap { item in
      var value = item.trimmed
      var main = main
      if value.hasPrefix("!") {
        main = "main"
        value = String(value.dropFirst()).trimmed
      }
      return value.isEmpty ? nil : IndexEntry("single", value, to: targetID, main: main)
    }
  }
}

/// Numbers the targets of index entries in the order of the document: `index-0`. Roles run in the
/// order in which their text is parsed, which may be another one.
public struct NumberIndexTargets: Transform {
  public let phase = Phase.read
  public let priority = 60
  public let kinds: [Node.Type]? = [DocTree.Index.self]

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    var visitor = Visitor(document: document)
    try document.walk(&visitor)
  }

  private struct Visitor: NodeVisitor {
    let document: Document
    private var number = 0
    private var waiting: DocTree.Index?

    init(document: Document) { self.document = document }

    mutating func visit(_ node: Node) -> VisitAction {
      if let index = node as? DocTree.Index {
        waiting = index
      } else if let index = waiting {
        waiting = nil
        guard let target = node as? Target, target.ids.isEmpty,
          index.entries.items.contains(where: { $0.targetID.isEmpty })
        else { return .continue }
        // Directives may have taken numbers of their own.
        while document.element(withID: "index-\(number)") != nil { number += 1 }
        let id = "index-\(number)"
        target.ids = [id]
        document.setID(for: target)
        for position in index.entries.items.indices
        where index.entries.items[position].targetID.isEmpty {
          index.entries.items[position].targetID = id
        }
      }
      return .continue
    }
  }
}
