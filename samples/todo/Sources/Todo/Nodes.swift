public import DocTree

/// Something that is still to be done. It is an admonition, and where a format has no handler for
/// it, it is written as one.
public final class Todo: Admonition {
  /// Who will do it.
  public var assignee: String?

  public override class var schema: Schema {
    Schema(attributes: [Attribute("assignee", \Todo.assignee)])
  }
}

/// The place where all that is to be done is listed. The transform ``FillTodoLists`` fills it.
public final class TodoList: Element {
  public override class var schema: Schema {
    Schema([.general, .body], content: .optionalBody)
  }
}
