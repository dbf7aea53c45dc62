/// A name with what it is in: `std::vector<int>`.
struct CName {
  struct Part {
    var text: String
    /// The template arguments; nil for none.
    var arguments: [CArgument]?
    /// The type that an operator converts to.
    var conversion: CTypeUse?

    var isOperator: Bool { text.hasPrefix("operator") && text != "operator_" }
  }
  /// Whether it begins with `::`.
  var isRooted = false
  var parts: [Part]
}

/// A template argument: a type, or a value.
enum CArgument {
  case type(CTypeUse)
  case value([CToken])
}

/// A type where it is used, with the declarator that belongs to it.
final class CTypeUse {
  var specifier = CSpecifier()
  var declarator = CDeclarator()
  /// What stands behind `=`.
  var value: [CToken]?
  /// Whether it is the `...` of a function that takes any number of arguments.
  var isEllipsis = false
}

/// What stands before a declarator.
struct CSpecifier {
  /// `static`, `virtual`.
  var storage: [String] = []
  var isConst = false
  var isVolatile = false
  /// The words before the name of the type, in their order: `const`, `struct`.
  var leading: [String] = []
  /// The words of a type of the language: `unsigned`, `int`.
  var builtin: [String] = []
  var name: CName?
  /// What stands in `decltype(…)`.
  var decltype: [CToken]?
  /// The words behind: `const`.
  var trailing: [String] = []

  var isEmpty: Bool { builtin.isEmpty && name == nil && decltype == nil }

  /// The order in which words are shown, however they are written. (Sphinx: ASTDeclSpecsSimple.)
  private static let order = [
    "extern", "static", "register", "mutable", "thread_local", "_Thread_local", "inline", "friend",
    "virtual", "explicit", "consteval", "constexpr", "constinit",
  ]

  static func precedes(_ left: String, _ right: String) -> Bool {
    (order.firstIndex(of: left) ?? order.count) < (order.firstIndex(of: right) ?? order.count)
  }
}

/// What stands around the name of something declared.
final class CDeclarator {
  struct Pointer {
    /// `*`, `&`, `&&`
    var sign: String
    var words: [String]
  }
  enum Suffix {
    case array([CToken])
    case function(CFunction)
  }
  var pointers: [Pointer] = []
  var isPack = false
  var inner: CDeclarator?
  var name: CName?
  var suffixes: [Suffix] = []

  /// Whether something stands between it and the type that a space sets off.
  var needsSpace: Bool { name != nil || inner != nil }

  /// The name in the innermost parentheses.
  var declaredName: CName? {
    var declarator: CDeclarator? = self
    while let current = declarator {
      if let name = current.name { return name }
      declarator = current.inner
    }
    return nil
  }

  /// The parameters of what is declared, where it is a function.
  var declaredFunction: CFunction? {
    var current = self
    while let inner = current.inner { current = inner }
    for case .function(let function) in current.suffixes { return function }
    return nil
  }
}

/// The parameters of a function and what stands behind them.
final class CFunction {
  var parameters: [CTypeUse] = []
  /// `const`, `noexcept`, `override`, `&`, each with a space before it.
  var words: [CToken] = []
  /// What stands in `noexcept(…)`.
  var noexcept: [CToken]?
  var returns: CTypeUse?
}

/// A parameter of a template.
struct CTemplateParameter {
  /// `typename` or `class`; nil for a value.
  var keyword: String?
  /// Its own parameters, if it is a template.
  var inner: [CTemplateParameter]?
  var isPack = false
  var name: String?
  var fallback: CArgument?
  /// The type of a value.
  var type: CTypeUse?
}
