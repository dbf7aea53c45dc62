import DocTree

/// Gives descriptions their names and ids, and references the scope that they stand in, in the order
/// of the document.
struct PlaceDescriptions: Transform {
  let phase = Phase.read
  let priority = 50
  let kinds: [Node.Type]? = [Desc.self, PendingXref.self, DocTree.Index.self, ScopeMark.self]
  let domains: [String: any ObjectDomain]

  func apply(to document: Document, in context: TransformContext) throws {
    // Most documents have only references that do not ask where they stand.
    let concerned = document.findAll([
      Desc.self, PendingXref.self, DocTree.Index.self, ScopeMark.self,
    ]) { !($0 is PendingXref) || $0.hasRareAttributes }
    guard !concerned.isEmpty else { return }
    var visitor = Visitor(document: document, domains: domains)
    try document.walkabout(&visitor)
    for mark in visitor.marks { mark.detach() }
    for desc in visitor.hidden { try hide(desc, in: document) }
  }

  /// Leaves only the ids. (Sphinx: ObjectDescription.run.)
  private func hide(_ desc: Desc, in document: Document) throws {
    let ids = desc.findAll(Element.self).flatMap(\.ids)
    if ids.isEmpty {
      desc.detach()
    } else {
      let target = Target()
      target.position = desc.position
      target.ids = ids
      try desc.parent?.replace(desc, with: [target])
      for id in ids { document.nameTable.register(id, for: target) }
    }
    document.detachedDescriptions.append(desc)
  }

  private struct Visitor: NodeVisitor {
    let document: Document
    let domains: [String: any ObjectDomain]
    var scope = DomainScope()
    var marks: [ScopeMark] = []
    /// Those that leave only their ids, without those within them.
    var hidden: [Desc] = []
    private var isHidden = false
    private let free: FreeIDs
    private var lastIndex: DocTree.Index?
    private let pendingKind = PendingXref.kind.index
    private let indexKind = DocTree.Index.kind.index
    private let descKind = Desc.kind.index
    private let markKind = ScopeMark.kind.index

    init(document: Document, domains: [String: any ObjectDomain]) {
      self.document = document
      self.domains = domains
      free = FreeIDs(document: document)
    }

    mutating func visit(_ node: Node) throws -> VisitAction {
      let kind = Int(node.kindIndex)
      if kind == pendingKind, let xref = node as? PendingXref {
        fill(xref)
      } else if kind == indexKind {
        lastIndex = node as? DocTree.Index
      } else if kind == descKind, let desc = node as? Desc, let domain = domains[desc.domain ?? ""]
      {
        if desc.noTypesetting, !isHidden {
          isHidden = true
          hidden.append(desc)
        }
        scope.known.insert(domain.name)
        let index = lastIndex ?? DocTree.Index()
        try domain.place(desc, index, in: &scope)
        for case let signature as DescSignature in desc.children where !signature.ids.isEmpty {
          free.settle(signature, of: desc, index, in: domain)
          if !signature.ids.isEmpty { document.noteExplicitTarget(signature) }
        }
      } else if kind == markKind, let mark = node as? ScopeMark {
        marks.append(mark)
        if !scope.apply(mark) {
          document.report(
            .warning,
            "a namespace has more than \(DomainScope.depthLimit) names; '\(mark.value)' is left out",
            at: mark, category: "\(mark.scope.dropLast()).namespace")
        }
      }
      return .continue
    }

    mutating func depart(_ node: Node) -> DepartAction {
      if Int(node.kindIndex) == descKind, let desc = node as? Desc, let domain = desc.domain {
        _ = scope.owners[domain]?.popLast()
        _ = scope.frames[domain]?.popLast()
        if let module = scope.modulesAround.removeValue(forKey: ObjectIdentifier(desc)) {
          scope.modules[domain] = module
        }
        if hidden.last === desc { isHidden = false }
      }
      return .continue
    }

    /// Says where a reference stands, if its domain wants to know.
    private func fill(_ xref: PendingXref) {
      if xref.reftype == "any", let program = scope.program {
        xref["std:program"] = .string(program)
      } else if xref["std:program"] != nil {
        xref.set("std:program", to: scope.program.map { .string($0) } ?? AttributeValue.none)
      }
      if let domain = xref.refdomain, let key = domains[domain]?.parentKey(in: scope),
        xref["\(domain):parent_key"] == nil
      {
        xref["\(domain):parent_key"] = .string(key)
      }
      // Those in signatures know their place: outside of what they describe.
      guard xref.refexplicit != nil, let domain = xref.refdomain, ["py", "js"].contains(domain)
      else { return }
      let owner = scope.owners[domain]?.last.flatMap { $0.isEmpty ? nil : $0 }
      for (key, value) in [
        ("module", scope.modules[domain]), ("class", owner), ("object", owner),
      ] where xref["\(domain):\(key)"] != nil {
        xref.set("\(domain):\(key)", to: value.map { .string($0) } ?? AttributeValue.none)
      }
    }
  }
}
