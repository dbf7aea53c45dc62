import DocTree

/// Something with a title that references can name, as it is kept of a page.
struct LabeledItem: Codable, Equatable, Sendable {
  let label: String
  let id: String
  /// What references show: `Theorem`, and with its number `Theorem 2`.
  private(set) var caption: String
  /// The whole title: `Theorem (Pythagoras)`, and with its number `Theorem 2 (Pythagoras)`.
  private(set) var title: String
  /// What stands in parentheses; empty for nothing.
  let name: String
  /// Nil if it has none. Of a page, the number among what the page has.
  private(set) var number: String?
  /// What the number of the project is kept under; nil if there is none.
  private let numberKey: String?
  /// The label of what it belongs to, as a solution to its exercise; nil for nothing.
  let owner: String?
  let position: PagePosition

  init(
    _ element: Element, in document: Document, label: String, owner: String? = nil
  ) {
    self.label = label
    let enumerable = element as? any Enumerable
    number = enumerable?.number ?? enumerable?.serial.map(String.init)
    numberKey = enumerable?.numberKeys.first
    self.owner = owner
    id = element.ids.first ?? ""
    caption = NumberedTitle.caption(of: element)?.cleanText() ?? ""
    title = element.firstChild(ofKind: Title.self)?.cleanText() ?? ""
    name = String(title.dropFirst(caption.count).dropFirst(2).dropLast())
    position = PagePosition(of: element, in: document)
  }

  /// The same with its number of the project.
  func numbered(on page: String, _ facts: FactTable) -> LabeledItem {
    // One that had its number before has it in the title.
    guard let numberKey else { return self }
    var result = self
    let known = facts[NumberFact.self, "\(page)#\(numberKey)"]?.number.dotted
    guard let number = known ?? number else { return self }
    result.number = number
    result.caption += " " + number
    result.title = result.caption + title.dropFirst(caption.count)
    return result
  }
}

/// The labeled things of a page.
protocol LabeledItems: PageData {
  var items: [LabeledItem] { get }
}

/// A labeled thing of the project, by its label in lower case.
protocol LabeledFact: Fact {
  var page: String { get }
  var item: LabeledItem { get }
  init(page: String, item: LabeledItem)
}

extension ProjectView {
  /// The labeled thing of that name, without regard to case.
  func labeled<F: LabeledFact>(_ type: F.Type, _ label: String) -> F? {
    fact(type, label.lowercased())
  }

  /// A link to a labeled thing.
  func link(to fact: some LabeledFact, as link: Reference = Reference()) -> Reference {
    link["internal"] = .flag(true)
    if fact.page == page {
      link.refid = fact.item.id
    } else {
      link.refuri = address(ofPage: fact.page, id: fact.item.id)
    }
    return link
  }
}

/// Makes facts of what has labels, and says what stands in more than one place.
///
/// A function, not a generic step: making the type of such a one at run time would cost each start more
/// than reading a small document.
enum LabelStep {
  static func run<Data: LabeledItems, F: LabeledFact>(
    _ data: Data.Type, _ fact: F.Type, _ project: ProjectData, _ facts: inout FactTable
  ) {
    var found: [String: F] = [:]
    for page in project.pages {
      for item in page.values[Data.self]?.items ?? [] {
        let name = item.label.lowercased()
        if let first = found[name] {
          facts.diagnostics.append(
            .duplicate(
              "label \(item.label)", first: first.page, at: item.position, on: page))
        } else {
          found[name] = F(page: page.name, item: item.numbered(on: page.name, facts))
        }
      }
    }
    facts.add(F.self, found)
  }
}
