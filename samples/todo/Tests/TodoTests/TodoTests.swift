import DocTree
import DocTreeTesting
import Testing
import Todo

@Suite struct TodoTests {
  /// A page with something to do and a list of it.
  private func page() throws -> Document {
    let document = Document(
      Section(
        Title("Release"),
        Todo(Title("Write the notes"), Paragraph("One line for each change."))
          .with { $0.assignee = "Aki" },
        TodoList()))
    let registry = try Registry(extensions: [StandardTransforms(), TodoExtension()])
    try document.applyTransforms(.local, registry: registry)
    return document
  }

  @Test func listIsFilled() throws {
    try expectTree(
      page(),
      """
      <document>
          <section>
              <title>
                  Release
              <todo assignee="Aki" ids="todo-1">
                  <title>
                      Write the notes
                  <paragraph>
                      One line for each change.
              <todo_list>
                  <paragraph>
                      <reference refid="todo-1">
                          Write the notes
                       (Aki)
      """)
  }

  @Test func html() throws {
    try expectHTML(
      page(),
      """
      <section>
      <h1>Release</h1>
      <div class="admonition todo" data-assignee="Aki" id="todo-1">
      <p class="admonition-title">Write the notes</p>
      <p>One line for each change.</p>
      </div>
      <p><a class="reference internal" href="#todo-1">Write the notes</a> (Aki)</p>
      </section>
      """,
      extensions: [TodoExtension()])
  }

  @Test func text() throws {
    try expectText(
      page(),
      """
      Release
      *******

      [ ] Write the notes:

          One line for each change.

      Write the notes (Aki)
      """,
      extensions: [TodoExtension()])
  }
}
