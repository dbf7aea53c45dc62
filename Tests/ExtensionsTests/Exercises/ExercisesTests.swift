import DocTree
import DocTreeTesting
import Testing

@Suite struct ExercisesTests {
  @Test func exercisesAndSolutionsPointToEachOther() throws {
    let page = try MystPage(
      """
      ```{exercise} Sums
      :label: ex1
      Add.
      ```

      ```{solution} ex1
      :label: sol1
      :class: dropdown
      Done.
      ```

      ```{exercise}
      :nonumber:
      :label: Ex2
      More.
      ```

      {ref}`ex1` {numref}`No. %s <ex1>` {numref}`{name} <ex1>` {ref}`sol1` {ref}`Ex2` {ref}`that <ex1>`
      """)
    expectLines(
      try page.written(to: "text"),
      """
      Exercise 1 (Sums):

        Add.

      Solution to Exercise 1 (Sums):

        Done.

      Exercise:

        More.

      Exercise 1 No. 1 Sums Solution to Exercise 1 (Sums) Exercise that
      """)
    expectLines(
      try page.written(to: "html"),
      """
      <div class="exercise admonition" id="ex1">
      <p class="admonition-title"><span class="caption-number">Exercise 1</span> (Sums)</p>
      <p>Add.</p>
      </div>
      <div class="solution dropdown admonition" id="sol1">
      <p class="admonition-title">Solution to <a class="reference internal" href="#ex1">Exercise 1 (Sums)</a></p>
      <p>Done.</p>
      </div>
      <div class="exercise admonition" id="Ex2">
      <p class="admonition-title"><span class="caption-number">Exercise</span></p>
      <p>More.</p>
      </div>
      <p><a class="reference internal" href="#ex1"><span class="std std-ref">Exercise 1</span></a> <a class="reference internal" href="#ex1"><span class="std std-numref">No. 1</span></a> <a class="reference internal" href="#ex1"><span class="std std-numref">Sums</span></a> <a class="reference internal" href="#sol1"><span class="std std-ref">Solution to Exercise 1 (Sums)</span></a> <a class="reference internal" href="#Ex2"><span class="std std-ref">Exercise</span></a> <a class="reference internal" href="#ex1"><span class="std std-ref">that</span></a></p>
      """)
    #expect(page.messages.isEmpty)
  }

  @Test func gatesHoldWhatStandsBetween() throws {
    let page = try MystPage(
      """
      ```{exercise-start} Long
      :label: ex
      ```
      One

      - two

      ```{exercise-end}
      ```

      ```{solution-start} ex
      ```
      Three
      ```{solution-end}
      ```
      """)
    expectLines(
      page.tree,
      """
      <exercise classes="exercise" ids="ex" label="ex" names="ex" number="1">
          <title>
              <inline classes="caption-number">
                  Exercise
                   1
               (
              Long
              )
          <paragraph>
              One
          <bullet_list bullet="-">
              <list_item>
                  <paragraph>
                      two
      <solution classes="solution" target_label="ex">
          <title>
              Solution to \

              <reference internal="1" refid="ex">
                  Exercise 1 (Long)
          <paragraph>
              Three
      """)
    #expect(page.messages.isEmpty)
  }

  @Test func gatesThatDoNotMatchAreErrors() throws {
    let page = try MystPage(
      """
      ```{exercise-start}
      ```
      a

      ```{solution-end}
      ```

      ```{solution} nowhere
      b
      ```
      """)
    #expect(
      page.messages == [
        "<string>:5:1: error: there is no 'solution-start' for this in the same section [exercise]",
        "<string>:1:1: error: there is no 'exercise-end' for this in the same section [exercise]",
        "<string>:8:15: warning: undefined label: 'nowhere' [exercise]",
      ])
    #expect(page.document.children.count == 3)
  }

  @Test func hiddenOnesAreThereForReferencesOnly() throws {
    let page = try MystPage(
      "```{exercise} A\n:label: a\n:hidden:\nb\n```\n\n```{solution} a\nc\n```\n\n{ref}`a`",
      ["hide_solutions": "true"])
    expectLines(try page.written(to: "text"), "Exercise 1")
  }
}
