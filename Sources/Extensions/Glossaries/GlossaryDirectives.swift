public import DocTree

/// What the index, the glossary and the grammar of a project are made of: `glossary`, `index`,
/// `productionlist`.
public struct GlossaryDirectives: Extension {
  public let name = "glossary"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(directive: "glossary", GlossaryDirective())
    registry.add(directive: "std:glossary", GlossaryDirective())
    registry.add(directive: "index", IndexDirective())
    registry.add(directive: "productionlist", ProductionListDirective())
    registry.add(transform: MarkedGlossaries().only(in: .sphinx))
    registry.add(directive: "std:productionlist", ProductionListDirective())
    registry.add(transform: SortGlossaries())
  }
}

/// Terms, each in a line of its own, and below them, indented, what they mean.
/// (Sphinx: domains.std.Glossary.)
struct GlossaryDirective: Directive {
  struct Options: Decodable {
    var sorted: Flag?
  }

  /// Terms that mean the same, and the lines that say what.
  private struct Entry {
    var terms: [(text: Substring, line: Int)]
    var definition: [Substring] = []
    var definitionLine = 0
    var indentation = 0
  }

  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let list = DefinitionList(children: [], position: call.contentPosition)
    list.classes = ["glossary"]
    for entry in entries(of: call, in: context) {
      let item = DefinitionListItem()
      item.position = position(entry.terms[0].line, of: call)
      for (text, line) in entry.terms {
        try item.append(try term(text, at: position(line, of: call), in: context))
      }
      let place = position(entry.definitionLine, of: call, column: entry.indentation)
      let text = entry.definition.joined(separator: "\n")
      try item.append(
        Definition(children: try context.parseBlocks(text, at: place), position: place))
      try list.append(item)
    }
    let glossary = Glossary(children: [list], position: call.position)
    glossary.sorted = call.options.sorted != nil
    return [glossary]
  }

  private func position(
    _ line: Int, of call: DirectiveCall<Options>, column: Int = 0
  ) -> SourcePosition {
    call.contentPosition.advanced(lines: line, columns: column)
  }

  private func entries(
    of call: DirectiveCall<Options>, in context: any ParseContext
  ) -> [Entry] {
    func warn(_ message: String, _ line: Int) {
      context.document.report(.warning, message, position: position(line, of: call))
    }
    var entries: [Entry] = []
    var isInDefinition = true
    var isInComment = false
    var isBehindBlank = true
    for (number, line) in call.text.lines.enumerated() {
      if line.allSatisfy(\.isWhitespace) {
        if isInDefinition, !entries.isEmpty { entries[entries.count - 1].definition.append("") }
        isBehindBlank = true
        continue
      }
      let indentation = line.prefix(while: \.isWhitespace).count
      if indentation == 0 {
        isInComment = line.hasPrefix(".. ") || line.hasPrefix("% ")
        if isInComment { continue }
        if isInDefinition {
          if !isBehindBlank { warn("glossary term must be preceded by empty line", number) }
          entries.append(Entry(terms: [(line, number)]))
          isInDefinition = false
        } else {
          if isBehindBlank {
            warn("glossary terms must not be separated by empty lines", number)
          }
          entries[entries.count - 1].terms.append((line, number))
        }
      } else if !isInComment {
        guard let last = entries.indices.last else {
          warn("glossary seems to be misformatted, check indentation", number)
          isBehindBlank = false
          continue
        }
        if !isInDefinition {
          isInDefinition = true
          entries[last].indentation = indentation
          entries[last].definitionLine = number
        }
        entries[last].definition.append(
          line.dropFirst(min(indentation, entries[last].indentation)))
      }
      isBehindBlank = false
    }
    return entries
  }

  /// - Parameter line: the term and, behind ` : `, the letter that the index has it under.
  private func term(
    _ line: Substring, at position: SourcePosition, in context: any ParseContext
  ) throws -> Term {
    let (text, key) = GlossaryTerm.split(line)
    let term = try context.parseInline(text, as: Term.self, at: position)
    context.document.noteRawSource(String(line), of: term)
    try GlossaryTerm.enter(term, key: key, in: context.document)
    return term
  }
}

extension GlossaryTerm {
  /// A term, and the letter that stands behind a colon: the index has it under that.
  static func split(_ line: Substring) -> (text: String, key: String?) {
    guard let colon = line.firstColon else { return (line.trimmed, nil) }
    let rest = line[colon.upperBound...]
    let key = rest.firstColon.map { rest[..<$0.lowerBound] } ?? rest
    return (line[..<colon.lowerBound].trimmed, key.trimmed)
  }
}

extension Substring {
  /// The first colon with spaces around it, and they.
  fileprivate var firstColon: Range<Index>? {
    var start = startIndex
    while let colon = self[start...].firstIndex(of: ":") {
      let next = index(after: colon)
      if colon > startIndex, self[index(before: colon)] == " ", next < endIndex, self[next] == " " {
        let before = self[..<colon].lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex
        let after = self[next...].firstIndex { $0 != " " } ?? endIndex
        if after < endIndex { return before..<after }
      }
      start = next
    }
    return nil
  }
}

/// Ids that keep the case of what they are made of. (Sphinx: util.nodes.make_id.)
enum SphinxID {
  static func make(_ prefix: String, _ text: String, in document: Document) -> String {
    var id = ""
    for scalar in text.unicodeScalars {
      let isKept =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || scalar == "." || scalar == "_"
      if isKept { id.unicodeScalars.append(scalar) } else if id.last != "-" { id += "-" }
    }
    while id.last == "-" { id.removeLast() }
    while let first = id.first, first == "-" { id.removeFirst() }
    let candidate = "\(prefix)-\(id)"
    if !id.isEmpty, document.element(withID: candidate) == nil { return candidate }
    return next(prefix, in: document)
  }

  /// `index-0`, or a number that is free behind one that is not.
  ///
  /// - Complexity: O(log *n*) in the number of those that are taken, if no author has taken any.
  static func next(_ prefix: String, in document: Document) -> String {
    func isTaken(_ number: Int) -> Bool {
      document.element(withID: "\(prefix)-\(number)") != nil
    }
    guard isTaken(0) else { return "\(prefix)-0" }
    var taken = 0
    var free = 1
    while isTaken(free) {
      taken = free
      free *= 2
    }
    while free - taken > 1 {
      let middle = (taken + free) / 2
      if isTaken(middle) { taken = middle } else { free = middle }
    }
    return "\(prefix)-\(free)"
  }
}

/// Sorts the glossaries that ask for it. (Sphinx: transforms.GlossarySorter.)
struct SortGlossaries: Transform {
  let priority = 500
  let kinds: [Node.Type]? = [Glossary.self]

  func apply(to document: Document, in context: TransformContext) throws {
    for glossary in document.findAll(Glossary.self) where glossary.sorted {
      guard let list = glossary.children.first as? DefinitionList else { continue }
      let items = list.children.enumerated().map { index, item in
        (key: item.asElement?.children.first?.astext().lowercased() ?? "", index: index, item: item)
      }
      try list.setChildren(
        items.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.item))
    }
  }
}
