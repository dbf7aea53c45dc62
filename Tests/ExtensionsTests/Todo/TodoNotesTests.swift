import DocTree
import DocTreeExtensions
import DocTreeTesting
import Testing

@Suite struct TodoNotesTests {
  private let markdown = """
    ```{todo}
    Do it **now**.
    ```

    ```{todo} Or
    later.
    ```

    ```{todolist}
    ```
    """

  @Test func notesAreHiddenUnlessAskedFor() throws {
    let page = try MystPage(markdown)
    #expect(page.tree == "")
    #expect(page.messages.isEmpty)
  }

  @Test func listsShowAllNotes() throws {
    let page = try MystPage(markdown, ["todo_include_todos": "true"])
    expectLines(
      page.tree,
      """
      <todo_node classes="admonition-todo" ids="id1">
          <title>
              Todo
          <paragraph>
              Do it \

              <strong>
                  now
              .
      <todo_node classes="admonition-todo" ids="id2">
          <title>
              Todo
          <paragraph>
              Or
              later.
      <todolist>
          <todo_node classes="admonition-todo">
              <title>
                  Todo
              <paragraph>
                  Do it \

                  <strong>
                      now
                  .
          <paragraph classes="todo-source">
              (The \

              <reference internal="1" refid="id1">
                  <emphasis>
                      original entry
               is located in <string>, line 1.)
          <todo_node classes="admonition-todo">
              <title>
                  Todo
              <paragraph>
                  Or
                  later.
          <paragraph classes="todo-source">
              (The \

              <reference internal="1" refid="id2">
                  <emphasis>
                      original entry
               is located in <string>, line 5.)
      """)
  }

  @Test func outputs() throws {
    let page = try MystPage("```{todo}\n:class: soon\nDo it.\n```", ["todo_include_todos": "true"])
    expectLines(
      try page.written(to: "html"),
      """
      <div class="soon admonition" id="id1">
      <p class="admonition-title">Todo</p>
      <p>Do it.</p>
      </div>
      """)
    expectLines(try page.written(to: "text"), "Todo:\n\n  Do it.")
  }

  @Test func warningsAndSecondLists() throws {
    let page = try MystPage(
      markdown + "\n\n```{todolist}\n```",
      ["todo_include_todos": "true", "todo_emit_warnings": "true"])
    #expect(
      page.messages == [
        "<string>:1:1: warning: TODO entry found: Do it now. [todo]",
        "<string>:5:1: warning: TODO entry found: Or [todo]",
        "<string>:12:1: warning: the page has a todolist already; this one stays empty [todo]",
      ])
  }

  @Test func itemsAreDataOfThePage() throws {
    let registry = try Registry(extensions: [StandardTransforms(), TodoNotes()])
    let todo = TodoNode(Title("Todo"), Paragraph("x"))
    todo.ids = ["id1"]
    let values = try Document(todo).collectPageData(registry)
    let again = try Document(todo.deepCopy()).collectPageData(registry)
    #expect("\(values)" == "\(again)")
    #expect("\(values)".contains("paragraph"))
  }
}
