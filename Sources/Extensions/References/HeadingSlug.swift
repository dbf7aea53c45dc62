public import DocTree

/// The ways in which the anchor of a heading is made of its text.
public enum HeadingSlug: String, Codable, Sendable, CaseIterable {
  /// As GitHub does: lower case, spaces become hyphens, and what is no letter, digit, `-` or `_` goes.
  case github
  /// As GitLab does: like GitHub, with white space at the ends and runs of hyphens taken out, and
  /// `anchor-` before a number.
  case gitlab
  /// As docutils makes an identifier.
  case docutils

  /// How the anchors of headings are made. (MyST: myst_heading_slug_func.)
  public static let key = ConfigKey(
    "myst.heading_slug_func", default: HeadingSlug.github, affects: .read)
  /// Headings down to this level get an anchor; 0 for none. (MyST: myst_heading_anchors.)
  public static let anchorLevels = ConfigKey(
    "myst.heading_anchors", default: 0, affects: .read,
    refusing: { (0...7).contains($0) ? nil : "a whole number from 0 to 7" })

  /// The anchor for a heading with this text; empty if no character of it is left.
  public func slug(of text: String) -> String {
    switch self {
    case .github: return Self.words(of: text)
    case .gitlab:
      var result: [Character] = []
      for character in Self.words(of: text.stripped) where character != "-" || result.last != "-" {
        result.append(character)
      }
      let isNumber = !result.isEmpty && result.allSatisfy { $0.isASCII && $0.isNumber }
      return (isNumber ? "anchor-" : "") + String(result)
    case .docutils: return Identifier.make(from: text)
    }
  }

  /// The slug with the first number behind it that makes it different from the others.
  public static func unique(_ slug: String, among existing: Set<String>) -> String {
    var number = 1
    return unique(slug, among: existing, from: &number)
  }

  /// - Parameter number: the first number to try; it becomes the one to try next time, so that many
  ///   equal headings cost no more than as many different ones.
  fileprivate static func unique(
    _ slug: String, among existing: Set<String>, from number: inout Int
  ) -> String {
    guard existing.contains(slug) else { return slug }
    while existing.contains("\(slug)-\(number)") { number += 1 }
    return "\(slug)-\(number)"
  }

  /// Letters, marks, digits, `-` and `_` in lower case, with a hyphen for each space.
  private static func words(of text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " {
        result.append("-")
      } else if scalar == "-" || scalar == "_" || scalar.isWord {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// What Python's `\w` matches, without the underscore, and marks.
  fileprivate var isWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}

/// Gives headings an anchor made of their text, down to the level that is configured.
/// (MyST: myst_heading_anchors.)
public struct HeadingAnchors: Transform {
  public let phase = Phase.read
  public let priority = 120

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    let levels = context.configuration[HeadingSlug.anchorLevels]
    guard levels > 0 else { return }
    var visitor = Visitor(
      levels: levels, style: context.configuration[HeadingSlug.key],
      roles: Set(context.registry.roleNames))
    try document.walk(&visitor)
  }

  private struct Visitor: NodeVisitor {
    let levels: Int
    let style: HeadingSlug
    let roles: Set<String>
    var known: Set<String> = []
    var numbers: [String: Int] = [:]

    init(levels: Int, style: HeadingSlug, roles: Set<String>) {
      self.levels = levels
      self.style = style
      self.roles = roles
    }

    mutating func visit(_ node: Node) -> VisitAction {
      guard let element = node.asElement else { return .skipChildren }
      if let section = element as? Section, let title = section.children.first as? Title {
        if let level = section.level ?? title.level, level <= levels { note(section, title) }
        return .continue
      }
      if let rubric = element as? Rubric, let level = rubric.level, level <= levels {
        note(rubric, rubric)
      }
      return element is TextElement ? .skipChildren : .continue
    }

    private mutating func note(_ element: Element, _ heading: Element) {
      let base = style.slug(of: text(of: heading.untranslated ?? heading))
      guard !base.isEmpty else { return }
      let slug = HeadingSlug.unique(
        base, among: known, from: &numbers[base, default: 1])
      known.insert(slug)
      element["slug"] = .string(slug)
    }

    /// The text and the code of a heading, without what pictures, formulas, footnotes and roles say.
    /// (MyST: compute_unique_slug.)
    private func text(of heading: Element) -> String {
      var text = ""
      var pending: [Node] = heading.children.reversed()
      while let node = pending.popLast() {
        if let part = node as? Text {
          text += part.string
        } else if let element = node.asElement, !isOfRole(element) {
          pending += element.children.reversed()
        }
      }
      return text
    }

    private func isOfRole(_ element: Element) -> Bool {
      switch element {
      case is FootnoteReference, is Subscript, is Superscript, is Abbreviation: true
      case let xref as PendingXref: xref.reftype.map { $0 != "myst" && roles.contains($0) } ?? false
      default:
        // Roles that only mark text have their names for classes.
        element.hasRareAttributes && element.classes.contains(where: roles.contains)
      }
    }
  }
}

/// Makes ids of the anchors of headings, where no other element has that id. It comes after all that
/// gives ids, so as to take none away. (MyST: AddSlugIds.)
struct AnchorIDs: Transform {
  let priority = 700
  let kinds: [Node.Type]? = [Section.self, Rubric.self, Document.self]

  /// Whether it is done at all. (MyST: myst_heading_anchors_html_ids.)
  static let isWanted = ConfigKey(
    "myst.heading_anchors_html_ids", default: true, affects: .local)

  func isEnabled(in configuration: Configuration) -> Bool {
    configuration[HeadingSlug.anchorLevels] > 0 && configuration[Self.isWanted]
  }

  func apply(to document: Document, in context: TransformContext) throws {
    for element in [document] + document.findAll(Element.self) {
      guard let slug = element["slug"]?.text, !slug.contains(where: \.isWhitespace),
        document.element(withID: slug) == nil
      else { continue }
      element.ids.append(slug)
      document.setID(for: element)
    }
  }
}
