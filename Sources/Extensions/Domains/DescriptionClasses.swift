import DocTree

/// Gives signatures the name of their domain as a class.
/// (Sphinx: transforms.post_transforms.PropagateDescDomain.)
struct DescriptionClasses: Transform {
  let phase = Phase.resolve
  let priority = 200
  let kinds: [Node.Type]? = [DescSignature.self]

  func apply(to document: Document, in context: TransformContext) {
    for signature in document.findAll(DescSignature.self) {
      guard let domain = (signature.parent as? Desc)?.domain, !domain.isEmpty else { continue }
      signature.classes.append(domain)
    }
  }
}
