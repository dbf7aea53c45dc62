extension DescriptionTests {
  static let cCases: [Case] = [
    Case(
      name: "c:function",
      argument: "PyObject *f(PyTypeObject *type, const char *const *names, ...)",
      expected: #"""
        <index entries="('single',\ 'f\ (C\ function)',\ 'c.f',\ '',\ None)">
        <desc classes="c function" desctype="function" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" classes="sig sig-object" ids="c.f" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <pending_xref c:parent_key="[(f, c.f)]" classname="True" modname="True" refdomain="c" reftarget="PyObject" reftype="identifier">
                        <desc_sig_name classes="n">
                            PyObject
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        *
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            f
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <pending_xref c:parent_key="[(f, c.f)]" classname="True" modname="True" refdomain="c" reftarget="PyTypeObject" reftype="identifier">
                                <desc_sig_name classes="n">
                                    PyTypeObject
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                *
                            <desc_sig_name classes="n">
                                type
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword classes="k">
                                const
                            <desc_sig_space classes="w">
                            <desc_sig_keyword_type classes="kt">
                                char
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                *
                            <desc_sig_keyword classes="k">
                                const
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                *
                            <desc_sig_name classes="n">
                                names
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_punctuation classes="p">
                                ...
            <desc_content>
        """#),
    Case(
      name: "c:function", argument: "void (*signal(int sig, void (*func)(int)))(int)",
      expected: #"""
        <index entries="('single',\ 'signal\ (C\ function)',\ 'c.signal',\ '',\ None)">
        <desc classes="c function" desctype="function" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="signal()" _toc_parts="('signal',)" classes="sig sig-object" ids="c.signal" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword_type classes="kt">
                        void
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        (
                    <desc_sig_punctuation classes="p">
                        *
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            signal
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword_type classes="kt">
                                int
                            <desc_sig_space classes="w">
                            <desc_sig_name classes="n">
                                sig
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword_type classes="kt">
                                void
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                (
                            <desc_sig_punctuation classes="p">
                                *
                            <desc_sig_name classes="n">
                                func
                            <desc_sig_punctuation classes="p">
                                )
                            <desc_sig_punctuation classes="p">
                                (
                            <desc_sig_keyword_type classes="kt">
                                int
                            <desc_sig_punctuation classes="p">
                                )
                    <desc_sig_punctuation classes="p">
                        )
                    <desc_sig_punctuation classes="p">
                        (
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_punctuation classes="p">
                        )
            <desc_content>
        """#),
    Case(
      name: "c:function",
      argument: "static unsigned long long int g(char buf[16], struct foo *p) __attribute__((x))",
      expected: #"""
        <index entries="('single',\ 'g\ (C\ function)',\ 'c.g',\ '',\ None)">
        <desc classes="c function" desctype="function" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="g()" _toc_parts="('g',)" classes="sig sig-object" ids="c.g" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        static
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        unsigned
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        long
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        long
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            g
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword_type classes="kt">
                                char
                            <desc_sig_space classes="w">
                            <desc_sig_name classes="n">
                                buf
                            <desc_sig_punctuation classes="p">
                                [
                            <desc_sig_literal_number classes="m">
                                16
                            <desc_sig_punctuation classes="p">
                                ]
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword classes="k">
                                struct
                            <desc_sig_space classes="w">
                            <pending_xref c:parent_key="[(g, c.g)]" classname="True" modname="True" refdomain="c" reftarget="foo" reftype="identifier">
                                <desc_sig_name classes="n">
                                    foo
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                *
                            <desc_sig_name classes="n">
                                p
                    <desc_sig_space classes="w">
                    __attribute__((x))
            <desc_content>
        """#),
    Case(
      name: "c:macro", argument: "LOG(format, ...)",
      expected: #"""
        <index entries="('single',\ 'LOG\ (C\ macro)',\ 'c.LOG',\ '',\ None)">
        <desc classes="c macro" desctype="macro" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="macro">
            <desc_signature _toc_name="LOG()" _toc_parts="('LOG',)" classes="sig sig-object" ids="c.LOG" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            LOG
                    <desc_parameterlist xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_name classes="n">
                                format
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_punctuation classes="p">
                                ...
            <desc_content>
        """#),
    Case(
      name: "c:struct", argument: "Data",
      expected: #"""
        <index entries="('single',\ 'Data\ (C\ struct)',\ 'c.Data',\ '',\ None)">
        <desc classes="c struct" desctype="struct" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="struct">
            <desc_signature _toc_name="Data" _toc_parts="('Data',)" classes="sig sig-object" ids="c.Data" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        struct
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            Data
            <desc_content>
        """#),
    Case(
      name: "c:struct", argument: "@anon",
      expected: #"""
        <index entries="('single',\ '[anonymous]\ (C\ struct)',\ 'c.@anon',\ '',\ None)">
        <desc classes="c struct" desctype="struct" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="struct">
            <desc_signature _toc_name="@anon" _toc_parts="('@anon',)" classes="sig sig-object" ids="c.@anon" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        struct
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            [anonymous]
            <desc_content>
        """#),
    Case(
      name: "c:enumerator", argument: "A = 1 + FOO",
      expected: #"""
        <index entries="('single',\ 'A\ (C\ enumerator)',\ 'c.A',\ '',\ None)">
        <desc classes="c enumerator" desctype="enumerator" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="enumerator">
            <desc_signature _toc_name="A" _toc_parts="('A',)" classes="sig sig-object" ids="c.A" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        enumerator
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            A
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <desc_sig_literal_number classes="m">
                        1
                    <desc_sig_space classes="w">
                    <desc_sig_operator classes="o">
                        +
                    <desc_sig_space classes="w">
                    <pending_xref c:parent_key="[(A, c.A)]" classname="True" modname="True" refdomain="c" reftarget="FOO" reftype="identifier">
                        <desc_sig_name classes="n">
                            FOO
            <desc_content>
        """#),
    Case(
      name: "c:member", argument: "int Data.a[N+1]",
      expected: #"""
        <index entries="('single',\ 'Data.a\ (C\ member)',\ 'c.Data.a',\ '',\ None)">
        <desc classes="c member" desctype="member" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="member">
            <desc_signature _toc_name="a" _toc_parts="('Data', 'a')" classes="sig sig-object" ids="c.Data.a" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_space classes="w">
                    <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                        <pending_xref c:parent_key="[(Data, None), (a, c.Data.a)]" classname="True" modname="True" refdomain="c" reftarget="Data" reftype="identifier">
                            <desc_sig_name classes="n">
                                Data
                        <desc_sig_punctuation classes="p">
                            .
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            a
                    <desc_sig_punctuation classes="p">
                        [
                    <pending_xref c:parent_key="[(Data, None), (a, c.Data.a)]" classname="True" modname="True" refdomain="c" reftarget="N" reftype="identifier">
                        <desc_sig_name classes="n">
                            N
                    <desc_sig_space classes="w">
                    <desc_sig_operator classes="o">
                        +
                    <desc_sig_space classes="w">
                    <desc_sig_literal_number classes="m">
                        1
                    <desc_sig_punctuation classes="p">
                        ]
            <desc_content>
        """#),
    Case(
      name: "c:var", argument: "const double *pi = 3.14",
      expected: #"""
        <index entries="('single',\ 'pi\ (C\ var)',\ 'c.pi',\ '',\ None)">
        <desc classes="c var" desctype="var" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="var">
            <desc_signature _toc_name="pi" _toc_parts="('pi',)" classes="sig sig-object" ids="c.pi" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        const
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        double
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        *
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            pi
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <desc_sig_literal_number classes="m">
                        3.14
            <desc_content>
        """#),
    Case(
      name: "c:member", argument: "int bits : 3",
      expected: #"""
        <index entries="('single',\ 'bits\ (C\ member)',\ 'c.bits',\ '',\ None)">
        <desc classes="c member" desctype="member" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="member">
            <desc_signature _toc_name="bits" _toc_parts="('bits',)" classes="sig sig-object" ids="c.bits" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            bits
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        :
                    <desc_sig_space classes="w">
                    <desc_sig_literal_number classes="m">
                        3
            <desc_content>
        """#),
    Case(
      name: "c:type", argument: "int (*callback)(void *data, int n)",
      expected: #"""
        <index entries="('single',\ 'callback\ (C\ type)',\ 'c.callback',\ '',\ None)">
        <desc classes="c type" desctype="type" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="type">
            <desc_signature _toc_name="callback" _toc_parts="('callback',)" classes="sig sig-object" ids="c.callback" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        typedef
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        (
                    <desc_sig_punctuation classes="p">
                        *
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            callback
                    <desc_sig_punctuation classes="p">
                        )
                    <desc_sig_punctuation classes="p">
                        (
                    <desc_sig_keyword_type classes="kt">
                        void
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        *
                    <desc_sig_name classes="n">
                        data
                    <desc_sig_punctuation classes="p">
                        ,
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_space classes="w">
                    <desc_sig_name classes="n">
                        n
                    <desc_sig_punctuation classes="p">
                        )
            <desc_content>
        """#),
    Case(
      name: "c:type", argument: "Handle",
      expected: #"""
        <index entries="('single',\ 'Handle\ (C\ type)',\ 'c.Handle',\ '',\ None)">
        <desc classes="c type" desctype="type" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="type">
            <desc_signature _toc_name="Handle" _toc_parts="('Handle',)" classes="sig sig-object" ids="c.Handle" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        type
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            Handle
            <desc_content>
        """#),
    Case(
      name: "c:type", argument: "struct foo foo_t",
      expected: #"""
        <index entries="('single',\ 'foo_t\ (C\ type)',\ 'c.foo_t',\ '',\ None)">
        <desc classes="c type" desctype="type" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="type">
            <desc_signature _toc_name="foo_t" _toc_parts="('foo_t',)" classes="sig sig-object" ids="c.foo_t" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        typedef
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        struct
                    <desc_sig_space classes="w">
                    <pending_xref c:parent_key="[(foo_t, c.foo_t)]" classname="True" modname="True" refdomain="c" reftarget="foo" reftype="identifier">
                        <desc_sig_name classes="n">
                            foo
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            foo_t
            <desc_content>
        """#),
  ]
}
