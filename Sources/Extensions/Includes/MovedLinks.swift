import DocTree

/// What changes in the nodes of a file that another one includes.
struct MovedLinks {
  /// Where the included file is, as seen from the one that includes it; it ends in `/` or is empty.
  let folder: String
  /// Whether images are found from the included file.
  let images: Bool
  /// Which links to documents are found from the included file: those that begin with this.
  let documents: String?
  /// How many levels headings move down.
  let headings: Int

  func apply(to roots: [Node], in context: any ParseContext) {
    guard images || documents != nil || headings != 0 else { return }
    for root in roots {
      for node in root.findAll() {
        switch node {
        case let image as Image where images:
          image.uri = image.uri.map(moved)
        case let reference as PendingXref where documents != nil:
          if let target = reference.reftarget, target.hasPrefix(documents ?? "") {
            point(reference, to: moved(target), in: context)
          }
        case let title as Title: title.level = title.level.map { $0 + headings }
        case let section as Section: section.level = section.level.map { $0 + headings }
        default: break
        }
      }
    }
  }

  /// To a document, if the path is that of one.
  private func point(_ reference: PendingXref, to target: String, in context: any ParseContext) {
    let (path, id) = target.split(at: "#")
    if reference.refdomain == nil, let name = context.documentName(ofFile: path) {
      reference.refdomain = "doc"
      reference.reftarget = name
      reference.reftargetid = id
    } else {
      reference.reftarget = target
    }
  }

  private func moved(_ path: String) -> String {
    if path.hasPrefix("/") || path.hasPrefix("#") || path.isAddress { return path }
    return Paths.normalized(folder + path)
  }
}

enum Paths {
  /// The path without `.` and without `..` behind a folder.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
