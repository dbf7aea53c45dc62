public import DocTree

/// Finds what links to `#anchor` point to in their document. Those that point to nothing there become
/// references that the project may know; in docutils' dialect they are warned of.
/// (MyST: ResolveAnchorIds.)
public struct ResolveAnchors: Transform {
  public let priority = 879
  public let kinds: [Node.Type]? = [Reference.self, PendingXref.self]

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    let targets = DocumentTargets(of: document)
    // Only docutils' dialect says here what it does not find.
    let isDocutils = context.configuration[Dialect.key] == .docutils
    let names = isDocutils ? targets.anchorNames : nil
    for reference in targets.anchors {
      guard let uri = reference.refuri, uri.hasPrefix("#") else { continue }
      try resolve(reference, String(uri.dropFirst()), targets, names, document)
    }
    guard isDocutils, !targets.named.isEmpty else { return }
    let known = targets.knownNames(document.nameTable.names)
    for reference in targets.named { try resolve(named: reference, known, in: document) }
  }

  private func resolve(
    _ reference: Reference, _ anchor: String, _ targets: DocumentTargets, _ names: KnownNames?,
    _ document: Document
  ) throws {
    let name = ReferenceName.normalized(anchor)
    var target = targets.labels[name] ?? targets.slugs[anchor]
    if target == nil, names != nil { target = targets.place(anchor, in: document) }
    if let target, !(reference.children.isEmpty && target.awaitsNumber) {
      reference.refuri = nil
      reference.refid = target.id
      if reference.children.isEmpty {
        let inner = Inline(
          children: [Text(target.title ?? "#" + anchor)], position: reference.position)
        inner.classes = ["std", "std-ref"]
        try reference.append(inner)
      }
      return
    }
    if target == nil, let names {
      reference.refuri = nil
      reference.refid = anchor.percentEncoded
      let hint = names.nearest(to: anchor).map { "; did you mean '\($0)'?" } ?? ""
      let message = document.report(
        .warning, "'myst' reference target not found: '\(anchor)'\(hint)", at: reference,
        category: "myst.xref_missing")
      try reference.append(message)
      return
    }
    let xref = PendingXref()
    xref.position = reference.position
    xref.reftype = "myst"
    xref.refdoc = document.docname
    xref.reftarget = anchor
    xref.refexplicit = !reference.children.isEmpty
    xref.title = reference.title
    let inner = Inline(children: reference.removeChildren(), position: reference.position)
    inner.classes = ["xref", "myst"]
    try xref.append(inner)
    reference["id_link"] = nil
    try reference.replace(with: xref)
  }

  /// (docutils: references.DanglingReferences.)
  private func resolve(
    named reference: Reference, _ known: KnownNames, in document: Document
  ) throws {
    guard let refname = reference.refname else { return }
    let name = ReferenceName.normalized(refname)
    if let id = document.nameTable.entry(named: name)?.id {
      reference.refname = nil
      reference.refid = id
      return
    }
    let hint = known.nearest(to: name).map { " Did you mean \"\($0)\"?" } ?? ""
    let message = document.report(
      .error, "Unknown target name: \"\(name)\".\(hint)", at: reference)
    document.looseMessages.append(message)
    // docutils keeps the source of what it marks, which MyST does not give it.
    let problem = Problematic(children: [], position: reference.position)
    problem.refid = document.setID(for: message)
    message.backrefs.append(document.setID(for: problem))
    try reference.replace(with: problem)
  }
}
