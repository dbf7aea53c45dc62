extension DescriptionTests {
  static let javaScriptCases: [Case] = [
    Case(
      name: "js:function", argument: "f(a, b=3, ...rest)",
      expected: #"""
        <index entries="('single',\ 'f()\ (built-in\ function)',\ 'f',\ '',\ None)">
        <desc classes="js function" desctype="function" domain="js" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" classes="sig sig-object" fullname="f" ids="f" module="True" object="True">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    <desc_sig_name classes="n">
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
                            3
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            ...rest
            <desc_content>
        """#),
    Case(
      name: "js:function", argument: "$.getJSON(href, callback[, errback])",
      expected: #"""
        <index entries="('single',\ '$.getJSON()\ ($\ method)',\ 'getJSON',\ '',\ None)">
        <desc classes="js function" desctype="function" domain="js" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="$.getJSON()" _toc_parts="('$', 'getJSON')" classes="sig sig-object" fullname="$.getJSON" ids="getJSON" module="True" object="$">
                <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                    <desc_sig_name classes="n">
                        $
                    <desc_sig_punctuation classes="p">
                        .
                <desc_name classes="sig-name descname" xml:space="preserve">
                    <desc_sig_name classes="n">
                        getJSON
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            href
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            callback
                    <desc_optional xml:space="preserve">
                        <desc_parameter xml:space="preserve">
                            <desc_sig_name classes="n">
                                errback
            <desc_content>
        """#),
    Case(
      name: "js:class", argument: "Foo(a)",
      expected: #"""
        <index entries="('single',\ 'Foo()\ (class)',\ 'Foo',\ '',\ None)">
        <desc classes="js class" desctype="class" domain="js" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="class">
            <desc_signature _toc_name="Foo" _toc_parts="('Foo',)" classes="sig sig-object" fullname="Foo" ids="Foo" module="True" object="True">
                <desc_annotation xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        class
                    <desc_sig_space classes="w">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    <desc_sig_name classes="n">
                        Foo
                <desc_parameterlist multi_line_parameter_list="0" multi_line_trailing_comma="1" xml:space="preserve">
                    <desc_parameter xml:space="preserve">
                        <desc_sig_name classes="n">
                            a
            <desc_content>
        """#),
    Case(
      name: "js:method", argument: "Foo.bar()",
      expected: #"""
        <index entries="">
        <desc classes="js method" desctype="method" domain="js" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="method">
            <desc_signature _toc_name="Foo.bar()" _toc_parts="('Foo', 'bar')" classes="sig sig-object" fullname="Foo.bar" ids="Foo.bar" module="True" object="Foo">
                <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                    <desc_sig_name classes="n">
                        Foo
                    <desc_sig_punctuation classes="p">
                        .
                <desc_name classes="sig-name descname" xml:space="preserve">
                    <desc_sig_name classes="n">
                        bar
                <desc_parameterlist xml:space="preserve">
            <desc_content>
        """#),
    Case(
      name: "js:data", argument: "x.y",
      expected: #"""
        <index entries="('single',\ 'x.y\ (global\ variable\ or\ constant)',\ 'x.y',\ '',\ None)">
        <desc classes="js data" desctype="data" domain="js" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="data">
            <desc_signature _toc_name="x.y" _toc_parts="('x', 'y')" classes="sig sig-object" fullname="x.y" ids="x.y" module="True" object="x">
                <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                    <desc_sig_name classes="n">
                        x
                    <desc_sig_punctuation classes="p">
                        .
                <desc_name classes="sig-name descname" xml:space="preserve">
                    <desc_sig_name classes="n">
                        y
            <desc_content>
        """#),
    Case(
      name: "js:attribute", argument: "top",
      expected: #"""
        <index entries="('single',\ 'top\ (None\ attribute)',\ 'top',\ '',\ None)">
        <desc classes="js attribute" desctype="attribute" domain="js" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="attribute">
            <desc_signature _toc_name="top" _toc_parts="('top',)" classes="sig sig-object" fullname="top" ids="top" module="True" object="True">
                <desc_name classes="sig-name descname" xml:space="preserve">
                    <desc_sig_name classes="n">
                        top
            <desc_content>
        """#),
  ]
}
