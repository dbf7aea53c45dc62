import DocTree

/// How text cites. (sphinxcontrib-bibtex: style.referencing.)
struct CitationFormat {
  let style: CitationStyle
  let project: ProjectView

  /// What is shown of each work, and around all of them.
  private enum Content { case label, year, authorsAndLabel, authors, title, nothing }

  func make(_ type: String, _ keys: [CitedKey], at position: SourcePosition) throws -> Inline {
    let result = Inline(children: [], position: position)
    result.classes = ["bibtex-citation"]
    var type = type
    let isCapital = type.hasPrefix("c")
    if isCapital { type.removeFirst() }
    let isFull = type.hasSuffix("s")
    let (content, hasBrackets) = Self.sort(isFull ? String(type.dropLast()) : type)
    guard content != .nothing else { return result }
    let brackets = style == .authorYearRound ? ("(", ")") : ("[", "]")
    if hasBrackets { try result.append(brackets.0) }
    for (index, key) in keys.enumerated() {
      if index > 0 { try result.append(", ") }
      if !key.before.isEmpty { try result.append(key.before + " ") }
      if let work = project.fact(WorkFact.self, key.key) {
        try result.append(nodes(of: work, content, isFull: isFull, isCapital, brackets, key))
      } else {
        try result.append(key.key)
      }
      if !key.behind.isEmpty, content != .authorsAndLabel {
        try result.append(", " + key.behind)
      }
    }
    if hasBrackets { try result.append(brackets.1) }
    return result
  }

  private static func sort(_ type: String) -> (Content, hasBrackets: Bool) {
    switch type {
    case "t": (.authorsAndLabel, false)
    case "alp", "label": (.label, false)
    case "year": (.year, false)
    case "yearpar": (.year, true)
    case "author": (.authors, false)
    case "authorpar": (.authors, true)
    case "title", "title:t": (.title, false)
    case "title:p": (.title, true)
    case "empty": (.nothing, false)
    default: (.label, true)
    }
  }

  private func nodes(
    of work: WorkFact, _ content: Content, isFull: Bool, _ isCapital: Bool,
    _ brackets: (String, String), _ key: CitedKey
  ) throws -> [Node] {
    let isByAuthor = style == .authorYear || style == .authorYearRound
    var authors = authorNodes(of: work, isFull: isFull)
    if isCapital, let first = authors.first as? Text {
      authors[0] = Text(first.string.prefix(1).uppercased() + first.string.dropFirst())
    }
    switch content {
    case .label:
      return [
        link(to: work, isByAuthor ? authors + [Text(", \(work.year)")] : [Text(work.label)])
      ]
    case .year: return [link(to: work, [Text(work.year)])]
    case .authors: return [link(to: work, authors)]
    case .title: return [link(to: work, [Text(work.title)])]
    case .nothing: return []
    case .authorsAndLabel:
      let label = link(to: work, [Text(isByAuthor ? work.year : work.label)])
      let behind = key.behind.isEmpty ? "" : ", " + key.behind
      return authors + [Text(" " + brackets.0), label, Text(behind + brackets.1)]
    }
  }

  /// All authors, or the first and `et al.` for more than two.
  private func authorNodes(of work: WorkFact, isFull: Bool) -> [Node] {
    let names = work.authors
    guard !names.isEmpty else { return [Text(work.title)] }
    if names.count > 2 && !isFull || names.last == "others" && names.count > 1 {
      return [Text(names[0] + " "), Emphasis("et al.")]
    }
    return [Text(NameList.text(names))]
  }

  private func link(to work: WorkFact, _ content: [Node]) -> Element {
    let link = Reference(children: content)
    link["internal"] = .flag(true)
    if work.page == project.page {
      link.refid = work.id
    } else {
      link.refuri = project.address(ofPage: work.page, id: work.id)
    }
    link.title = work.text
    guard style == .super else { return link }
    return Superscript(children: [link])
  }
}
