extension DescriptionTests {
  static let pythonNameCases: [Case] = [
    Case(
      name: "py:function", argument: "äö(ü: é)",
      expected: #"""
        <index entries="('pair',\ 'built-in\ function;\ äö()',\ 'ao',\ '',\ None)">
        <desc classes="py function" desctype="function" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="äö()" _toc_parts="('äö',)" class="" classes="sig sig-object" fullname="äö" ids="ao" module="True">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    äö
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            ü
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_name classes="n">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="é" reftype="class">
                                é
            <desc_content>
        """#),
    Case(
      name: "py:function", argument: "f(a, b",
      expected: #"""
        <index entries="">
        <desc classes="py function" desctype="function" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="" _toc_parts="()" classes="sig sig-object">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    f(a, b
            <desc_content>
        """#),
    Case(
      name: "py:class", argument: "m.C[T: (int, str)](x)",
      expected: #"""
        <index entries="('single',\ 'm.C\ (built-in\ class)',\ 'm.C',\ '',\ None)">
        <desc classes="py class" desctype="class" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="class">
            <desc_signature _toc_name="m.C" _toc_parts="('m', 'C')" class="m" classes="sig sig-object" fullname="m.C" ids="m.C" module="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        class
                    <desc_sig_space classes="w">
                <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                    m.
                <desc_name classes="sig-name descname" xml:space="preserve">
                    C
                <desc_type_parameter_list multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_type_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            T
                        <desc_sig_punctuation classes="p">
                            :
                        <desc_sig_space classes="w">
                        <desc_sig_punctuation classes="p">
                            (
                        <desc_sig_name classes="n">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="int" reftype="class">
                                int
                            <desc_sig_punctuation classes="p">
                                ,
                            <desc_sig_space classes="w">
                            <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="str" reftype="class">
                                str
                        <desc_sig_punctuation classes="p">
                            )
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            x
            <desc_content>
        """#),
    Case(
      name: "py:class", argument: "C[T](Generic[T])",
      expected: #"""
        <index entries="('single',\ 'C\ (built-in\ class)',\ 'C',\ '',\ None)">
        <desc classes="py class" desctype="class" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="class">
            <desc_signature _toc_name="C" _toc_parts="('C',)" class="" classes="sig sig-object" fullname="C" ids="C" module="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        class
                    <desc_sig_space classes="w">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    C
                <desc_type_parameter_list multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_type_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            T
                <desc_parameterlist xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        Generic[T]
            <desc_content>
        """#),
    Case(
      name: "py:property", argument: "C.p",
      options: ["type": "int | None", "abstractmethod": "", "classmethod": ""],
      expected: #"""
        <index entries="('single',\ 'p\ (C\ property)',\ 'C.p',\ '',\ None)">
        <desc classes="py property" desctype="property" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="property">
            <desc_signature _toc_name="C.p" _toc_parts="('C', 'p')" class="C" classes="sig sig-object" fullname="C.p" ids="C.p" module="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        abstract
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        class
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        property
                    <desc_sig_space classes="w">
                <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                    C.
                <desc_name classes="sig-name descname" xml:space="preserve">
                    p
                <desc_annotation xml:space="preserve">
                    <desc_sig_punctuation classes="p">
                        :
                    <desc_sig_space classes="w">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="int" reftype="class">
                        int
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        |
                    <desc_sig_space classes="w">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="None" reftype="obj">
                        None
            <desc_content>
        """#),
    Case(
      name: "py:type", argument: "Alias[K, V]",
      options: ["canonical": "dict[K, list[V]]"],
      expected: #"""
        <index entries="('single',\ 'Alias',\ 'Alias',\ '',\ None)">
        <desc classes="py type" desctype="type" domain="py" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="type">
            <desc_signature _toc_name="Alias" _toc_parts="('Alias',)" class="" classes="sig sig-object" fullname="Alias" ids="Alias" module="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        type
                    <desc_sig_space classes="w">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    Alias
                <desc_type_parameter_list multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_type_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            K
                    <desc_type_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            V
                <desc_annotation xml:space="preserve">
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="dict" reftype="class">
                        dict
                    <desc_sig_punctuation classes="p">
                        [
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="K" reftype="class">
                        K
                    <desc_sig_punctuation classes="p">
                        ,
                    <desc_sig_space classes="w">
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="list" reftype="class">
                        list
                    <desc_sig_punctuation classes="p">
                        [
                    <pending_xref py:class="True" py:module="True" refdomain="py" refspecific="0" reftarget="V" reftype="class">
                        V
                    <desc_sig_punctuation classes="p">
                        ]
                    <desc_sig_punctuation classes="p">
                        ]
            <desc_content>
        """#),
  ]
}
