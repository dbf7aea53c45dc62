import DocTree
import Translators

/// A note where it is listed.
enum TodoContent {
  /// Takes away what only one element of a project can have.
  static func prepare(_ copy: Document) {
    for message in copy.findAll(SystemMessage.self) { message.detach() }
    for element in copy.findAll(Element.self) {
      element.ids = []
      element.names = []
    }
  }

  /// The note of an item as it stands in a list. What it names is found as from the note's own page.
  static func note(
    of item: TodoItems.Item, in project: ProjectView, _ context: TransformContext
  ) throws -> TodoNode? {
    let document = try DocumentJSON().read(
      Source(item.content, file: SourceFile(item.source)),
      in: ReadContext(registry: context.registry, configuration: context.configuration))
    guard let todo = document.next(TodoNode.self) else { return nil }
    todo.detach()
    guard item.docname != project.page else { return todo }
    for element in todo.findAll(Element.self) {
      switch element {
      case let download as DownloadReference:
        if let file = FilePlace.of(download, on: item.docname) {
          download.reftarget = "/" + file.path.percentEncoded
        }
      case let reference as Reference:
        guard let id = reference.refid else { continue }
        reference.refid = nil
        reference["internal"] = .flag(true)
        reference.refuri = project.address(ofPage: item.docname, id: id)
      case let note as FootnoteReference:
        guard let id = note.refid else { continue }
        let link = Reference(children: note.removeChildren(), position: note.position)
        link.refuri = project.address(ofPage: item.docname, id: id)
        link["internal"] = .flag(true)
        link.classes = ["footnote-reference"]
        try note.replace(with: link)
      case let xref as PendingXref:
        guard xref.reftype == "doc", let target = xref.reftarget else { continue }
        xref.reftarget = "/" + PagePath.resolve(target, from: item.docname)
      case let image as Image:
        if let file = FilePlace.of(image, on: item.docname) {
          image.uri = "/" + file.path.percentEncoded
        }
      default: continue
      }
    }
    return todo
  }
}
