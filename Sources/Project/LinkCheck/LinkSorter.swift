import DocTree
import DocTreeExtensions

/// A link at a place.
struct LinkUse: Sendable {
  /// Which of all it is.
  let number: Int
  /// As it stands on the page.
  let address: String
  /// What is asked for, without what stands behind `#`; the address where nothing is.
  var page = ""
  /// What has to be found there; nil if nothing.
  var anchor: String?
  let position: SourcePosition
}

/// Tells links that are to be asked for from those of which all is known.
struct LinkSorter {
  /// A page of another site, with all links to it.
  struct Site {
    var request: LinkRequest
    var uses: [LinkUse] = []
  }

  private let pages: [(name: String, links: PageLinks)]
  private let checksAnchors: Bool
  private let excludedPages: LinkPatterns
  private let ignored: LinkPatterns
  private let ignoredAnchors: LinkPatterns
  private let withoutAnchors: LinkPatterns
  private var local: LocalLinks

  init(_ pages: [(name: String, links: PageLinks)], _ data: ProjectData) {
    self.pages = pages
    let configuration = data.configuration
    checksAnchors = configuration[LinkCheck.checksAnchors]
    excludedPages = LinkPatterns(configuration[LinkCheck.excludedPages])
    ignored = LinkPatterns(configuration[LinkCheck.ignored])
    ignoredAnchors = LinkPatterns(configuration[LinkCheck.ignoredAnchors])
    withoutAnchors = LinkPatterns(configuration[LinkCheck.withoutAnchors])
    local = LocalLinks(pages, data.files)
  }

  /// - Parameter report: takes those of which all is known.
  /// - Returns: the others, in the order of the pages.
  mutating func sort(into report: inout LinkReport) -> [Site] {
    var sites: [Site] = []
    var places: [String: Int] = [:]
    var number = 0
    for (page, links) in pages {
      let exclusion = excludedPages.first(matching: page)
      for link in links.links {
        let position = SourcePosition(
          file: SourceFile(link.file), line: link.line, column: link.column)
        var use = LinkUse(number: number, address: link.address, position: position)
        number += 1
        guard report.isNew(use) else { continue }
        if let exclusion {
          report.add(
            use,
            LinkResult(
              .ignored,
              info: "\(page) matched \(exclusion) from linkcheck_exclude_documents"))
        } else if ignored.match(link.address) {
          report.add(use, LinkResult(.ignored))
        } else if let scheme = WebAddress.scheme(of: link.address) {
          guard scheme == "http" || scheme == "https" else {
            report.add(use, LinkResult(.unchecked))
            continue
          }
          complete(&use)
          let place = places[use.page] ?? sites.count
          if place == sites.count {
            places[use.page] = place
            sites.append(Site(request: LinkRequest(address: use.page, anchors: [])))
          }
          sites[place].uses.append(use)
        } else {
          report.add(use, local.result(of: link, on: page))
        }
      }
    }
    for index in sites.indices {
      sites[index].request.anchors = Set(sites[index].uses.compactMap(\.anchor)).sorted()
    }
    return sites
  }

  /// Finds out what has to be asked for.
  private func complete(_ use: inout LinkUse) {
    let (page, fragment) = WebAddress.split(use.address)
    use.page = WebAddress.encoded(page)
    guard checksAnchors, var anchor = fragment else { return }
    // What comes behind is text that a browser looks for.
    if let directive = anchor.ranges(of: ":~:").first {
      anchor = String(anchor[..<directive.lowerBound])
    }
    guard !anchor.isEmpty, anchor.lowercased() != "top", !ignoredAnchors.match(anchor),
      !withoutAnchors.match(page)
    else { return }
    use.anchor = anchor
  }
}

/// Checks links to what is in the project.
struct LocalLinks {
  private let files: (any ProjectFiles)?
  private let ids: [String: Set<String>]
  private var isFile: [String: Bool] = [:]

  init(_ pages: [(name: String, links: PageLinks)], _ files: (any ProjectFiles)?) {
    self.files = files
    ids = Dictionary(
      pages.map { ($0.name, Set($0.links.ids)) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func result(of link: PageLinks.Link, on page: String) -> LinkResult {
    let address = link.address
    if address.hasPrefix("//") { return LinkResult(.unchecked) }
    if link.kind == .file { return file(address.percentDecoded, from: page, address) }
    let (path, fragment) = WebAddress.split(address)
    let place = path.prefix { $0 != "?" }.percentDecoded
    // Where the pages will be on their server is not known here.
    if place.hasPrefix("/") { return LinkResult(.unchecked) }
    if place.isEmpty { return anchor(fragment, on: page) }
    let target = Self.resolve(place, from: page)
    if hasFile(target) { return LinkResult(.working) }
    guard let other = self.page(at: target, isFolder: place.hasSuffix("/")) else {
      return LinkResult(.broken, info: "there is no such page or file")
    }
    return anchor(fragment, on: other)
  }

  private mutating func file(_ path: String, from page: String, _ address: String) -> LinkResult {
    let target = Self.resolve(path, from: page)
    return hasFile(target)
      ? LinkResult(.working) : LinkResult(.broken, info: "there is no such file")
  }

  private mutating func hasFile(_ path: String) -> Bool {
    if let known = isFile[path] { return known }
    let result = files?.hasFile("/" + path) ?? false
    isFile[path] = result
    return result
  }

  /// The page that is written to an address, whichever builder writes HTML.
  private func page(at path: String, isFolder: Bool) -> String? {
    var names = [isFolder ? path + "/index" : path]
    if path.hasSuffix(".html") {
      let name = String(path.dropLast(".html".count))
      names = [name]
      if name.hasSuffix("/index") { names.append(String(name.dropLast("/index".count))) }
    } else if isFolder {
      names.append(path)
    } else {
      return nil
    }
    return names.first { ids[$0] != nil }
  }

  private func anchor(_ fragment: String?, on page: String) -> LinkResult {
    guard let fragment, !fragment.isEmpty, fragment.lowercased() != "top",
      let ids = ids[page], !ids.contains(fragment), !ids.contains(fragment.percentDecoded)
    else { return LinkResult(.working) }
    return LinkResult(.broken, info: "there is no anchor '\(fragment)' on the page '\(page)'")
  }

  /// A path from the root of the project; what leads out of it begins with `..`.
  private static func resolve(_ path: String, from page: String) -> String {
    var parts = path.hasPrefix("/") ? [] : page.split(separator: "/").dropLast()
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
