public import DocTree
import Translators

/// `todo`: what is still to be done, and `todolist`: all of it. (Sphinx: ext.todo.)
public struct TodoNotes: Extension {
  public let name = "todo-notes"

  /// Whether readers see the notes. (Sphinx: todo_include_todos.)
  public static let includesNotes = ConfigKey(
    "todo_include_todos", default: false, affects: .resolve)
  /// Whether each note is warned of. (Sphinx: todo_emit_warnings.)
  public static let warns = ConfigKey("todo_emit_warnings", default: false, affects: .read)
  /// Whether a list leaves out where its entries come from. (Sphinx: todo_link_only.)
  public static let showsLinksOnly = ConfigKey("todo_link_only", default: false, affects: .resolve)

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: Self.includesNotes)
    registry.add(config: Self.warns)
    registry.add(config: Self.showsLinksOnly)
    registry.add(directive: "todo", TodoDirective())
    registry.add(directive: "todolist", TodoListDirective())
    // An admonition, and written as one.
    registry.add(kinds: TodoNode.self)
    registry.add(TodoList.self, html: .childrenOnly, text: .childrenOnly)
    registry.add(TodoList.self, man: .childrenOnly)
    registry.add(pageData: TodoItems.self)
    registry.add(globalStep: GatherTodos())
    registry.add(transform: FillTodoLists())
  }
}

/// Something that is still to be done. (Sphinx: ext.todo.todo_node.)
public final class TodoNode: Admonition {}

/// The place where all of it is listed. (Sphinx: ext.todo.todolist.)
public final class TodoList: Element {
  public override class var elementName: String { "todolist" }
  public override class var schema: Schema { Schema([.general, .body], content: .optionalBody) }
}

struct TodoDirective: Directive {
  typealias Options = AdmonitionOptions

  let sphinxOptions = AdmonitionOptions.sphinxOptions

  func run(_ call: DirectiveCall<AdmonitionOptions>, in context: any ParseContext) throws -> [Node]
  {
    try requireContent(call)
    let todo = TodoNode(
      children: [Title(children: [Text("Todo")], position: call.position)] + call.nodes,
      position: call.position)
    call.options.apply(to: todo, in: context)
    if call.options.class == nil { todo.classes = ["admonition-todo"] }
    if todo.ids.isEmpty { context.document.setID(for: todo) }
    if context.configuration[TodoNotes.warns] {
      let text =
        call.nodes.lazy.flatMap { $0.astext().split(whereSeparator: \.isNewline) }.first ?? ""
      context.document.report(
        .warning, "TODO entry found: \(text)", position: call.position, category: "todo")
    }
    return [todo]
  }
}

struct TodoListDirective: Directive {
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) -> [Node] {
    [TodoList(children: [], position: call.position)]
  }
}
