import DocTree

/// The nodes of declarations in C and C++. (Sphinx: `describe_signature` of domains.c._ast and
/// domains.cpp._ast.)
struct CNodes {
  let isCpp: Bool
  /// In an alias, a link to what is declared, which stands where the name would be marked.
  let aliasLink: (() -> Reference)?

  init(isCpp: Bool, aliasLink: (() -> Reference)? = nil) {
    self.isCpp = isCpp
    self.aliasLink = aliasLink
  }

  private var domain: String { isCpp ? "cpp" : "c" }
  private var separator: String { isCpp ? "::" : "." }

  static func keyword(_ text: String) -> Node { DescSigKeyword(text) }
  static func punctuation(_ text: String) -> Node { DescSigPunctuation(text) }
  static var space: Node { DescSigSpace(" ") }

  /// A keyword with a space behind it.
  static func lead(_ text: String) -> [Node] { [keyword(text), space] }

  private static func join(_ items: [[Node]]) -> [Node] {
    Array(items.joined(separator: [punctuation(","), space]))
  }

  // MARK: Names

  /// A name that is used: each part is a reference.
  func reference(_ name: CName) -> [Node] {
    var nodes: [Node] = []
    var target = ""
    if name.isRooted {
      nodes.append(Self.punctuation(separator))
      target = separator
    }
    for (index, part) in name.parts.enumerated() {
      if index > 0 {
        nodes.append(Self.punctuation(separator))
        target += separator
      }
      let arguments = part.arguments.map(self.arguments)
      target += part.text + (arguments.map { $0.map { $0.astext() }.joined() } ?? "")
      nodes.append(xref(to: target, part.text))
      nodes += arguments ?? []
    }
    return nodes
  }

  private func xref(to target: String, _ text: String) -> PendingXref {
    let xref = PendingXref(DescSigName(text))
    xref.refdomain = domain
    xref.reftype = "identifier"
    xref.reftarget = target
    xref.set("classname", to: AttributeValue.none)
    xref.set("modname", to: AttributeValue.none)
    return xref
  }

  func arguments(_ items: [CArgument]) -> [Node] {
    [Self.punctuation("<")] + Self.join(items.map(argument)) + [Self.punctuation(">")]
  }

  func argument(_ item: CArgument) -> [Node] {
    switch item {
    case .type(let use): type(use)
    case .value(let tokens): expression(tokens)
    }
  }

  /// The name that is declared, with what it is in before it.
  func declared(_ name: CName) -> [Node] {
    guard let last = name.parts.last else { return [] }
    var nodes: [Node] = []
    if name.parts.count > 1 {
      let before = CName(parts: Array(name.parts.dropLast()))
      let prefix = reference(before) + [Self.punctuation(separator)]
      nodes += aliasLink == nil ? [DescAddname(children: prefix)] : prefix
    }
    nodes +=
      aliasLink.map { linked(declaredPart(last), $0()) } ?? [DescName(children: declaredPart(last))]
    return nodes + (last.arguments.map(arguments) ?? [])
  }

  /// The name in an alias; of an operator, the sign is linked.
  private func linked(_ name: [Node], _ reference: Reference) -> [Node] {
    guard let own = name.last else { return [] }
    // New nodes make no cycle.
    try? reference.append(name.count > 1 ? DescName(own.astext()) : own)
    return name.dropLast() + [reference]
  }

  private func declaredPart(_ part: CName.Part) -> [Node] {
    guard isCpp, part.isOperator else {
      return [DescSigName(part.text.hasPrefix("@") ? "[anonymous]" : part.text)]
    }
    if let type = part.conversion { return Self.lead("operator") + self.type(type) }
    return [Self.keyword("operator"), DescSigOperator(String(part.text.dropFirst(8)))]
  }

  // MARK: Types

  func specifier(_ item: CSpecifier) -> [Node] {
    var nodes: [Node] = []
    for word in item.storage.sorted(by: CSpecifier.precedes) + item.leading {
      nodes += Self.lead(word)
    }
    for (index, word) in item.builtin.enumerated() {
      if index > 0 { nodes.append(Self.space) }
      nodes.append(DescSigKeywordType(word))
    }
    if let name = item.name { nodes += reference(name) }
    if let value = item.decltype {
      nodes += [Self.keyword("decltype"), Self.punctuation("(")] + expression(value)
      nodes.append(Self.punctuation(")"))
    }
    if item.isEmpty, !nodes.isEmpty { nodes.removeLast() }
    for word in item.trailing { nodes += [Self.space, Self.keyword(word)] }
    return nodes
  }

  /// A type where it is used, with the name of a parameter if there is one.
  func type(_ use: CTypeUse) -> [Node] {
    if use.isEllipsis { return [Self.punctuation("...")] }
    var nodes = specifier(use.specifier)
    if needsSpace(use.declarator, behind: 0),
      !use.declarator.isPack || !use.declarator.pointers.isEmpty
    {
      nodes.append(Self.space)
      // References that belong to a pack stand right behind the type.
      if use.declarator.isPack { nodes.removeLast() }
    }
    nodes += declarator(use.declarator, isDeclared: false)
    if let value = use.value {
      nodes += [Self.space, Self.punctuation("="), Self.space] + expression(value)
    }
    return nodes
  }

  /// Whether a space stands behind a type or, if it is followed by words, a pointer. In C, it does
  /// before a pointer that words follow.
  ///
  /// - Parameter count: how many pointers stand before the place.
  private func needsSpace(_ item: CDeclarator, behind count: Int) -> Bool {
    item.needsSpace || !isCpp && item.pointers.dropFirst(count).contains { !$0.words.isEmpty }
  }

  /// - Parameter isDeclared: whether the name is that of what is described.
  func declarator(_ item: CDeclarator, isDeclared: Bool) -> [Node] {
    var nodes: [Node] = []
    for (place, pointer) in item.pointers.enumerated() {
      for sign in pointer.sign { nodes.append(Self.punctuation(String(sign))) }
      for (index, word) in pointer.words.enumerated() {
        if index > 0 { nodes.append(Self.space) }
        nodes.append(Self.keyword(word))
      }
      if !pointer.words.isEmpty, needsSpace(item, behind: place + 1) { nodes.append(Self.space) }
    }
    if item.isPack {
      nodes.append(Self.punctuation("..."))
      if item.needsSpace { nodes.append(Self.space) }
    }
    if let inner = item.inner {
      nodes.append(Self.punctuation("("))
      nodes += declarator(inner, isDeclared: isDeclared)
      nodes.append(Self.punctuation(")"))
    } else if let name = item.name {
      if isDeclared {
        nodes += declared(name)
      } else {
        let element = DescSigName(name.parts.map(\.text).joined(separator: separator))
        if isCpp, aliasLink == nil { element.classes.append("sig-param") }
        nodes.append(element)
      }
    }
    // What stands behind parentheses is the type of what is in them.
    let hasParameterList = isDeclared && item.inner == nil && aliasLink == nil
    for suffix in item.suffixes {
      switch suffix {
      case .array(let size):
        nodes += [Self.punctuation("[")] + expression(size) + [Self.punctuation("]")]
      case .function(let function): nodes += self.function(function, isList: hasParameterList)
      }
    }
    return nodes
  }

  private func function(_ item: CFunction, isList: Bool) -> [Node] {
    var nodes: [Node]
    if isList {
      let list = DescParameterlist(
        children: item.parameters.map { parameter in
          let element = DescParameter(children: type(parameter))
          element.noemph = true
          return element
        })
      list.isMultiline = false
      nodes = [list]
    } else {
      nodes =
        [Self.punctuation("(")] + Self.join(item.parameters.map(type)) + [Self.punctuation(")")]
    }
    for word in item.words {
      nodes.append(Self.space)
      for sign in word.sort == .name ? [word.text] : word.text.map(String.init) {
        nodes.append(word.sort == .name ? Self.keyword(sign) : Self.punctuation(sign))
      }
      guard word.text == "noexcept", let condition = item.noexcept else { continue }
      nodes += [Self.punctuation("(")] + expression(condition) + [Self.punctuation(")")]
    }
    if let returns = item.returns {
      nodes += [Self.space, DescSigOperator("->"), Self.space] + type(returns)
    }
    return nodes
  }

  // MARK: Values

  private static let keywords: Set<String> = [
    "true", "false", "nullptr", "this", "default", "delete", "sizeof", "alignof", "const",
    "volatile", "static", "struct", "union", "enum",
  ]
  /// Those that C has as names.
  private static let cppKeywords: Set<String> = [
    "new", "noexcept", "typeid", "decltype", "typename", "class", "static_cast", "dynamic_cast",
    "const_cast", "reinterpret_cast",
  ]
  private static let binary: Set<String> = [
    "+", "-", "*", "/", "%", "&", "|", "^", "&&", "||", "==", "!=", "<", ">", "<=", ">=", "<<",
    "<=>", "?", ":", "=",
  ]

  /// A value: numbers, texts, names, and signs between them.
  func expression(_ tokens: [CToken]) -> [Node] {
    var nodes: [Node] = []
    var isBehindValue = false
    var target = ""
    let arguments = Self.arguments(in: tokens)
    /// Where the name ends that was begun, with its arguments.
    var nameEnd: Int?
    var partCount = 0
    for (index, token) in tokens.enumerated() {
      let text = token.text
      let previous = index > 0 ? tokens[index - 1] : nil
      if !token.isSign, let previous, !previous.isSign {
        nodes.append(Self.space)
      }
      switch token.sort {
      case .number: nodes.append(DescSigLiteralNumber(text))
      case .string: nodes.append(DescSigLiteralString(text))
      case .character: nodes.append(DescSigLiteralChar(text))
      case .name where Self.keywords.contains(text) || isCpp && Self.cppKeywords.contains(text):
        nodes.append(Self.keyword(text))
      case .name where CParser.builtins.contains(text): nodes.append(DescSigKeywordType(text))
      case .name:
        let isInScope =
          previous?.text == separator && nameEnd == index - 1 && partCount < CParser.partLimit
        partCount = isInScope ? partCount + 1 : 1
        target = isInScope && !target.isEmpty ? target + separator + text : text
        nameEnd = index + 1
        if let sign = previous?.text, sign == "->" || sign == ".", !isInScope {
          // What it is a member of is not known.
          nodes.append(DescSigName(text))
          target = ""
        } else {
          if let (text, end) = arguments[index + 1] {
            target += text
            nameEnd = end
          }
          nodes.append(xref(to: target, text))
        }
      case .punctuation where text == ",": nodes += [Self.punctuation(","), Self.space]
      case .angle: nodes.append(Self.punctuation(text))
      case .punctuation where Self.binary.contains(text) && isBehindValue:
        nodes += [Self.space, DescSigOperator(text), Self.space]
      case .punctuation where text == "..." || "([{)]}::.".contains(text):
        nodes.append(Self.punctuation(text))
      case .punctuation where CParser.builtins.contains(previous?.text ?? ""):
        nodes.append(Self.punctuation(text))
      case .punctuation: nodes.append(DescSigOperator(text))
      }
      isBehindValue =
        token.isSign
        ? [")", "]", "}"].contains(text) : !(token.sort == .name && CParser.builtins.contains(text))
    }
    return nodes
  }

  /// The texts of template arguments, by where they begin, and the places behind them.
  private static func arguments(in tokens: [CToken]) -> [Int: (text: String, end: Int)] {
    var result: [Int: (text: String, end: Int)] = [:]
    var open: [Int] = []
    for (index, token) in tokens.enumerated() where token.sort == .angle {
      guard token.text == ">" else {
        open.append(index)
        continue
      }
      guard let start = open.popLast() else { continue }
      let text = tokens[start...index].map { $0.text == "," ? ", " : $0.text }.joined()
      result[start] = (text, index + 1)
    }
    return result
  }

  /// `[[nodiscard]]`
  func attributes(_ items: [[CToken]]) -> [Node] {
    items.flatMap { tokens in
      [
        Self.punctuation("[["), Text(tokens.map(\.text).joined()), Self.punctuation("]]"),
        Self.space,
      ] as [Node]
    }
  }

  // MARK: Templates

  /// `template<typename T>`
  ///
  /// - Parameter isInner: whether it is a parameter of another one.
  func template(_ parameters: [CTemplateParameter], isInner: Bool = false) -> [Node] {
    var items: [[Node]] = []
    for parameter in parameters {
      var nodes: [Node] = []
      if let keyword = parameter.keyword {
        if let inner = parameter.inner { nodes += template(inner, isInner: true) + [Self.space] }
        nodes.append(Self.keyword(keyword))
        if parameter.name != nil || parameter.isPack { nodes.append(Self.space) }
        if parameter.isPack { nodes.append(Self.punctuation("...")) }
        if let name = parameter.name {
          nodes.append(isInner ? DescSigName(name) : DescName(DescSigName(name)))
        }
        if let fallback = parameter.fallback {
          nodes += [Self.space, Self.punctuation("="), Self.space] + argument(fallback)
        }
      } else if let type = parameter.type {
        nodes = specifier(type.specifier)
        if type.declarator.needsSpace { nodes.append(Self.space) }
        nodes += declarator(type.declarator, isDeclared: true)
        if let value = type.value {
          nodes += [Self.space, Self.punctuation("="), Self.space] + expression(value)
        }
      }
      items.append(nodes)
    }
    return [Self.keyword("template"), Self.punctuation("<")] + Self.join(items)
      + [Self.punctuation(">")]
  }
}
