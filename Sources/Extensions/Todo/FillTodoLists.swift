import DocTree

/// Puts into a list an entry for each note of the project, with a link to it. Where readers are not to see the notes,
/// they and the lists are taken out. (Sphinx: ext.todo.TodoListProcessor.)
struct FillTodoLists: Transform {
  let phase = Phase.resolve
  let priority = 400
  let kinds: [Node.Type]? = [TodoNode.self, TodoList.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let lists = document.findAll(TodoList.self)
    guard context.configuration[TodoNotes.includesNotes] else {
      for list in lists { list.detach() }
      for todo in document.findAll(TodoNode.self) { todo.detach() }
      return
    }
    for list in lists.dropFirst() {
      document.report(
        .warning, "the page has a todolist already; this one stays empty", at: list,
        category: "todo")
    }
    guard let list = lists.first else { return }
    let project = try context.project
    guard let data = project.fact(TodoFact.self, TodoFact.name) else { return }
    let linksOnly = context.configuration[TodoNotes.showsLinksOnly]
    list.removeChildren()
    for item in data.items {
      guard let note = try TodoContent.note(of: item, in: project, context) else { continue }
      try list.append(note)
      try list.append(source(of: item, linksOnly: linksOnly, project))
    }
  }

  /// The paragraph that says where a note stands.
  private func source(
    of item: TodoItems.Item, linksOnly: Bool, _ project: ProjectView
  ) -> Paragraph {
    let link = Reference(Emphasis(linksOnly ? "<<original entry>>" : "original entry"))
    link["internal"] = .flag(true)
    if item.docname == project.page {
      link.refid = item.id
    } else {
      link.refuri = project.address(ofPage: item.docname, id: item.id)
    }
    let source: Paragraph
    if linksOnly {
      source = Paragraph(link)
    } else {
      let place = item.line > 0 ? "\(item.source), line \(item.line)" : item.source
      source = Paragraph("(The ", link, " is located in \(place).)")
    }
    source.classes = ["todo-source"]
    return source
  }
}
