/// Without the first version of the ids, from before 2014.
extension DescriptionTests {
  static let cppTypeCases: [Case] = [
    Case(
      name: "cpp:class", argument: "template<typename T> ns::Box : public Base<T>, private Other",
      expected: #"""
        <index entries="('single',\ 'ns::Box\ (C++\ class)',\ '_CPPv4I0EN2ns3BoxE',\ '',\ None)">
        <desc classes="cpp class" desctype="class" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="class">
            <desc_signature _toc_name="Box" _toc_parts="('ns', 'Box')" classes="sig sig-object" ids="_CPPv4I0EN2ns3BoxE _CPPv3I0EN2ns3BoxE _CPPv2I0EN2ns3BoxE" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        template
                    <desc_sig_punctuation classes="p">
                        <
                    <desc_sig_keyword classes="k">
                        typename
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            T
                    <desc_sig_punctuation classes="p">
                        >
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        class
                    <desc_sig_space classes="w">
                    <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                        <pending_xref classname="True" cpp:parent_key="[(ns, None), (Box, _CPPv4I0EN2ns3BoxE)]" modname="True" refdomain="cpp" reftarget="ns" reftype="identifier">
                            <desc_sig_name classes="n">
                                ns
                        <desc_sig_punctuation classes="p">
                            ::
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            Box
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        :
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        public
                    <desc_sig_space classes="w">
                    <pending_xref classname="True" cpp:parent_key="[(ns, None), (Box, _CPPv4I0EN2ns3BoxE)]" modname="True" refdomain="cpp" reftarget="Base<T>" reftype="identifier">
                        <desc_sig_name classes="n">
                            Base
                    <desc_sig_punctuation classes="p">
                        <
                    <pending_xref classname="True" cpp:parent_key="[(ns, None), (Box, _CPPv4I0EN2ns3BoxE)]" modname="True" refdomain="cpp" reftarget="T" reftype="identifier">
                        <desc_sig_name classes="n">
                            T
                    <desc_sig_punctuation classes="p">
                        >
                    <desc_sig_punctuation classes="p">
                        ,
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        private
                    <desc_sig_space classes="w">
                    <pending_xref classname="True" cpp:parent_key="[(ns, None), (Box, _CPPv4I0EN2ns3BoxE)]" modname="True" refdomain="cpp" reftarget="Other" reftype="identifier">
                        <desc_sig_name classes="n">
                            Other
            <desc_content>
        """#),
    Case(
      name: "cpp:enum-class", argument: "E : unsigned int",
      expected: #"""
        <index entries="('single',\ 'E\ (C++\ enum)',\ '_CPPv41E',\ '',\ None)">
        <desc classes="cpp enum-class" desctype="enum-class" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="enum-class">
            <desc_signature _toc_name="E" _toc_parts="('E',)" classes="sig sig-object" ids="_CPPv41E _CPPv31E _CPPv21E" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        enum
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        class
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            E
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        :
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        unsigned
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        int
            <desc_content>
        """#),
    Case(
      name: "cpp:enumerator", argument: "E::A = 1",
      expected: #"""
        <index entries="('single',\ 'E::A\ (C++\ enumerator)',\ '_CPPv4N1E1AE',\ '',\ None)">
        <desc classes="cpp enumerator" desctype="enumerator" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="enumerator">
            <desc_signature _toc_name="A" _toc_parts="('E', 'A')" classes="sig sig-object" ids="_CPPv4N1E1AE _CPPv3N1E1AE _CPPv2N1E1AE" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        enumerator
                    <desc_sig_space classes="w">
                    <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                        <pending_xref classname="True" cpp:parent_key="[(E, None), (A, _CPPv4N1E1AE)]" modname="True" refdomain="cpp" reftarget="E" reftype="identifier">
                            <desc_sig_name classes="n">
                                E
                        <desc_sig_punctuation classes="p">
                            ::
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            A
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <desc_sig_literal_number classes="m">
                        1
            <desc_content>
        """#),
    Case(
      name: "cpp:member", argument: "static const int C::m = 3",
      expected: #"""
        <index entries="('single',\ 'C::m\ (C++\ member)',\ '_CPPv4N1C1mE',\ '',\ None)">
        <desc classes="cpp member" desctype="member" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="member">
            <desc_signature _toc_name="m" _toc_parts="('C', 'm')" classes="sig sig-object" ids="_CPPv4N1C1mE _CPPv3N1C1mE _CPPv2N1C1mE" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        static
                    <desc_sig_space classes="w">
                    <desc_sig_keyword classes="k">
                        const
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_space classes="w">
                    <desc_addname classes="sig-prename descclassname" xml:space="preserve">
                        <pending_xref classname="True" cpp:parent_key="[(C, None), (m, _CPPv4N1C1mE)]" modname="True" refdomain="cpp" reftarget="C" reftype="identifier">
                            <desc_sig_name classes="n">
                                C
                        <desc_sig_punctuation classes="p">
                            ::
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            m
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <desc_sig_literal_number classes="m">
                        3
            <desc_content>
        """#),
    Case(
      name: "cpp:var", argument: "std::map<int, std::string> x",
      expected: #"""
        <index entries="('single',\ 'x\ (C++\ member)',\ '_CPPv41x',\ '',\ None)">
        <desc classes="cpp var" desctype="var" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="var">
            <desc_signature _toc_name="x" _toc_parts="('x',)" classes="sig sig-object" ids="_CPPv41x _CPPv31x _CPPv21x" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <pending_xref classname="True" cpp:parent_key="[(x, _CPPv41x)]" modname="True" refdomain="cpp" reftarget="std" reftype="identifier">
                        <desc_sig_name classes="n">
                            std
                    <desc_sig_punctuation classes="p">
                        ::
                    <pending_xref classname="True" cpp:parent_key="[(x, _CPPv41x)]" modname="True" refdomain="cpp" reftarget="std::map<int, std::string>" reftype="identifier">
                        <desc_sig_name classes="n">
                            map
                    <desc_sig_punctuation classes="p">
                        <
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_punctuation classes="p">
                        ,
                    <desc_sig_space classes="w">
                    <pending_xref classname="True" cpp:parent_key="[(x, _CPPv41x)]" modname="True" refdomain="cpp" reftarget="std" reftype="identifier">
                        <desc_sig_name classes="n">
                            std
                    <desc_sig_punctuation classes="p">
                        ::
                    <pending_xref classname="True" cpp:parent_key="[(x, _CPPv41x)]" modname="True" refdomain="cpp" reftarget="std::string" reftype="identifier">
                        <desc_sig_name classes="n">
                            string
                    <desc_sig_punctuation classes="p">
                        >
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            x
            <desc_content>
        """#),
    Case(
      name: "cpp:type", argument: "V = int*",
      expected: #"""
        <index entries="('single',\ 'V\ (C++\ type)',\ '_CPPv41V',\ '',\ None)">
        <desc classes="cpp type" desctype="type" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="type">
            <desc_signature _toc_name="V" _toc_parts="('V',)" classes="sig sig-object" ids="_CPPv41V _CPPv31V _CPPv21V" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        using
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            V
                    <desc_sig_space classes="w">
                    <desc_sig_punctuation classes="p">
                        =
                    <desc_sig_space classes="w">
                    <desc_sig_keyword_type classes="kt">
                        int
                    <desc_sig_punctuation classes="p">
                        *
            <desc_content>
        """#),
    Case(
      name: "cpp:type", argument: "W",
      expected: #"""
        <index entries="('single',\ 'W\ (C++\ type)',\ '_CPPv41W',\ '',\ None)">
        <desc classes="cpp type" desctype="type" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="type">
            <desc_signature _toc_name="W" _toc_parts="('W',)" classes="sig sig-object" ids="_CPPv41W _CPPv31W _CPPv21W" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        type
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            W
            <desc_content>
        """#),
    Case(
      name: "cpp:concept", argument: "template<typename T> Addable",
      expected: #"""
        <index entries="('single',\ 'Addable\ (C++\ concept)',\ '_CPPv4I0E7Addable',\ '',\ None)">
        <desc classes="cpp concept" desctype="concept" domain="cpp" no-contents-entry="0" no-index="0" no-index-entry="0" no-typesetting="0" nocontentsentry="0" noindex="0" noindexentry="0" objtype="concept">
            <desc_signature _toc_name="Addable" _toc_parts="('Addable',)" classes="sig sig-object" ids="_CPPv4I0E7Addable _CPPv3I0E7Addable _CPPv2I0E7Addable" is_multiline="1" multi_line_parameter_list="0">
                <desc_signature_line xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        template
                    <desc_sig_punctuation classes="p">
                        <
                    <desc_sig_keyword classes="k">
                        typename
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            T
                    <desc_sig_punctuation classes="p">
                        >
                <desc_signature_line add_permalink="1" xml:space="preserve">
                    <desc_sig_keyword classes="k">
                        concept
                    <desc_sig_space classes="w">
                    <desc_name classes="sig-name descname" xml:space="preserve">
                        <desc_sig_name classes="n">
                            Addable
            <desc_content>
        """#),
  ]
}
