public import DocTree
import Translators

/// Notes of what is to be done, and a list of them.
public struct TodoExtension: Extension {
  public let name = "todo"
  public let version = "1.0"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(Todo.self, html: TodoHTML.self, text: TodoText.self)
    registry.add(TodoList.self, html: .childrenOnly, text: .childrenOnly)
    registry.add(transform: FillTodoLists())
  }
}
