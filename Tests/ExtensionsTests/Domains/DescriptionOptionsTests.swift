import DocTree
import DocTreeExtensions
import Testing

/// The options that descriptions take are those of Sphinx 9.0's directives (their option_spec).
@Suite struct DescriptionOptionsTests {
  private static let specifications: [(directives: String, options: String)] = [
    (
      "c:enum c:enumerator c:function c:macro c:member c:struct c:type c:union "
        + "c:var",
      "no-contents-entry no-index-entry no-typesetting nocontentsentry noindexentry "
        + "single-line-parameter-list"
    ),
    (
      "cmdoption describe envvar object option rst:directive rst:role",
      "no-contents-entry no-index no-index-entry no-typesetting nocontentsentry "
        + "noindex noindexentry"
    ),
    (
      "confval",
      "default no-contents-entry no-index no-index-entry no-typesetting type"
    ),
    (
      "cpp:class cpp:concept cpp:enum cpp:enum-class cpp:enum-struct cpp:enumerator "
        + "cpp:function cpp:member cpp:struct cpp:type cpp:union cpp:var",
      "no-contents-entry no-index-entry no-typesetting nocontentsentry noindexentry "
        + "single-line-parameter-list tparam-line-spec"
    ),
    (
      "js:attribute js:class js:data js:function js:method",
      "no-contents-entry no-index no-index-entry no-typesetting nocontentsentry "
        + "noindex noindexentry single-line-parameter-list"
    ),
    (
      "js:module",
      "no-contents-entry no-index no-index-entry no-typesetting nocontentsentry "
        + "noindex"
    ),
    (
      "py:attribute py:data",
      "annotation canonical module no-contents-entry no-index no-index-entry "
        + "no-typesetting nocontentsentry noindex noindexentry "
        + "single-line-parameter-list single-line-type-parameter-list type value"
    ),
    (
      "py:class py:exception",
      "abstract annotation canonical final module no-contents-entry no-index "
        + "no-index-entry no-typesetting nocontentsentry noindex noindexentry "
        + "single-line-parameter-list single-line-type-parameter-list"
    ),
    (
      "py:classmethod py:staticmethod py:type",
      "annotation canonical module no-contents-entry no-index no-index-entry "
        + "no-typesetting nocontentsentry noindex noindexentry "
        + "single-line-parameter-list single-line-type-parameter-list"
    ),
    (
      "py:decorator py:function",
      "annotation async canonical module no-contents-entry no-index no-index-entry "
        + "no-typesetting nocontentsentry noindex noindexentry "
        + "single-line-parameter-list single-line-type-parameter-list"
    ),
    (
      "py:decoratormethod py:method",
      "abstract abstractmethod annotation async canonical classmethod final module "
        + "no-contents-entry no-index no-index-entry no-typesetting nocontentsentry "
        + "noindex noindexentry single-line-parameter-list "
        + "single-line-type-parameter-list staticmethod"
    ),
    (
      "py:module",
      "deprecated no-contents-entry no-index no-index-entry no-typesetting "
        + "nocontentsentry noindex platform synopsis"
    ),
    (
      "py:property",
      "abstract abstractmethod annotation canonical classmethod module "
        + "no-contents-entry no-index no-index-entry no-typesetting nocontentsentry "
        + "noindex noindexentry single-line-parameter-list "
        + "single-line-type-parameter-list type"
    ),
    (
      "rst:directive:option",
      "no-contents-entry no-index no-index-entry no-typesetting nocontentsentry "
        + "noindex noindexentry type"
    ),
  ]

  @Test func optionsAreSphinxs() throws {
    let registry = try Registry(extensions: [
      ObjectDescriptions(), PythonDomain(), JavaScriptDomain(), CDomain(), CppDomain(),
    ])
    for (directives, options) in Self.specifications {
      for name in directives.split(separator: " ") {
        let directive = try #require(registry.directive(String(name)))
        #expect(
          directive.optionNames?.sorted() == options.split(separator: " ").map(String.init),
          "\(name)")
      }
    }
  }

  @Test func others() throws {
    let page = try MystPage(
      """
      ```{js:module} m
      :no-index-entry:
      :platform: x
      ```

      ```{c:function} int f(void)
      :noindex:
      ```

      ```{confval} x
      :defalt: 1
      :default:
      ```
      """, phase: .read)
    func line(_ start: String, _ names: String, _ hint: String = "") -> String {
      let list = names.split(separator: " ").map { "'\($0)'" }.joined(separator: ", ")
      return "<string>:\(start) (allowed: [\(list)])\(hint) [myst.directive_option]"
    }
    #expect(
      page.messages.filter { $0.contains("myst.directive_option") } == [
        line(
          "3:2: warning: 'js:module': Unknown option key: 'platform'",
          "no-contents-entry no-index no-index-entry no-typesetting nocontentsentry noindex"),
        line(
          "7:2: warning: 'c:function': Unknown option key: 'noindex'",
          "no-contents-entry no-index-entry no-typesetting nocontentsentry noindexentry "
            + "single-line-parameter-list"),
        line(
          "11:2: warning: 'confval': Unknown option key: 'defalt'",
          "default no-contents-entry no-index no-index-entry no-typesetting type",
          "; did you mean 'default'?"),
        "<string>:12:10: warning: 'confval': Invalid option value for 'default': argument "
          + "required but none supplied [myst.directive_option]",
      ])
    // The module is in no index, and is there all the same.
    #expect(
      !page.tree.contains("m (module)")
        && page.tree.contains("<target ids=\"module-m\" ismod=\"1\">"),
      "\(page.tree)")
  }
}
