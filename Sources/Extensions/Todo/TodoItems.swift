import DocTree
import Translators

/// What is to be done on one page.
struct TodoItems: PageData {
  static let key = "todo"

  struct Item: Codable, Equatable, Sendable {
    /// The document; empty where there is no project.
    let docname: String
    let id: String
    /// The note as it is before its references are resolved, as JSON.
    let content: String
    let source: String
    let line: Int
  }

  let items: [Item]

  static func collect(from document: Document, in context: CollectContext) throws -> TodoItems? {
    let items = try document.findAll(TodoNode.self).map { todo in
      let position = todo.nearestPosition
      let copy = Document(children: [todo.deepCopy()], position: document.position)
      TodoContent.prepare(copy)
      let content = try copy.translate(
        to: JSONTranslator.self, registry: context.registry, configuration: context.configuration)
      return Item(
        docname: document.docname ?? "", id: todo.ids.first ?? "",
        content: String(decoding: content.output, as: UTF8.self),
        source: position.file.name, line: position.line)
    }
    return items.isEmpty ? nil : TodoItems(items: items)
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
