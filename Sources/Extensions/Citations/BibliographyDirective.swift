import DocTree

/// The list of works. The argument is the files that describe them, where they are not those of the
/// configuration.
struct BibliographyDirective: Directive {
  enum List: String, Decodable, Sendable, CaseIterable { case citation, enumerated, bullet }
  enum EnumerationType: String, Decodable, Sendable, CaseIterable {
    case arabic, loweralpha, upperalpha, lowerroman, upperroman
  }

  struct Options: NamingOptions {
    var all: Flag?
    var cited: Flag?
    var `class`: ClassNames?
    var encoding: TextEncoding?
    var enumtype: EnumerationType?
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
    let condition =
      options.all != nil
      ? "True" : options.notcited != nil ? "not cited" : options.filter?.trimmed ?? "cited"
    let filter = Self.filter(condition, of: call, in: context)
    result.filter = filter == nil ? "True" : condition
    let fields = (filter?.fields ?? []).sorted()
    result.style = options.style?.rawValue
    result.list = options.list?.rawValue
    result.enumerationType = options.enumtype?.rawValue
    result.start = options.start ?? 1
    result.labelPrefix = options.labelprefix ?? ""
    result.keyPrefix = options.keyprefix ?? ""
    options.apply(to: result, in: context)
    let named = call.argument.split(whereSeparator: \.isWhitespace)
    if named.isEmpty {
      for file in context.configuration[Citations.files] {
        try result.append(entries(of: try configured(file, in: context), fields, in: context))
      }
    } else {
      for file in named {
        let offset = call.argument.utf8.distance(
          from: call.argument.startIndex, to: file.startIndex)
        let source = try context.readFile(
          String(file), namedAt: call.argumentPosition.advanced(columns: offset))
        try result.append(entries(of: source, fields, in: context))
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
  ) -> BibliographyFilter? {
    do throws(MarkupError) {
      return try BibliographyFilter(text, at: call.position(of: "filter"))
    } catch {
      context.document.report(
        .warning, "filter: \(error.message); all works are listed", position: error.position,
        category: "bibtex")
      return nil
    }
  }

  /// A file of the configuration stands in the project's folder, or beside a document without one.
  private func configured(_ file: String, in context: any ParseContext) throws -> Source {
    if let source = try? context.readFile("/" + file) { return source }
    return try context.readFile(file)
  }

  /// - Parameter fields: what the filter asks for.
  private func entries(
    of source: Source, _ fields: [String], in context: any ParseContext
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
      for name in fields { result.setField(name, format.text(ofField: name)) }
      result.sortKey = [names, format.year, format.title].joined(separator: "\u{1}").lowercased()
      return result
    }
  }
}
