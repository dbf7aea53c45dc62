extension DescriptionTests {
  static let cValueCases: [Case] = [
    Case(
      name: "c:enumerator", argument: "B = sizeof(int)",
      expected: #"""
        <index entries="('single',\ 'B\ (C\ enumerator)',\ 'c.B',\ '',\ None)">
        <desc classes="c enumerator" desctype="enumerator" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="enumerator">
            <desc_signature _toc_name="B" _toc_parts="('B',)" classes="sig sig-object" ids="c.B" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        enumerator
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            B
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        sizeof
                    <desc_sig_punctuation classes="p">
                        (
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_punctuation classes="p">
                        )
            <desc_content>
        """#),
    Case(
      name: "c:var", argument: "double y = 1.5e-3",
      expected: #"""
        <index entries="('single',\ 'y\ (C\ var)',\ 'c.y',\ '',\ None)">
        <desc classes="c var" desctype="var" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="var">
            <desc_signature _toc_name="y" _toc_parts="('y',)" classes="sig sig-object" ids="c.y" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword_type classes="kt">
                        double
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            y
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <desc_sig_literal_number classes="m">
                        1.5e-3
            <desc_content>
        """#),
    Case(
      name: "c:var", argument: "int z = (int)x",
      expected: #"""
        <index entries="('single',\ 'z\ (C\ var)',\ 'c.z',\ '',\ None)">
        <desc classes="c var" desctype="var" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="var">
            <desc_signature _toc_name="z" _toc_parts="('z',)" classes="sig sig-object" ids="c.z" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            z
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        (
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_punctuation classes="p">
                        )
                    <pending_xref c:parent_key="[(z, c.z)]" classname="True" modname="True" refdomain="c" reftarget="x" reftype="identifier">
                        <desc_sig_name classes="n">
                            x
            <desc_content>
        """#),
    Case(
      name: "c:macro", argument: "M(a...)",
      expected: #"""
        <index entries="('single',\ 'M\ (C\ macro)',\ 'c.M',\ '',\ None)">
        <desc classes="c macro" desctype="macro" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="macro">
            <desc_signature _toc_name="M()" _toc_parts="('M',)" classes="sig sig-object" ids="c.M" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            M
                    <desc_parameterlist xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_name classes="n">
                                a...
            <desc_content>
        """#),
    Case(
      name: "c:function", argument: "uint32_t f(const uint8_t buf[static 10], size_t n)",
      expected: #"""
        <index entries="('single',\ 'f\ (C\ function)',\ 'c.f',\ '',\ None)">
        <desc classes="c function" desctype="function" domain="c" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" classes="sig sig-object" ids="c.f" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <pending_xref c:parent_key="[(f, c.f)]" classname="True" modname="True" refdomain="c" reftarget="uint32_t" reftype="identifier">
                        <desc_sig_name classes="n">
                            uint32_t
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            f
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword classes="k">
                                const
                            <desc_sig_space classes="w">
                            <pending_xref c:parent_key="[(f, c.f)]" classname="True" modname="True" refdomain="c" reftarget="uint8_t" reftype="identifier">
                                <desc_sig_name classes="n">
                                    uint8_t
                            <desc_sig_space classes="w">
                            <desc_sig_name classes="n">
                                buf
                            <desc_sig_punctuation classes="p">
                                [
                            <desc_sig_keyword classes="k">
                                static
                            <desc_sig_space classes="w">
                            <desc_sig_literal_number classes="m">
                                10
                            <desc_sig_punctuation classes="p">
                                ]
                        <desc_parameter noemph="1" xml:space="preserve">
                            <pending_xref c:parent_key="[(f, c.f)]" classname="True" modname="True" refdomain="c" reftarget="size_t" reftype="identifier">
                                <desc_sig_name classes="n">
                                    size_t
                            <desc_sig_space classes="w">
                            <desc_sig_name classes="n">
                                n
            <desc_content>
        """#),
    Case(
      name: "cpp:function", argument: "auto f(int x) -> decltype(x + 1)",
      expected: #"""
        <index entries="('single',\ 'f\ (C++\ function)',\ '_CPPv41fi',\ '',\ None)">
        <desc classes="cpp function" desctype="function" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" classes="sig sig-object" ids="_CPPv41fi _CPPv31fi _CPPv21fi" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword_type classes="kt">
                        auto
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            f
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword_type classes="kt">
                                int
                            <desc_sig_space classes="w">
                            <desc_sig_name classes="n sig-param">
                                x
                    <desc_sig_space classes="w">
                    <desc_sig_operator classes="o">
                        ->
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        decltype
                    <desc_sig_punctuation classes="p">
                        (
                    <pending_xref classname="True" cpp:parent_key="[(f, _CPPv41fi)]" modname="True" refdomain="cpp" reftarget="x" reftype="identifier">
                        <desc_sig_name classes="n">
                            x
                    <desc_sig_space classes="w">
                    <desc_sig_operator classes="o">
                        +
                    <desc_sig_space classes="w">
                    <desc_sig_literal_number classes="m">
                        1
                    <desc_sig_punctuation classes="p">
                        )
            <desc_content>
        """#),
    Case(
      name: "cpp:function", argument: "constexpr explicit A(int)",
      expected: #"""
        <index entries="('single',\ 'A\ (C++\ function)',\ '_CPPv41Ai',\ '',\ None)">
        <desc classes="cpp function" desctype="function" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="A()" _toc_parts="('A',)" classes="sig sig-object" ids="_CPPv41Ai _CPPv31Ai _CPPv21Ai" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        explicit
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        constexpr
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            A
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword_type classes="kt">
                                int
            <desc_content>
        """#),
    Case(
      name: "cpp:function",
      argument: "static inline unsigned long long f(unsigned x) noexcept(true)",
      expected: #"""
        <index entries="('single',\ 'f\ (C++\ function)',\ '_CPPv41fj',\ '',\ None)">
        <desc classes="cpp function" desctype="function" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" classes="sig sig-object" ids="_CPPv41fj _CPPv31fj _CPPv21fj" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        static
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        inline
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
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            f
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword_type classes="kt">
                                unsigned
                            <desc_sig_space classes="w">
                            <desc_sig_name classes="n sig-param">
                                x
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        noexcept
                    <desc_sig_punctuation classes="p">
                        (
                    <desc_sig_keyword classes="k">
                        true
                    <desc_sig_punctuation classes="p">
                        )
            <desc_content>
        """#),
    Case(
      name: "cpp:function", argument: "template<template<typename> class C> void f(C<int> c)",
      expected: #"""
        <index entries="('single',\ 'f\ (C++\ function)',\ '_CPPv4II0E0E1fv1CIiE',\ '',\ None)">
        <desc classes="cpp function" desctype="function" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" classes="sig sig-object" ids="_CPPv4II0E0E1fv1CIiE _CPPv3II0E0E1f1CIiE _CPPv2II0E0E1f1CIiE" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        template
                    <desc_sig_punctuation classes="p">
                        <
                    <desc_sig_keyword classes="k">
                        template
                    <desc_sig_punctuation classes="p">
                        <
                    <desc_sig_keyword classes="k">
                        typename
                    <desc_sig_punctuation classes="p">
                        >
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        class
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            C
                    <desc_sig_punctuation classes="p">
                        >
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword_type classes="kt">
                        void
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            f
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <pending_xref classname="True" cpp:parent_key="[(f, _CPPv4II0E0E1fv1CIiE)]" modname="True" refdomain="cpp" reftarget="C<int>" reftype="identifier">
                                <desc_sig_name classes="n">
                                    C
                            <desc_sig_punctuation classes="p">
                                <
                            <desc_sig_keyword_type classes="kt">
                                int
                            <desc_sig_punctuation classes="p">
                                >
                            <desc_sig_space classes="w">
                            <desc_sig_name classes="n sig-param">
                                c
            <desc_content>
        """#),
    Case(
      name: "cpp:function", argument: "[[nodiscard]] int f()",
      expected: #"""
        <index entries="('single',\ 'f\ (C++\ function)',\ '_CPPv41fv',\ '',\ None)">
        <desc classes="cpp function" desctype="function" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" classes="sig sig-object" ids="_CPPv41fv _CPPv31fv _CPPv21fv" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_punctuation classes="p">
                        [[
                    nodiscard
                    <desc_sig_punctuation classes="p">
                        ]]
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            f
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
            <desc_content>
        """#),
    Case(
      name: "cpp:member", argument: "int b : 4 = 2",
      expected: #"""
        <index entries="('single',\ 'b\ (C++\ member)',\ '_CPPv41b',\ '',\ None)">
        <desc classes="cpp member" desctype="member" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="member">
            <desc_signature _toc_name="b" _toc_parts="('b',)" classes="sig sig-object" ids="_CPPv41b _CPPv31b _CPPv21b" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            b
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        :
                    <desc_sig_space classes="w">
                    <desc_sig_literal_number classes="m">
                        4
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <desc_sig_literal_number classes="m">
                        2
            <desc_content>
        """#),
    Case(
      name: "cpp:member", argument: "mutable std::atomic<int> n{0}",
      expected: #"""
        <index entries="('single',\ 'n\ (C++\ member)',\ '_CPPv41n',\ '',\ None)">
        <desc classes="cpp member" desctype="member" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="member">
            <desc_signature _toc_name="n" _toc_parts="('n',)" classes="sig sig-object" ids="_CPPv41n _CPPv31n _CPPv21n" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        mutable
                    <desc_sig_space classes="w">
                    <pending_xref classname="True" cpp:parent_key="[(n, _CPPv41n)]" modname="True" refdomain="cpp" reftarget="std" reftype="identifier">
                        <desc_sig_name classes="n">
                            std
                    <desc_sig_punctuation classes="p">
                        ::
                    <pending_xref classname="True" cpp:parent_key="[(n, _CPPv41n)]" modname="True" refdomain="cpp" reftarget="std::atomic<int>" reftype="identifier">
                        <desc_sig_name classes="n">
                            atomic
                    <desc_sig_punctuation classes="p">
                        <
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_punctuation classes="p">
                        >
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            n
                    <desc_sig_punctuation classes="p">
                        {
                    <desc_sig_literal_number classes="m">
                        0
                    <desc_sig_punctuation classes="p">
                        }
            <desc_content>
        """#),
  ]
}
