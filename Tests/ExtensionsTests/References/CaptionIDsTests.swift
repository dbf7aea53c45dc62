import DocTree
import DocTreeTesting
import Testing

@Suite struct CaptionIDsTests {
  @Test func `What has a caption has an id`() {
    expectTree(
      markdown: """
        ```{figure} a.png

        Cap
        ```

        ```{figure} b.png
        ```

        ```{code-block} c
        :caption: Cap

        x
        ```

        ```{csv-table} Cap
        :header: >
        :    a, b

        1, 2
        ```
        """,
      """
      <document source="<string>">
          <figure ids="id1">
              <image candidates="{'*': 'a.png'}" uri="a.png">
              <caption>
                  Cap
          <figure>
              <image candidates="{'*': 'b.png'}" uri="b.png">
          <container classes="literal-block-wrapper" ids="id2" literal_block="1">
              <caption>
                  Cap
              <literal_block force="0" highlight_args="{}" language="c" xml:space="preserve">
                  x
          <table ids="id3">
              <title>
                  Cap
              <tgroup cols="2">
                  <colspec colwidth="50">
                  <colspec colwidth="50">
                  <thead>
                      <row>
                          <entry>
                              <paragraph>
                                  a
                          <entry>
                              <paragraph>
                                  b
                      <row>
                          <entry>
                          <entry>
                  <tbody>
                      <row>
                          <entry>
                              <paragraph>
                                  1
                          <entry>
                              <paragraph>
                                  2
      """)
  }

  @Test func `Messages are not kept in Sphinx's tree`() {
    expectTree(
      markdown: "a\n\n```{note}\n```\n\nb",
      """
      <document source="<string>">
          <paragraph>
              a
          <paragraph>
              b
      """,
      diagnostics: [
        "<string>:3:1: error: Content block expected for the \"note\" directive; none found."
      ])
  }
}
