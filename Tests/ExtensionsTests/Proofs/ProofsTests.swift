import DocTree
import DocTreeTesting
import Testing

@Suite struct ProofsTests {
  private let markdown = """
    ```{prf:theorem} Of *x*
    :label: my-thm
    Text.
    ```

    ```{prf:proof}
    Clear.
    ```

    ```{prf:lemma}
    :nonumber:
    :label: lem
    Small.
    ```

    ```{prf:theorem}
    Another.
    ```

    {prf:ref}`my-thm` {prf:ref}`this <my-thm>` {prf:ref}`lem` {prf:ref}`my-th`
    """

  @Test func statementsHaveNumbersAndLabels() throws {
    let page = try MystPage(markdown)
    expectLines(
      page.tree,
      """
      <statement classes="proof theorem" countertype="theorem" ids="my-thm" label="my-thm" names="my-thm" number="1" realtype="theorem">
          <title>
              <inline classes="caption-number">
                  Theorem
                   1
               (
              Of \

              <emphasis>
                  x
              )
          <paragraph>
              Text.
      <proof classes="proof">
          <paragraph>
              Proof. \

              Clear.
      <statement classes="proof lemma" ids="lem" label="lem" names="lem" realtype="lemma">
          <title>
              <inline classes="caption-number">
                  Lemma
          <paragraph>
              Small.
      <statement classes="proof theorem" countertype="theorem" number="2" realtype="theorem">
          <title>
              <inline classes="caption-number">
                  Theorem
                   2
          <paragraph>
              Another.
      <paragraph>
          <reference internal="1" refid="my-thm">
              Theorem 1
           \

          <reference internal="1" refid="my-thm">
              this
           \

          <reference internal="1" refid="lem">
              Lemma
           \

          <literal classes="xref prf prf-ref">
              my-th
      """)
    #expect(
      page.messages == [
        "<string>:20:59: warning: undefined label: 'my-th'; did you mean 'my-thm'? [ref.prf]"
      ])
  }

  @Test func outputs() throws {
    let page = try MystPage("```{prf:theorem} A\nB.\n```\n\n```{prf:proof}\nC.\n```")
    expectLines(
      try page.written(to: "html"),
      """
      <div class="proof theorem admonition">
      <p class="admonition-title"><span class="caption-number">Theorem 1</span> (A)</p>
      <p>B.</p>
      </div>
      <div class="proof admonition">
      <p>Proof. C.</p>
      </div>
      """)
    expectLines(try page.written(to: "text"), "Theorem 1 (A):\n\n  B.\n\n  Proof. C.")
  }
}
