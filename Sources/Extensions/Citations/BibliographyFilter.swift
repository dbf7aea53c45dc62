import DocTree

/// Which works a bibliography lists, as a condition in the syntax of Python: `cited and year >= "1990"`.
/// (sphinxcontrib-bibtex: the option filter.)
///
/// There are texts, sets of texts, and what is true or false; which of them a part is, is known before any
/// work is.
struct BibliographyFilter {
  /// What is asked of a work.
  struct Facts {
    let work: CitationData.Work
    /// The page of the bibliography.
    let page: String
    /// The pages that cite it.
    let citingPages: Set<String>
  }

  enum Value: Equatable {
    case flag(Bool)
    case text(String)
    case set(Set<String>)

    /// Whether it counts as true.
    var isTrue: Bool {
      switch self {
      case .flag(let flag): flag
      case .text(let text): !text.isEmpty
      case .set(let set): !set.isEmpty
      }
    }
  }

  /// Each operator stands behind what it is applied to.
  private let steps: [FilterStep]

  /// The fields that are asked for.
  let fields: Set<String>

  /// - Parameter position: where the text begins.
  /// - Throws: ``MarkupError`` for what is no condition, at the place of what is wrong with it.
  init(_ text: String, at position: SourcePosition = .unknown) throws(MarkupError) {
    var parser = FilterParser(text, at: position)
    steps = try parser.parse()
    var fields: Set<String> = []
    for case .name(let name) in steps { fields.insert(name) }
    self.fields = fields.subtracting(["type", "key", "cited", "docname", "docnames"])
  }

  private init(steps: [FilterStep]) {
    self.steps = steps
    fields = []
  }

  static var all: BibliographyFilter { BibliographyFilter(steps: [.value(.flag(true))]) }

  func accepts(_ facts: Facts) -> Bool {
    var stack: [Value] = []
    for step in steps {
      switch step {
      case .value(let value): stack.append(value)
      case .name(let name): stack.append(facts.value(of: name))
      case .pattern(let pattern):
        let text = stack.popLast()
        stack.append(.flag(pattern.isFound(in: text)))
      case .not: stack.append(.flag(!(stack.popLast()?.isTrue ?? false)))
      case .binary(let operation):
        guard let right = stack.popLast(), let left = stack.popLast() else { return false }
        stack.append(operation.apply(left, right))
      }
    }
    return stack.last?.isTrue ?? false
  }
}

extension BibliographyFilter.Facts {
  fileprivate func value(of name: String) -> BibliographyFilter.Value {
    switch name {
    case "cited": .flag(!citingPages.isEmpty)
    case "docname": .text(page)
    case "docnames": .set(citingPages)
    default: .text(work.field(name))
    }
  }
}

/// A step of a filter, in the order in which they are done.
enum FilterStep {
  case value(BibliographyFilter.Value)
  case name(String)
  case pattern(FilterPattern)
  case not
  case binary(FilterOperation)
}

/// A regular expression that is searched for whatever its case. It takes the time that its author makes it
/// take.
struct FilterPattern {
  private let regex: Regex<AnyRegexOutput>

  /// - Throws: what is wrong with the expression.
  init(_ text: String) throws {
    regex = try Regex(text).ignoresCase().matchingSemantics(.unicodeScalar)
  }

  func isFound(in value: BibliographyFilter.Value?) -> Bool {
    guard case .text(let text) = value else { return false }
    return text.firstMatch(of: regex) != nil
  }
}

/// What two values become.
enum FilterOperation: String {
  case or, and
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case isNotIn = "not in"
  case union = "|"
  case intersection = "&"
  case match = "%"

  typealias Value = BibliographyFilter.Value

  /// How tightly it binds.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    // Of `not`, it is 3.
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .isNotIn: 4
    case .union: 5
    case .intersection: 6
    case .match: 7
    }
  }

  static let comparison = 4

  /// What it makes of two sorts of values; nil if it does not take them.
  func result(_ left: FilterSort, _ right: FilterSort) -> FilterSort? {
    switch self {
    case .or, .and, .equal, .unequal: .flag
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      left == right && left != .flag ? .flag : nil
    case .isIn, .isNotIn: left == .text && right != .flag ? .flag : nil
    case .union, .intersection: left == right && left != .text ? left : nil
    case .match: left == .text && right == .text ? .flag : nil
    }
  }

  func apply(_ left: Value, _ right: Value) -> Value {
    switch (self, left, right) {
    case (.or, _, _): .flag(left.isTrue || right.isTrue)
    case (.and, _, _): .flag(left.isTrue && right.isTrue)
    case (.equal, _, _): .flag(left == right)
    case (.unequal, _, _): .flag(left != right)
    case (.less, .text(let left), .text(let right)): .flag(left < right)
    case (.lessOrEqual, .text(let left), .text(let right)): .flag(left <= right)
    case (.greater, .text(let left), .text(let right)): .flag(left > right)
    case (.greaterOrEqual, .text(let left), .text(let right)): .flag(left >= right)
    case (.less, .set(let left), .set(let right)): .flag(left.isStrictSubset(of: right))
    case (.lessOrEqual, .set(let left), .set(let right)): .flag(left.isSubset(of: right))
    case (.greater, .set(let left), .set(let right)): .flag(left.isStrictSuperset(of: right))
    case (.greaterOrEqual, .set(let left), .set(let right)): .flag(left.isSuperset(of: right))
    case (.isIn, .text(let left), .text(let right)): .flag(left.isEmpty || right.contains(left))
    case (.isNotIn, .text(let left), .text(let right)):
      .flag(!left.isEmpty && !right.contains(left))
    case (.isIn, .text(let left), .set(let right)): .flag(right.contains(left))
    case (.isNotIn, .text(let left), .set(let right)): .flag(!right.contains(left))
    case (.union, .set(let left), .set(let right)): .set(left.union(right))
    case (.intersection, .set(let left), .set(let right)): .set(left.intersection(right))
    case (.union, .flag(let left), .flag(let right)): .flag(left || right)
    case (.intersection, .flag(let left), .flag(let right)): .flag(left && right)
    // The parser lets nothing else pass.
    default: .flag(false)
    }
  }
}

/// A sort of values.
enum FilterSort: String {
  case flag = "true or false"
  case text = "a text"
  case set = "a set"
}
