import DocTree

/// Puts the numbers of sections before their titles, and those of figures, tables and listings before
/// their captions.
struct FillNumbers: Transform {
  let phase = Phase.resolve
  let priority = 110
  let kinds: [Node.Type]? = FillNumbers.numbered

  private static let numbered: [Element.Type] =
    [Section.self, MathBlock.self] + PageOutline.numbered

  func apply(to document: Document, in context: TransformContext) throws {
    let numbersFigures = context.configuration[ResolveReferences.numbersFigures]
    // The sections of a page get their numbers from others, which list it.
    guard !context.isAlone || numbersFigures else { return }
    let project = try context.project
    guard let numbers = project.fact(PageNumbersFact.self, project.page), !numbers.items.isEmpty
    else { return }
    var byID: [String: PageNumbersFact.Item] = [:]
    let numbersFormulas = EquationNumbers.areInProject(context.configuration)
    for item in numbers.items {
      let isWanted =
        switch item.kind {
        case "section": true
        case EquationNumbers.kind: numbersFormulas
        default: numbersFigures
        }
      if isWanted { byID[item.id] = item }
    }
    guard !byID.isEmpty else { return }
    for element in document.findAll(Self.numbered, where: { !$0.ids.isEmpty }) {
      guard let item = element.ids.lazy.compactMap({ byID[$0] }).first else { continue }
      if element is MathBlock {
        element["number"] = .string(item.number.dotted)
        continue
      }
      guard
        let heading = element.children.first(where: { $0 is Title || $0 is Caption })?.asElement
      else { continue }
      let text: String
      if item.kind == "section" {
        guard element is Section else { continue }
        text = item.number.dotted + ". "
      } else {
        let format = FigureWords.format(of: item.kind, in: context.configuration)
        text = FigureWords.text(format, number: item.number, title: "") + " "
      }
      let inline = Inline(children: [DocTree.Text(text)], position: heading.position)
      inline.classes = [item.kind == "section" ? "section-number" : "caption-number"]
      try heading.insert(inline, at: 0)
    }
  }
}

/// What is said of something with a number: `Fig. 1`.
enum FigureWords {
  /// By the sort of thing; `%s` stands for the number. (Sphinx: numfig_format.)
  static let formats = ConfigKey<[String: String]>(
    "numfig_format", default: [:], affects: .resolve,
    refusing: { formats in
      formats.keys.allSatisfy { english[$0] != nil }
        ? nil : "a map with the keys \(english.keys.sorted().joined(separator: ", "))"
    })

  private static let english = [
    "figure": "Fig. %s", "table": "Table %s", "code-block": "Listing %s", "section": "Section %s",
  ]

  static func format(of kind: String, in configuration: Configuration) -> String {
    configuration[formats][kind] ?? Words(configuration)[english[kind] ?? "%s"]
  }

  /// Whether a text has one place for a number: `%s`, or else names in braces, of which there are
  /// `{number}` and `{name}`. (Sphinx: StandardDomain._resolve_numref_xref.)
  static func isFormat(_ format: String) -> Bool {
    guard format.contains("{name}") || format.contains("number") else {
      return format.parts(separatedBy: "%s").count == 2
    }
    return format.parts(separatedBy: "{").dropFirst().allSatisfy {
      $0.hasPrefix("number}") || $0.hasPrefix("name}")
    }
  }

  /// The text with the number, `{number}` and `{name}` filled in.
  static func text(_ format: String, number: [Int], title: String) -> String {
    let number = number.dotted
    return format.replacing("%s", by: number).replacing("{number}", by: number)
      .replacing("{name}", by: title)
  }
}
