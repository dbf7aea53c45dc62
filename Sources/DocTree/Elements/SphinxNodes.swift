/// A reference that is resolved when all documents are known. (Sphinx: addnodes.pending_xref.)
open class PendingXref: Element {
  /// The document that it stands in.
  @exclusivity(unchecked)
  public final var refdoc: String?
  /// What sort of thing it points to; nil for any.
  @exclusivity(unchecked)
  public final var refdomain: String?
  /// Whether its text is the author's; nil where a signature made it.
  @exclusivity(unchecked)
  public final var refexplicit: Bool?
  /// What it points to.
  @exclusivity(unchecked)
  public final var reftarget: String?
  /// What in the document that it points to; shown for references to documents only.
  @exclusivity(unchecked)
  public final var reftargetid: String?
  /// The role or the syntax that it was written with.
  @exclusivity(unchecked)
  public final var reftype: String?
  /// Whether it is worth a warning if there is nothing to point to; nil where no role says.
  public final var refwarn: Bool?
  /// The title that a reader sees on pointing to it.
  public final var title: String?

  open override class var childTextSeparator: String { "" }
  open override class var schema: Schema {
    Schema(
      [.inline], content: .text,
      attributes: [
        Attribute("refdoc", \PendingXref.refdoc),
        Attribute(orNone: "refdomain", \PendingXref.refdomain),
        Attribute("refexplicit", \PendingXref.refexplicit),
        Attribute("reftarget", \PendingXref.reftarget),
        Attribute(orNone: "reftargetid", \PendingXref.reftargetid) {
          $0.refdomain == "doc" && $0.reftype == "myst"
        },
        Attribute("reftype", \PendingXref.reftype),
        Attribute("refwarn", \PendingXref.refwarn),
        Attribute("reftitle", \PendingXref.title),
      ])
  }
}

/// A link to a file that is copied to the output. (Sphinx: addnodes.download_reference.)
open class DownloadReference: Reference {
  @exclusivity(unchecked)
  public final var refdoc: String?
  @exclusivity(unchecked)
  public final var refdomain: String?
  @exclusivity(unchecked)
  public final var refexplicit: Bool = false
  @exclusivity(unchecked)
  public final var reftarget: String?
  @exclusivity(unchecked)
  public final var reftype: String?

  open override class var schema: Schema {
    Schema(attributes: [
      Attribute("refdoc", \DownloadReference.refdoc),
      Attribute(orNone: "refdomain", \DownloadReference.refdomain),
      Attribute(always: "refexplicit", \DownloadReference.refexplicit),
      Attribute("reftarget", \DownloadReference.reftarget),
      Attribute("reftype", \DownloadReference.reftype),
    ])
  }
}

extension Attribute {
  /// A string whose absence shows, as docutils shows None.
  init<E: Element>(
    orNone name: String, _ property: any ReferenceWritableKeyPath<E, String?> & Sendable,
    isShown: @escaping @Sendable (E) -> Bool = { _ in true }
  ) {
    // The downcasts hold because a kind's attributes are asked of its own nodes only.
    self.init(
      name: name,
      get: { element in
        let element = unsafeDowncast(element, to: E.self)
        if let value = element[keyPath: property] { return .string(value) }
        return isShown(element) ? AttributeValue.none : nil
      },
      set: { element, value in
        let isNone = value == nil || value == AttributeValue.none || value == .string("True")
        unsafeDowncast(element, to: E.self)[keyPath: property] = isNone ? nil : value?.text
        return true
      })
  }

  /// A flag that shows whether it is set or not.
  init<E: Element>(
    always name: String, _ property: any ReferenceWritableKeyPath<E, Bool> & Sendable
  ) {
    self.init(
      name: name,
      get: { .flag(unsafeDowncast($0, to: E.self)[keyPath: property]) },
      set: { element, value in
        let flag = value.map { Bool($0) } ?? false
        guard let flag else { return false }
        unsafeDowncast(element, to: E.self)[keyPath: property] = flag
        return true
      })
  }
}
