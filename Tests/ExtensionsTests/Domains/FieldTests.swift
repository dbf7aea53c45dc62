import DocTree
import DocTreeTesting
import Testing

/// The fields of descriptions, gathered under headings.
@Suite struct FieldTests {
  /// The first field list that becomes of fields in a description.
  private func fields(_ directive: String, _ fields: String) throws -> FieldList {
    let page = try MystPage(
      "```{\(directive)}\n\(fields)\n```", ["myst.enable_extensions": "fieldlist"], phase: .read)
    return try #require(page.document.findAll(FieldList.self).first)
  }

  /// The names of the fields, and their text.
  private func texts(_ directive: String, _ fields: String) throws -> [String] {
    try self.fields(directive, fields).children.map { field in
      ((field as? Element)?.children ?? []).map { $0.astext() }.joined(separator: ": ")
    }
  }

  @Test func pythonParametersHaveTypesThatLink() throws {
    let list = try fields(
      "py:function} f(x, y)",
      """

      :param list[int] | None x: one
      :param y: two
      :type y: ~a.B or None
      """)
    #expect(list.children.map { $0.astext() }.count == 1)
    #expect(
      list.findAll(Paragraph.self).map { $0.astext() } == [
        "x (list[int] | None) -- one", "y (B or None) -- two",
      ])
    #expect(list.findAll(LiteralStrong.self).map { $0.astext() } == ["x", "y"])
    #expect(
      list.findAll(PendingXref.self).map { "\($0.reftype ?? "") \($0.reftarget ?? "")" } == [
        "class list", "class int", "class None", "class a.B", "class None",
      ])
  }

  @Test func oneAloneIsNoList() throws {
    let list = try fields("py:function} f()", "\n:raises KeyError: why\n:returns: *this*")
    expectTree(
      list,
      """
      <field_list classes="myst field-list">
          <field>
              <field_name>
                  Raises
              <field_body>
                  <paragraph>
                      <pending_xref py:class="True" py:module="True" refdomain="py" refexplicit="0" refspecific="1" reftarget="KeyError" reftype="exc">
                          <literal_strong>
                              KeyError
                       --\u{20}
                      why
          <field>
              <field_name>
                  Returns
              <field_body>
                  <paragraph>
                      <emphasis>
                          this
      """)
  }

  @Test(arguments: [
    ("js:function} f(a)", "Arguments: a (A) -- one", "Throws: Err -- two"),
    ("c:function} int f(int a)", "Parameters: a (A) -- one", "Throws Err: two"),
    ("cpp:function} int f(int a)", "Parameters: A a -- one", "Throws: Err -- two"),
    ("c:struct} S", "Param A a: one", "Throws Err: two"),
  ])
  func eachDomainHasItsOwn(directive: String, first: String, second: String) throws {
    let found = try texts(directive, "\n:param A a: one\n:throws Err: two")
    #expect(found == [first, second])
  }

  @Test func fieldsThatNobodyKnowsStay() throws {
    #expect(
      try texts("py:class} A", "\n:custom: text\n:returns x: odd\n:var x: kept") == [
        "Custom: text", "Returns x: odd", "Variables: x -- kept",
      ])
  }

  @Test func blocksStandBesideTheParagraph() throws {
    let list = try fields("py:function} f(a)", "\n:param a: one\n\n  two")
    #expect(
      list.findAll(FieldBody.self).first?.children.map { $0.astext() } == ["a -- one", "two"])
  }

  @Test(.timeLimit(.minutes(1))) func longTypesEnd() throws {
    let type = String(repeating: "a [", count: 30_000)
    let list = try fields("py:function} f(a)", "\n:param a: one\n:type a: \(type)")
    #expect(list.findAll(PendingXref.self).count == 30_000)
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["param a", "raises E"])
  func manyFieldsEnd(field: String) throws {
    let many = (0..<40_000).map { ":\(field)\($0): x\n" }.joined()
    let list = try fields("py:function} f(a)", "\n\(many)")
    #expect(list.children.count == 1 && list.findAll(ListItem.self).count == 40_000)
  }
}
