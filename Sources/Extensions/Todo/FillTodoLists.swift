import DocTree

/// What is to be done on one page.
struct TodoItems: PageData {
  static let key = "todo"

  struct Item: Codable, Equatable, Sendable {
    /// The document; empty where there is no project.
    let docname: String
    let id: String
    let classes: [String]
    /// The text, a paragraph each.
    let paragraphs: [String]
    let source: String
    let line: Int
  }

  let items: [Item]

  static func collect(from document: Document, in context: CollectContext) -> TodoItems? {
    let items = document.findAll(TodoNode.self).map { todo in
      let position = todo.nearestPosition
      return Item(
        docname: document.docname ?? "", id: todo.ids.first ?? "", classes: todo.classes,
        paragraphs: todo.children.dropFirst().map { $0.astext() },
        source: position.file.name, line: position.line)
    }
    return items.isEmpty ? nil : TodoItems(items: items)
  }

  /// The text without the title.
  static func text(of todo: TodoNode) -> String {
    todo.children.dropFirst().map { $0.astext() }.joined(separator: "\n\n")
  }
}

/// What is to be done in the whole project, in the order of its pages.
struct TodoFact: Fact {
  static let key = "todo"
  /// There is one, as each list shows all items.
  static let name = "all"
  let items: [TodoItems.Item]
}

struct GatherTodos: GlobalStep {
  func run(_ project: ProjectData, _ facts: inout FactTable) {
    let items = project.pages.flatMap { $0.values[TodoItems.self]?.items ?? [] }
    facts.add(TodoFact.self, [TodoFact.name: TodoFact(items: items)])
  }
}

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
      try list.append(entry(for: item, linksOnly: linksOnly, project))
    }
  }

  private func entry(
    for item: TodoItems.Item, linksOnly: Bool, _ project: ProjectView
  ) -> [Node] {
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
    let copy = TodoNode(
      children: [Title("Todo")] + item.paragraphs.map { Paragraph($0) })
    copy.classes = item.classes
    return [copy, source]
  }
}
