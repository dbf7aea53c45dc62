import DocTree

/// Notes the files that an image can be taken from. (Sphinx: environment.collectors.asset.)
struct ImageCandidates: Transform {
  let priority = 900
  let kinds: [Node.Type]? = [Image.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let name = document.docname ?? ""
    let folder = name.utf8.lastIndex(of: 0x2F).map { String(name[...$0]) } ?? ""
    for image in document.findAll(Image.self) {
      guard let uri = image.uri, image["candidates"] == nil else { continue }
      if uri.hasPrefix("data:") || uri.isAddress {
        image["candidates"] = .string("{'?': '\(uri)'}")
      } else {
        image["candidates"] = .string("{'*': '\(Self.resolve(uri, from: folder))'}")
      }
    }
  }

  /// A path from the root of the project.
  private static func resolve(_ path: String, from folder: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + path).split(separator: "/") {
      switch part {
      case ".": break
      case ".." where !parts.isEmpty && parts.last != "..": parts.removeLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
