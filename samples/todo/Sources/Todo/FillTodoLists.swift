public import DocTree

/// Puts into each list a link to each todo of the document. (Sphinx: process_todo_nodes.)
public struct FillTodoLists: Transform {
  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    let todos = document.findAll(Todo.self)
    for list in document.findAll(TodoList.self) {
      list.removeChildren()
      for todo in todos {
        let title = todo.children.first?.astext() ?? "Todo"
        let link = Reference(title)
        link.refid = document.setID(for: todo)
        try list.append(Paragraph(link, todo.assignee.map { " (\($0))" } ?? ""))
      }
    }
  }
}
