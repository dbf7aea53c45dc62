public import DocTree
import Translators

/// Citations of works that BibTeX files describe: `cite` and its like, and `bibliography`.
/// (sphinxcontrib-bibtex.)
public struct Citations: Extension {
  public let name = "citations"

  /// The files with the works, from the project's folder. (sphinxcontrib-bibtex: bibtex_bibfiles.)
  public static let files = ConfigKey("bibtex_bibfiles", default: [String](), affects: .read)
  /// How the works are labeled and sorted. (sphinxcontrib-bibtex: bibtex_default_style.)
  public static let style = ConfigKey(
    "bibtex_default_style", default: BibliographyStyle.alpha, affects: .resolve)
  /// How text cites. (sphinxcontrib-bibtex: bibtex_reference_style.)
  public static let referenceStyle = ConfigKey(
    "bibtex_reference_style", default: CitationStyle.label, affects: .resolve)

  /// The sorts of citations: `cite:t`, `cite:year`.
  private static let types = [
    "p", "ps", "t", "ts", "ct", "cts", "alp", "alps", "label", "labelpar", "year", "yearpar",
    "author", "authors", "authorpar", "authorpars", "cauthor", "cauthors", "empty", "title",
    "title:t", "title:p",
  ]

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: Self.files)
    registry.add(config: Self.style)
    registry.add(config: Self.referenceStyle)
    for type in Self.types { registry.add(role: "cite:\(type)", role(type, ["cite-\(type)"])) }
    registry.add(role: "cite", role("p", []))
    registry.add(directive: "bibliography", BibliographyDirective())
    registry.add(Bibliography.self, html: .childrenOnly, text: .childrenOnly)
    registry.add(BibliographyEntry.self, html: .childrenOnly, text: .childrenOnly)
    registry.add(Bibliography.self, man: .childrenOnly)
    registry.add(BibliographyEntry.self, man: .childrenOnly)
    registry.add(pageData: CitationData.self)
    registry.add(globalStep: LabelWorks())
    registry.add(transform: ResolveCitations())
  }

  private func role(_ type: String, _ classes: [String]) -> CrossReferenceRole {
    var role = CrossReferenceRole(domain: "cite", type: type)
    role.isCode = false
    role.classes = ["xref", "cite"] + classes
    return role
  }
}

/// How works are labeled and sorted.
public enum BibliographyStyle: String, Codable, Sendable, CaseIterable {
  /// `Knu84`, sorted by author.
  case alpha
  /// `1`, sorted by author.
  case plain
  /// `1`, in the order in which they are cited.
  case unsrt
  /// `Knu84`, in the order in which they are cited.
  case unsrtalpha

  var isNumbered: Bool { self == .plain || self == .unsrt }
  var isSorted: Bool { self == .alpha || self == .plain }
}

/// How text cites.
public enum CitationStyle: String, Codable, Sendable, CaseIterable {
  /// `[Knu84]`
  case label
  /// `[Knuth, 1984]`
  case authorYear = "author_year"
  /// `(Knuth, 1984)`
  case authorYearRound = "author_year_round"
  /// `[1]`, as a superscript.
  case `super`
}

/// The list of the works that are cited. It holds all that its files have, until it is known which
/// of them are.
public final class Bibliography: Element {
  /// Which works it lists.
  public var filter = "cited"
  /// Nil for the one of the configuration.
  public var style: String?
  public var list: String?
  /// How the items of a list are numbered: `loweralpha`. Nil for numbers.
  public var enumerationType: String?
  public var start = 1
  public var labelPrefix = ""
  public var keyPrefix = ""

  public override class var schema: Schema {
    Schema(
      [.general, .body], content: [.zeroOrMore(.kind(BibliographyEntry.self))],
      attributes: [
        Attribute("filter", \Bibliography.filter, default: "cited"),
        Attribute("style", \Bibliography.style), Attribute("list", \Bibliography.list),
        Attribute("enumtype", \Bibliography.enumerationType),
        Attribute("start", \Bibliography.start, default: 1),
        Attribute("labelprefix", \Bibliography.labelPrefix, default: ""),
        Attribute("keyprefix", \Bibliography.keyPrefix, default: ""),
      ])
  }
}

/// One work of a bibliography, which becomes a citation if it is cited.
public final class BibliographyEntry: Element {
  public var key = ""
  /// `book`, `article`.
  public var type = ""
  /// The last names of the authors or, where there are none, of the editors.
  public var authors: [String] = []
  public var title = ""
  public var year = ""
  /// What it is sorted by.
  public var sortKey = ""

  /// A field that the filter of its bibliography asks for; empty where there is none.
  func field(_ name: String) -> String { self["field-\(name)"]?.text ?? "" }

  func setField(_ name: String, _ value: String) {
    if !value.isEmpty { self["field-\(name)"] = .string(value) }
  }

  public override class var schema: Schema {
    Schema(
      .part, content: .body,
      attributes: [
        Attribute("key", \BibliographyEntry.key, default: ""),
        Attribute("type", \BibliographyEntry.type, default: ""),
        Attribute("authors", \BibliographyEntry.authors, default: []),
        Attribute("title", \BibliographyEntry.title, default: ""),
        Attribute("year", \BibliographyEntry.year, default: ""),
        Attribute("sort_key", \BibliographyEntry.sortKey, default: ""),
      ])
  }
}
