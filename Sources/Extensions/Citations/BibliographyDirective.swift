import DocTree

/// The list of works. The argument is the files that describe them, where they are not those of the
/// configuration.
struct BibliographyDirective: Directive {
  enum List: String, Decodable, Sendable, CaseIterable { case citation, enumerated, bullet }

  struct Options: NamingOptions {
    var all: Flag?
    var cited: Flag?
    var `class`: ClassNames?
    var encoding: TextEncoding?
    var filter: String?
    var keyprefix: String?
    var labelprefix: String?
    var list: List?
    var name: String?
    var notcited: Flag?
    var start: Int?
    var style: BibliographyStyle?
  }

  let argument = DirectiveArgument.optional
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    let result = Bibliography(children: [], position: call.position)
    let filter =
      options.all != nil
      ? "all" : options.notcited != nil ? "notcited" : options.filter ?? "cited"
    result.filter = Self.filter(filter, of: call, in: context).name
    result.style = options.style?.rawValue
    result.list = options.list?.rawValue
    result.start = options.start ?? 1
    result.labelPrefix = options.labelprefix ?? ""
    result.keyPrefix = options.keyprefix ?? ""
    options.apply(to: result, in: context)
    let named = call.argument.split(whereSeparator: \.isWhitespace)
    if named.isEmpty {
      for file in context.configuration[Citations.files] {
        try result.append(entries(of: try configured(file, in: context), in: context))
      }
    } else {
      for file in named {
        let offset = call.argument.utf8.distance(
          from: call.argument.startIndex, to: file.startIndex)
        let source = try context.readFile(
          String(file), namedAt: call.argumentPosition.advanced(columns: offset))
        try result.append(entries(of: source, in: context))
      }
    }
    if result.children.isEmpty {
      context.document.report(
        .warning,
        named.isEmpty
          ? "no works: name BibTeX files as the argument or in bibtex_bibfiles"
          : "there are no works in \(named.joined(separator: ", "))",
        position: call.argumentPosition, category: "bibtex")
    }
    return [result]
  }

  /// A filter that is not known keeps all works: without them, whatever cites one would fail.
  private static func filter(
    _ text: String, of call: DirectiveCall<Options>, in context: any ParseContext
  ) -> BibliographyFilter {
    do throws(MarkupError) {
      return try BibliographyFilter(text, at: call.position(of: "filter"))
    } catch {
      context.document.report(
        .warning, "\(error.message); all works are listed", position: error.position,
        category: "bibtex")
      return .all
    }
  }

  /// A file of the configuration stands in the project's folder, or beside a document without one.
  private func configured(_ file: String, in context: any ParseContext) throws -> Source {
    if let source = try? context.readFile("/" + file) { return source }
    return try context.readFile(file)
  }

  private func entries(
    of source: Source, in context: any ParseContext
  ) throws -> [BibliographyEntry] {
    let reader = BibTeXReader(source)
    for problem in reader.problems {
      context.document.report(
        .warning, problem.message, position: problem.position, category: "bibtex")
    }
    return reader.entries.map { entry in
      var format = EntryFormat(entry)
      let paragraph = Paragraph(children: format.make(), position: entry.position)
      let people = format.authors.isEmpty ? format.editors : format.authors
      let result = BibliographyEntry(children: [paragraph], position: entry.position)
      result.key = entry.key
      result.type = entry.type
      result.authors = people.map(\.shortName)
      result.title = format.title
      result.year = format.year
      let names = people.map { "\($0.last) \($0.first)" }.joined(separator: " ")
      result.sortKey = [names, format.year, format.title].joined(separator: "\u{1}").lowercased()
      return result
    }
  }
}

/// Which works a bibliography lists. Of sphinxcontrib-bibtex's Python expressions those are known that
/// ask where a work is cited, or for one of its fields.
enum BibliographyFilter {
  case all
  case none
  /// Those that some page cites.
  case cited
  case notCited
  /// Those that the page of the bibliography cites.
  case citedHere
  case notCitedHere
  /// Those whose field is, or is not, a text.
  case field(String, isEqual: Bool, String)

  /// - Parameter position: where the text begins.
  init(_ text: String, at position: SourcePosition? = nil) throws(MarkupError) {
    let words = text.split { $0.isWhitespace || "()".contains($0) }.map { $0.lowercased() }
    switch words {
    case ["true"], ["all"]: self = .all
    case ["false"]: self = .none
    case ["cited"], ["docnames"]: self = .cited
    case ["docname", "in", "docnames"]: self = .citedHere
    case ["docname", "not", "in", "docnames"]: self = .notCitedHere
    case ["not", "cited"], ["notcited"], ["not", "docnames"]:
      self = .notCited
    default:
      guard let filter = Self.comparison(text) else {
        throw MarkupError(
          "the filter '\(text)' is not known; allowed: True, False, cited, not cited, "
            + "docname in docnames, and comparisons of type, key, year or title with == or !=",
          at: position)
      }
      self = filter
    }
  }

  private static func comparison(_ text: String) -> BibliographyFilter? {
    for (sign, isEqual) in [("==", true), ("!=", false)] {
      let sides = text.parts(separatedBy: sign)
      guard sides.count == 2 else { continue }
      let name = sides[0].trimmed
      let value = sides[1].trimmed
      guard ["type", "key", "year", "title"].contains(name), let quote = value.first,
        quote == "\"" || quote == "'", value.count > 1, value.last == quote
      else { return nil }
      return .field(name, isEqual: isEqual, String(value.dropFirst().dropLast()))
    }
    return nil
  }

  /// The filter in a form that it can be read from again.
  var name: String {
    switch self {
    case .all: "all"
    case .none: "False"
    case .cited: "cited"
    case .notCited: "notcited"
    case .citedHere: "docname in docnames"
    case .notCitedHere: "docname not in docnames"
    case .field(let name, let isEqual, let value): "\(name) \(isEqual ? "==" : "!=") \"\(value)\""
    }
  }

  func accepts(_ work: CitationData.Work, isCited: Bool, isCitedHere: Bool) -> Bool {
    switch self {
    case .all: true
    case .none: false
    case .cited: isCited
    case .notCited: !isCited
    case .citedHere: isCitedHere
    case .notCitedHere: !isCitedHere
    case .field(let name, let isEqual, let value):
      ([
        "type": work.type, "key": work.key, "year": work.year, "title": work.title,
      ][name] == value) == isEqual
    }
  }
}
