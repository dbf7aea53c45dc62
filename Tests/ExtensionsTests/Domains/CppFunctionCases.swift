/// Without the first version of the ids, from before 2014.
extension DescriptionTests {
  static let cppFunctionCases: [Case] = [
    Case(
      name: "cpp:function",
      argument: "bool foo(int a, const std::string &b = \"x\") const noexcept",
      expected: #"""
        <index entries="('single',\ 'foo\ (C++\ function)',\ '_CPPv4NK3fooEiRKNSt6stringE',\ '',\ None)">
        <desc classes="cpp function" desctype="function" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="foo()" _toc_parts="('foo',)" classes="sig sig-object" ids="_CPPv4NK3fooEiRKNSt6stringE _CPPv3NK3fooEiRKNSt6stringE _CPPv2NK3fooEiRKNSt6stringE" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword_type classes="kt">
                        bool
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            foo
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword_type classes="kt">
                                int
                            <desc_sig_space classes="w">
                            <desc_sig_name classes="n sig-param">
                                a
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword classes="k">
                                const
                            <desc_sig_space classes="w">
                            <pending_xref classname="True" cpp:parent_key="[(foo, _CPPv4NK3fooEiRKNSt6stringE)]" modname="True" refdomain="cpp" reftarget="std" reftype="identifier">
                                <desc_sig_name classes="n">
                                    std
                            <desc_sig_punctuation classes="p">
                                ::
                            <pending_xref classname="True" cpp:parent_key="[(foo, _CPPv4NK3fooEiRKNSt6stringE)]" modname="True" refdomain="cpp" reftarget="std::string" reftype="identifier">
                                <desc_sig_name classes="n">
                                    string
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                &
                            <desc_sig_name classes="n sig-param">
                                b
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                =
                            <desc_sig_space classes="w">
                            <desc_sig_literal_string classes="s">
                                "x"
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        const
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        noexcept
            <desc_content>
        """#),
    Case(
      name: "cpp:function",
      argument: "template<class T, class... Args> std::unique_ptr<T> make(Args&&... args)",
      expected: #"""
        <index entries="('single',\ 'make\ (C++\ function)',\ '_CPPv4I0DpE4makeNSt10unique_ptrI1TEEDpRR4Args',\ '',\ None)">
        <desc classes="cpp function" desctype="function" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="make()" _toc_parts="('make',)" classes="sig sig-object" ids="_CPPv4I0DpE4makeNSt10unique_ptrI1TEEDpRR4Args _CPPv3I0DpE4makeDpRR4Args _CPPv2I0DpE4makeDpRR4Args" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        template
                    <desc_sig_punctuation classes="p">
                        <
                    <desc_sig_keyword classes="k">
                        class
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            T
                    <desc_sig_punctuation classes="p">
                        ,
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        class
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        ...
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            Args
                    <desc_sig_punctuation classes="p">
                        >
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <pending_xref classname="True" cpp:parent_key="[(make, _CPPv4I0DpE4makeNSt10unique_ptrI1TEEDpRR4Args)]" modname="True" refdomain="cpp" reftarget="std" reftype="identifier">
                        <desc_sig_name classes="n">
                            std
                    <desc_sig_punctuation classes="p">
                        ::
                    <pending_xref classname="True" cpp:parent_key="[(make, _CPPv4I0DpE4makeNSt10unique_ptrI1TEEDpRR4Args)]" modname="True" refdomain="cpp" reftarget="std::unique_ptr<T>" reftype="identifier">
                        <desc_sig_name classes="n">
                            unique_ptr
                    <desc_sig_punctuation classes="p">
                        <
                    <pending_xref classname="True" cpp:parent_key="[(make, _CPPv4I0DpE4makeNSt10unique_ptrI1TEEDpRR4Args)]" modname="True" refdomain="cpp" reftarget="T" reftype="identifier">
                        <desc_sig_name classes="n">
                            T
                    <desc_sig_punctuation classes="p">
                        >
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            make
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <pending_xref classname="True" cpp:parent_key="[(make, _CPPv4I0DpE4makeNSt10unique_ptrI1TEEDpRR4Args)]" modname="True" refdomain="cpp" reftarget="Args" reftype="identifier">
                                <desc_sig_name classes="n">
                                    Args
                            <desc_sig_punctuation classes="p">
                                &
                            <desc_sig_punctuation classes="p">
                                &
                            <desc_sig_punctuation classes="p">
                                ...
                            <desc_sig_space classes="w">
                            <desc_sig_name classes="n sig-param">
                                args
            <desc_content>
        """#),
    Case(
      name: "cpp:function", argument: "MyClass::~MyClass()",
      expected: #"""
        <index entries="('single',\ 'MyClass::~MyClass\ (C++\ function)',\ '_CPPv4N7MyClassD0Ev',\ '',\ None)">
        <desc classes="cpp function" desctype="function" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="~MyClass()" _toc_parts="('MyClass', '~MyClass')" classes="sig sig-object" ids="_CPPv4N7MyClassD0Ev _CPPv3N7MyClassD0Ev _CPPv2N7MyClassD0Ev" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                        <pending_xref classname="True" cpp:parent_key="[(MyClass, None), (~MyClass, _CPPv4N7MyClassD0Ev)]" modname="True" refdomain="cpp" reftarget="MyClass" reftype="identifier">
                            <desc_sig_name classes="n">
                                MyClass
                        <desc_sig_punctuation classes="p">
                            ::
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            ~MyClass
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
            <desc_content>
        """#),
    Case(
      name: "cpp:function", argument: "bool operator==(const A &a, const A &b)",
      expected: #"""
        <index entries="('single',\ 'operator==\ (C++\ function)',\ '_CPPv4eqRK1ARK1A',\ '',\ None)">
        <desc classes="cpp function" desctype="function" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="operator==()" _toc_parts="('operator==',)" classes="sig sig-object" ids="_CPPv4eqRK1ARK1A _CPPv3eqRK1ARK1A _CPPv2eqRK1ARK1A" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword_type classes="kt">
                        bool
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_keyword classes="k">
                            operator
                        <desc_sig_operator classes="o">
                            ==
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword classes="k">
                                const
                            <desc_sig_space classes="w">
                            <pending_xref classname="True" cpp:parent_key="[(operator==, _CPPv4eqRK1ARK1A)]" modname="True" refdomain="cpp" reftarget="A" reftype="identifier">
                                <desc_sig_name classes="n">
                                    A
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                &
                            <desc_sig_name classes="n sig-param">
                                a
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword classes="k">
                                const
                            <desc_sig_space classes="w">
                            <pending_xref classname="True" cpp:parent_key="[(operator==, _CPPv4eqRK1ARK1A)]" modname="True" refdomain="cpp" reftarget="A" reftype="identifier">
                                <desc_sig_name classes="n">
                                    A
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                &
                            <desc_sig_name classes="n sig-param">
                                b
            <desc_content>
        """#),
    Case(
      name: "cpp:function",
      argument: "virtual void z(std::function<void(int, const char*)> cb, int (&arr)[3]) = 0",
      expected: #"""
        <index entries="('single',\ 'z\ (C++\ function)',\ '_CPPv41zNSt8functionIFviPKcEEERAL3E_i',\ '',\ None)">
        <desc classes="cpp function" desctype="function" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="z()" _toc_parts="('z',)" classes="sig sig-object" ids="_CPPv41zNSt8functionIFviPKcEEERAL3E_i _CPPv31zNSt8functionIFviPKcEEERAL3E_i _CPPv21zNSt8functionIFviPKcEEERA3_i" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        virtual
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        void
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            z
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                        <desc_parameter noemph="1" xml:space="preserve">
                            <pending_xref classname="True" cpp:parent_key="[(z, _CPPv41zNSt8functionIFviPKcEEERAL3E_i)]" modname="True" refdomain="cpp" reftarget="std" reftype="identifier">
                                <desc_sig_name classes="n">
                                    std
                            <desc_sig_punctuation classes="p">
                                ::
                            <pending_xref classname="True" cpp:parent_key="[(z, _CPPv41zNSt8functionIFviPKcEEERAL3E_i)]" modname="True" refdomain="cpp" reftarget="std::function<void(int, const char*)>" reftype="identifier">
                                <desc_sig_name classes="n">
                                    function
                            <desc_sig_punctuation classes="p">
                                <
                            <desc_sig_keyword_type classes="kt">
                                void
                            <desc_sig_punctuation classes="p">
                                (
                            <desc_sig_keyword_type classes="kt">
                                int
                            <desc_sig_punctuation classes="p">
                                ,
                            <desc_sig_space classes="w">
                            <desc_sig_keyword classes="k">
                                const
                            <desc_sig_space classes="w">
                            <desc_sig_keyword_type classes="kt">
                                char
                            <desc_sig_punctuation classes="p">
                                *
                            <desc_sig_punctuation classes="p">
                                )
                            <desc_sig_punctuation classes="p">
                                >
                            <desc_sig_space classes="w">
                            <desc_sig_name classes="n sig-param">
                                cb
                        <desc_parameter noemph="1" xml:space="preserve">
                            <desc_sig_keyword_type classes="kt">
                                int
                            <desc_sig_space classes="w">
                            <desc_sig_punctuation classes="p">
                                (
                            <desc_sig_punctuation classes="p">
                                &
                            <desc_sig_name classes="n sig-param">
                                arr
                            <desc_sig_punctuation classes="p">
                                )
                            <desc_sig_punctuation classes="p">
                                [
                            <desc_sig_literal_number classes="m">
                                3
                            <desc_sig_punctuation classes="p">
                                ]
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <desc_sig_literal_number classes="m">
                        0
            <desc_content>
        """#),
    Case(
      name: "cpp:function", argument: "static constexpr auto f() -> int",
      expected: #"""
        <index entries="('single',\ 'f\ (C++\ function)',\ '_CPPv41fv',\ '',\ None)">
        <desc classes="cpp function" desctype="function" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="function">
            <desc_signature _toc_name="f()" _toc_parts="('f',)" classes="sig sig-object" ids="_CPPv41fv _CPPv31fv _CPPv21fv" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        static
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        constexpr
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        auto
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            f
                    <desc_parameterlist multi_line_parameter_list="0" xml:space="preserve">
                    <desc_sig_space classes="w">
                    <desc_sig_operator classes="o">
                        ->
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        int
            <desc_content>
        """#),
  ]
}
