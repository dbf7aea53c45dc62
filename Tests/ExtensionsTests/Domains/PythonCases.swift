extension DescriptionTests {
  static let pythonCases: [Case] = [
    Case(
      name: "py:function",
      argument:
        "foo(a, b: int = 3, *args: str, key: dict[str, int] | None = None, **kw) -> list[str]",
      options: ["async": ""],
      expected: #"""
        <index entries="('pair',\ 'built-in\ function;\ foo()',\ 'foo',\ '',\ None)">
        <desc classes="py function" desctype="function" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="foo()" _toc_parts="('foo',)" class="" classes="sig sig-object" fullname="foo" ids="foo" module="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        async
                    <desc_sig_space classes="w">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    foo
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            a
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            b
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_name classes="n">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="int" reftype="class">
                                int
                        <desc_sig_space classes="w">
                        <desc_sig_operator classes="o">
                            =
                        <desc_sig_space classes="w">
                        <inline classes="default_value" support_smartquotes="0">
                            3
                    <desc_parameter xml:space="preserve">
                        <desc_sig_operator classes="o">
                            *
                        <desc_sig_name classes="n">
                            args
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_name classes="n">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="str" reftype="class">
                                str
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            key
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_name classes="n">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="dict" reftype="class">
                                dict
                            <desc_sig_punctuation classes="p">
                                [
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="str" reftype="class">
                                str
                            <desc_sig_punctuation classes="p">
                                ,
                            <desc_sig_space classes="w">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="int" reftype="class">
                                int
                            <desc_sig_punctuation classes="p">
                                ]
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                |
                            <desc_sig_space classes="w">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="None" reftype="obj">
                                None
                        <desc_sig_space classes="w">
                        <desc_sig_operator classes="o">
                            =
                        <desc_sig_space classes="w">
                        <inline classes="default_value" support_smartquotes="0">
                            None
                    <desc_parameter xml:space="preserve">
                        <desc_sig_operator classes="o">
                            **
                        <desc_sig_name classes="n">
                            kw
                <desc_returns xml:space="preserve">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="list" reftype="class">
                        list
                    <desc_sig_punctuation classes="p">
                        [
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="str" reftype="class">
                        str
                    <desc_sig_punctuation classes="p">
                        ]
            <desc_content>
        """#),
    Case(
      name: "py:function", argument: "f(a, /, *, b=(1, 2))",
      expected: #"""
        <index entries="('pair',\ 'built-in\ function;\ f()',\ 'f',\ '',\ None)">
        <desc classes="py function" desctype="function" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" class="" classes="sig sig-object" fullname="f" ids="f" module="True">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    f
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            a
                    <desc_parameter xml:space="preserve">
                        <desc_sig_operator classes="positional-only-separator o">
                            <abbreviation explanation="Positional-only parameter separator (PEP 570)">
                                /
                    <desc_parameter xml:space="preserve">
                        <desc_sig_operator classes="keyword-only-separator o">
                            <abbreviation explanation="Keyword-only parameters separator (PEP 3102)">
                                *
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            b
                        <desc_sig_operator classes="o">
                            =
                        <inline classes="default_value" support_smartquotes="0">
                            (1, 2)
            <desc_content>
        """#),
    Case(
      name: "py:function", argument: "f(a[, b[, c]])",
      options: ["module": "m.n"],
      expected: #"""
        <index entries="('single',\ 'f()\ (in\ module\ m.n)',\ 'm.n.f',\ '',\ None)">
        <desc classes="py function" desctype="function" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('m.n', 'f')" class="" classes="sig sig-object" fullname="f" ids="m.n.f" module="m.n">
                <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                    m.n.
                <desc_name classes="sig-name descname" xml:space="preserve">
                    f
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            a
                    <desc_optional xml:space="preserve">
                        <desc_parameter xml:space="preserve">
                            <desc_sig_name classes="n">
                                b
                        <desc_optional xml:space="preserve">
                            <desc_parameter xml:space="preserve">
                                <desc_sig_name classes="n">
                                    c
            <desc_content>
        """#),
    Case(
      name: "py:class", argument: "Bar(x: int)",
      options: ["final": ""],
      expected: #"""
        <index entries="('single',\ 'Bar\ (built-in\ class)',\ 'Bar',\ '',\ None)">
        <desc classes="py class" desctype="class" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="class">
            <desc_signature _toc_name="Bar" _toc_parts="('Bar',)" class="" classes="sig sig-object" fullname="Bar" ids="Bar" module="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        final
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        class
                    <desc_sig_space classes="w">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    Bar
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            x
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_name classes="n">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="int" reftype="class">
                                int
            <desc_content>
        """#),
    Case(
      name: "py:exception", argument: "m.MyError",
      expected: #"""
        <index entries="('single',\ 'm.MyError',\ 'm.MyError',\ '',\ None)">
        <desc classes="py exception" desctype="exception" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="exception">
            <desc_signature _toc_name="m.MyError" _toc_parts="('m', 'MyError')" class="m" classes="sig sig-object" fullname="m.MyError" ids="m.MyError" module="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        exception
                    <desc_sig_space classes="w">
                <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                    m.
                <desc_name classes="sig-name descname" xml:space="preserve">
                    MyError
            <desc_content>
        """#),
    Case(
      name: "py:method", argument: "Bar.m2(a)",
      options: ["async": "", "abstractmethod": ""],
      expected: #"""
        <index entries="('single',\ 'm2()\ (Bar\ method)',\ 'Bar.m2',\ '',\ None)">
        <desc classes="py method" desctype="method" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="method">
            <desc_signature _toc_name="Bar.m2()" _toc_parts="('Bar', 'm2')" class="Bar" classes="sig sig-object" fullname="Bar.m2" ids="Bar.m2" module="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        abstractmethod
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        async
                    <desc_sig_space classes="w">
                <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                    Bar.
                <desc_name classes="sig-name descname" xml:space="preserve">
                    m2
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            a
            <desc_content>
        """#),
    Case(
      name: "py:staticmethod", argument: "s(*, a)",
      expected: #"""
        <index entries="('single',\ 's()',\ 's',\ '',\ None)">
        <desc classes="py method" desctype="method" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="method">
            <desc_signature _toc_name="s()" _toc_parts="('s',)" class="" classes="sig sig-object" fullname="s" ids="s" module="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        static
                    <desc_sig_space classes="w">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    s
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_operator classes="keyword-only-separator o">
                            <abbreviation explanation="Keyword-only parameters separator (PEP 3102)">
                                *
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            a
            <desc_content>
        """#),
    Case(
      name: "py:attribute", argument: "attr",
      options: ["type": "int", "value": "3"],
      expected: #"""
        <index entries="('single',\ 'attr',\ 'attr',\ '',\ None)">
        <desc classes="py attribute" desctype="attribute" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="attribute">
            <desc_signature _toc_name="attr" _toc_parts="('attr',)" class="" classes="sig sig-object" fullname="attr" ids="attr" module="True">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    attr
                <desc_annotation xml:space="preserve">
                    <desc_sig_punctuation classes="p">
                        :
                    <desc_sig_space classes="w">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="int" reftype="class">
                        int
                <desc_annotation xml:space="preserve">
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    3
            <desc_content>
        """#),
    Case(
      name: "py:property", argument: "K.prop",
      options: ["type": "str"],
      expected: #"""
        <index entries="('single',\ 'prop\ (K\ property)',\ 'K.prop',\ '',\ None)">
        <desc classes="py property" desctype="property" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="property">
            <desc_signature _toc_name="K.prop" _toc_parts="('K', 'prop')" class="K" classes="sig sig-object" fullname="K.prop" ids="K.prop" module="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        property
                    <desc_sig_space classes="w">
                <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                    K.
                <desc_name classes="sig-name descname" xml:space="preserve">
                    prop
                <desc_annotation xml:space="preserve">
                    <desc_sig_punctuation classes="p">
                        :
                    <desc_sig_space classes="w">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="str" reftype="class">
                        str
            <desc_content>
        """#),
    Case(
      name: "py:data", argument: "v",
      options: ["noIndexEntry": ""],
      expected: #"""
        <index entries="">
        <desc classes="py data" desctype="data" domain="py" no-contents-entry="0" no-index="0" no-index-entry="1" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="1" objtype="data">
            <desc_signature _toc_name="v" _toc_parts="('v',)" class="" classes="sig sig-object" fullname="v" ids="v" module="True">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    v
            <desc_content>
        """#),
    Case(
      name: "py:type", argument: "T",
      options: ["canonical": "list[int]"],
      expected: #"""
        <index entries="('single',\ 'T',\ 'T',\ '',\ None)">
        <desc classes="py type" desctype="type" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="type">
            <desc_signature _toc_name="T" _toc_parts="('T',)" class="" classes="sig sig-object" fullname="T" ids="T" module="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        type
                    <desc_sig_space classes="w">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    T
                <desc_annotation xml:space="preserve">
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="list" reftype="class">
                        list
                    <desc_sig_punctuation classes="p">
                        [
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="int" reftype="class">
                        int
                    <desc_sig_punctuation classes="p">
                        ]
            <desc_content>
        """#),
    Case(
      name: "py:decorator", argument: "deco(x)",
      expected: #"""
        <index entries="('pair',\ 'built-in\ function;\ deco()',\ 'deco',\ '',\ None)">
        <desc classes="py function" desctype="function" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="deco()" _toc_parts="('deco',)" class="" classes="sig sig-object" fullname="deco" ids="deco" module="True">
                <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                    @
                <desc_name classes="sig-name descname" xml:space="preserve">
                    deco
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            x
            <desc_content>
        """#),
    Case(
      name: "py:module", argument: "a.b",
      expected: #"""
        <index entries="('pair',\ 'module;\ a.b',\ 'module-a.b',\ '',\ None)">
        <target ids="module-a.b" ismod="1">
        """#),
  ]
}
