extension DescriptionTests {
  static let pythonTypeCases: [Case] = [
    Case(
      name: "py:function", argument: "f[T: int = str, *Ts, **P](x: T, *a: *Ts) -> Callable[P, T]",
      expected: #"""
        <index entries="('pair',\ 'built-in\ function;\ f()',\ 'f',\ '',\ None)">
        <desc classes="py function" desctype="function" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" class="" classes="sig sig-object" fullname="f" ids="f" module="True">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    f
                <desc_type_parameter_list multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_type_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            T
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
                            str
                    <desc_type_parameter xml:space="preserve">
                        <desc_sig_operator classes="o">
                            *
                        <desc_sig_name classes="n">
                            Ts
                    <desc_type_parameter xml:space="preserve">
                        <desc_sig_operator classes="o">
                            **
                        <desc_sig_name classes="n">
                            P
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            x
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_name classes="n">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="T" reftype="class">
                                T
                    <desc_parameter xml:space="preserve">
                        <desc_sig_operator classes="o">
                            *
                        <desc_sig_name classes="n">
                            a
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_name classes="n">
                            <desc_sig_operator classes="o">
                                *
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="Ts" reftype="class">
                                Ts
                <desc_returns xml:space="preserve">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="Callable" reftype="class">
                        Callable
                    <desc_sig_punctuation classes="p">
                        [
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="P" reftype="class">
                        P
                    <desc_sig_punctuation classes="p">
                        ,
                    <desc_sig_space classes="w">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="T" reftype="class">
                        T
                    <desc_sig_punctuation classes="p">
                        ]
            <desc_content>
        """#),
    Case(
      name: "py:function", argument: "f(x: int | str = 3) -> Optional[Dict[str, List[int]]]",
      expected: #"""
        <index entries="('pair',\ 'built-in\ function;\ f()',\ 'f',\ '',\ None)">
        <desc classes="py function" desctype="function" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" class="" classes="sig sig-object" fullname="f" ids="f" module="True">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    f
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
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                |
                            <desc_sig_space classes="w">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="str" reftype="class">
                                str
                        <desc_sig_space classes="w">
                        <desc_sig_operator classes="o">
                            =
                        <desc_sig_space classes="w">
                        <inline classes="default_value" support_smartquotes="0">
                            3
                <desc_returns xml:space="preserve">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="Dict" reftype="class">
                        Dict
                    <desc_sig_punctuation classes="p">
                        [
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="str" reftype="class">
                        str
                    <desc_sig_punctuation classes="p">
                        ,
                    <desc_sig_space classes="w">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="List" reftype="class">
                        List
                    <desc_sig_punctuation classes="p">
                        [
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="int" reftype="class">
                        int
                    <desc_sig_punctuation classes="p">
                        ]
                    <desc_sig_punctuation classes="p">
                        ]
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        |
                    <desc_sig_space classes="w">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="None" reftype="obj">
                        None
            <desc_content>
        """#),
    Case(
      name: "py:function", argument: "f(x: Literal[\"a\", 1, None, True])",
      expected: #"""
        <index entries="('pair',\ 'built-in\ function;\ f()',\ 'f',\ '',\ None)">
        <desc classes="py function" desctype="function" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" class="" classes="sig sig-object" fullname="f" ids="f" module="True">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    f
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            x
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_name classes="n">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="Literal" reftype="class">
                                Literal
                            <desc_sig_punctuation classes="p">
                                [
                            <desc_sig_literal_string classes="s">
                                'a'
                            <desc_sig_punctuation classes="p">
                                ,
                            <desc_sig_space classes="w">
                            <desc_sig_literal_number classes="m">
                                1
                            <desc_sig_punctuation classes="p">
                                ,
                            <desc_sig_space classes="w">
                            None
                            <desc_sig_punctuation classes="p">
                                ,
                            <desc_sig_space classes="w">
                            <desc_sig_keyword classes="k">
                                True
                            <desc_sig_punctuation classes="p">
                                ]
            <desc_content>
        """#),
    Case(
      name: "py:function", argument: "f(a: Annotated[int, Field(gt=1)])",
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
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_name classes="n">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="Annotated" reftype="class">
                                Annotated
                            <desc_sig_punctuation classes="p">
                                [
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="int" reftype="class">
                                int
                            <desc_sig_punctuation classes="p">
                                ,
                            <desc_sig_space classes="w">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="Field" reftype="class">
                                Field
                            <desc_sig_punctuation classes="p">
                                (
                            <desc_sig_name classes="n">
                                gt
                            <desc_sig_operator classes="o">
                                =
                            <desc_sig_literal_number classes="m">
                                1
                            <desc_sig_punctuation classes="p">
                                )
                            <desc_sig_punctuation classes="p">
                                ]
            <desc_content>
        """#),
    Case(
      name: "py:function", argument: "f(a, b=(1, 2), c={\"x\": 1}, d=lambda: 0)",
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
                        <desc_sig_name classes="n">
                            b
                        <desc_sig_operator classes="o">
                            =
                        <inline classes="default_value" support_smartquotes="0">
                            (1, 2)
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            c
                        <desc_sig_operator classes="o">
                            =
                        <inline classes="default_value" support_smartquotes="0">
                            {'x': 1}
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            d
                        <desc_sig_operator classes="o">
                            =
                        <inline classes="default_value" support_smartquotes="0">
                            lambda : ...
            <desc_content>
        """#),
    Case(
      name: "py:function", argument: "f(a: b\"x\", c=b'y')",
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
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_name classes="n">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="b'x'" reftype="class">
                                b'x'
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            c
                        <desc_sig_operator classes="o">
                            =
                        <inline classes="default_value" support_smartquotes="0">
                            b'y'
            <desc_content>
        """#),
    Case(
      name: "py:function", argument: "f(x: typing.Union[int, None])",
      expected: #"""
        <index entries="('pair',\ 'built-in\ function;\ f()',\ 'f',\ '',\ None)">
        <desc classes="py function" desctype="function" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" class="" classes="sig sig-object" fullname="f" ids="f" module="True">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    f
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            x
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_name classes="n">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="typing.Union" reftype="obj">
                                Union
                            <desc_sig_punctuation classes="p">
                                [
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="int" reftype="class">
                                int
                            <desc_sig_punctuation classes="p">
                                ,
                            <desc_sig_space classes="w">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="None" reftype="obj">
                                None
                            <desc_sig_punctuation classes="p">
                                ]
            <desc_content>
        """#),
    Case(
      name: "py:function", argument: "f(x=a[1:2], y=a if b else c, *z)",
      expected: #"""
        <index entries="('pair',\ 'built-in\ function;\ f()',\ 'f',\ '',\ None)">
        <desc classes="py function" desctype="function" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" class="" classes="sig sig-object" fullname="f" ids="f" module="True">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    f
                <desc_parameterlist xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        x=a[1:2], y=a if b else c, *z
            <desc_content>
        """#),
    Case(
      name: "py:function", argument: "f(a, [b, [c]])",
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
  ]
}
