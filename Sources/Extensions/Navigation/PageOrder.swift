import DocTree

/// The pages of a project in pre-order of its tables of contents.
struct PageOrder {
  /// From the root on. Pages that are in no table of contents are not among them.
  private(set) var names: [String] = []
  /// The page whose table of contents lists a page first.
  private(set) var parents: [String: String] = [:]
  /// All pages that list a page, sorted.
  private(set) var allParents: [String: [String]] = [:]
  /// Pages that list one that they are below, with the pages between: the first of them.
  private(set) var circles: [(page: String, chain: [String])] = []
  /// How many of them there are.
  private(set) var circleCount = 0

  /// How many are reported, and how many pages of one: where each page lists all others, there would be
  /// no end of it.
  static let reportLimit = 100

  init(_ project: ProjectData, _ contents: [String: ContentsFact]) {
    let root = project.rootName
    for page in project.pages {
      for target in Self.targets(of: page.name, contents) where contents[target] != nil {
        if allParents[target]?.last != page.name {
          allParents[target, default: []].append(page.name)
        }
      }
    }
    guard contents[root] != nil else { return }
    var seen: Set<String> = [root]
    names = [root]
    var openPages: Set<String> = [root]
    var open = [(page: root, targets: Self.targets(of: root, contents)[...])]
    while let last = open.indices.last {
      guard let target = open[last].targets.popFirst() else {
        openPages.remove(open.removeLast().page)
        continue
      }
      guard contents[target] != nil else { continue }
      guard seen.insert(target).inserted else {
        guard openPages.contains(target) else { continue }
        circleCount += 1
        if circles.count < Self.reportLimit,
          let first = open.firstIndex(where: { $0.page == target })
        {
          circles.append(
            (open[last].page, [target] + open[first...].reversed().map(\.page)))
        }
        continue
      }
      names.append(target)
      parents[target] = open[last].page
      openPages.insert(target)
      open.append((target, Self.targets(of: target, contents)[...]))
    }
  }

  private static func targets(of page: String, _ contents: [String: ContentsFact]) -> [String] {
    guard let outline = contents[page]?.outline else { return [] }
    return outline.contents.flatMap { $0.entries.map(\.target) }
      .filter { $0 != "self" && !$0.isAddress && $0 != page }
  }
}
