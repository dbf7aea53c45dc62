public import DocTree

/// What has a number of the project as figures have, and is called by it: `Theorem 2.1`. (Sphinx:
/// enumerable nodes.)
///
/// An extension adds its kinds with `registry.add(enumerables:)`.
public protocol Enumerable: Element {
  /// What it is counted with: `theorem`. Nil if it has no number. (Sphinx: figtype.)
  var figtype: String? { get }
  /// Its place among those of its page that are counted with it, from 1, until it has its number.
  var serial: Int? { get set }
  /// The number, with those of the sections in front.
  var number: String? { get set }
  /// The text that the number is written behind: `Theorem`. By default the first inline element of the
  /// title.
  var caption: Inline? { get }
}

extension Enumerable {
  public var caption: Inline? { NumberedTitle.caption(of: self) }

  /// What its number is kept under if it has no id. None of these is an id, which has no spaces.
  var serialKey: String? {
    guard let figtype, let serial else { return nil }
    return "\(kind.name) \(figtype) \(serial)"
  }

  /// What its number can be found under; empty if it has none or has it already.
  var numberKeys: [String] {
    guard let serialKey else { return [] }
    return ids.isEmpty ? [serialKey] : ids
  }
}

extension Registry {
  /// Adds what numbers enumerable elements: each kind that extensions have is added once.
  public mutating func add(enumerables kinds: any Enumerable.Type...) {
    add(transform: CountEnumerables(counted: kinds))
    add(transform: FillEnumerables(counted: kinds))
  }
}

/// Counts what is enumerable on a page.
private struct CountEnumerables: Transform {
  let counted: [Element.Type]
  let priority = 700
  var kinds: [Node.Type]? { counted }

  func apply(to document: Document, in context: TransformContext) throws {
    var counts: [String: Int] = [:]
    for case let element as any Enumerable in document.findAll(counted) {
      guard let figtype = element.figtype, element.number == nil else { continue }
      counts[figtype, default: 0] += 1
      element.serial = counts[figtype]
    }
  }
}

/// Gives what is enumerable its number, and writes that behind its caption.
private struct FillEnumerables: Transform {
  let counted: [Element.Type]
  let phase = Phase.resolve
  let priority = 110
  var kinds: [Node.Type]? { counted }

  func apply(to document: Document, in context: TransformContext) throws {
    let project = try context.project
    var numbers: [String: String] = [:]
    for item in project.fact(PageNumbersFact.self, project.page)?.items ?? [] {
      numbers[item.id] = item.number.dotted
    }
    for case let element as any Enumerable in document.findAll(counted) {
      guard let serial = element.serial else { continue }
      let number = element.numberKeys.lazy.compactMap { numbers[$0] }.first ?? String(serial)
      element.serial = nil
      element.number = number
      try element.caption?.append(" " + number)
    }
  }
}

/// Puts the numbers of what is enumerable into what references show of it.
struct NumberTitles: GlobalStep {
  let priority = 350

  func run(_ project: ProjectData, _ facts: inout FactTable) throws {
    let titles = facts.all(NumberFact.self).compactMapValues(\.numberedTitle)
    guard !titles.isEmpty else { return }
    let known = facts
    let labels = known.all(LabelFact.self).mapValues { Self.numbered($0, titles) }
    facts.add(LabelFact.self, all: { labels }, find: { labels[$0] })
    facts.add(
      AnchorFact.self,
      all: { known.all(AnchorFact.self).mapValues { Self.numbered($0, titles) } },
      find: { known[AnchorFact.self, $0].map { Self.numbered($0, titles) } })
  }

  private static func numbered<F: PlaceFact>(_ fact: F, _ titles: [String: String]) -> F {
    guard let title = titles["\(fact.page)#\(fact.id)"] else { return fact }
    return F(page: fact.page, id: fact.id, title: title)
  }
}

extension [Int] {
  /// A number with those of the sections in front: `2.1`.
  var dotted: String { map(String.init).joined(separator: ".") }
}
