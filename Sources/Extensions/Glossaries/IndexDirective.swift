import DocTree

/// Entries of the project's index that point to what follows. (Sphinx: domains.index.IndexDirective.)
struct IndexDirective: Directive {
  struct Options: Decodable {
    var name: String?
  }

  private static let types = ["single", "pair", "double", "triple", "see", "seealso"]

  let argument = DirectiveArgument.required
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let lines = ([call.argument] + call.text.lines.map(String.init))
      .filter { !$0.allSatisfy(\.isWhitespace) }
    let target = Target(children: [], position: call.position)
    if let name = call.options.name {
      target.names = [ReferenceName.normalized(name)]
    } else {
      target.ids = [context.document.freeID(numberedBehind: "index-")]
    }
    let id = context.document.noteExplicitTarget(target, messagesIn: target)
    let index = Index(children: [], position: call.position)
    index.isInline = false
    index.entries = IndexEntries(lines.flatMap { Self.entries(of: $0.trimmed, id) })
    return [index, target]
  }

  /// One entry with a type, or several between commas.
  private static func entries(of line: String, _ id: String) -> [IndexEntry] {
    let (main, text) = withoutMark(line)
    for type in types where text.hasPrefix(type + ":") {
      let value = text.dropFirst(type.count + 1).trimmed
      return [IndexEntry(type == "double" ? "pair" : type, value, to: id, main: main)]
    }
    return line.split(separator: ",").compactMap {
      let (main, value) = withoutMark($0.trimmed)
      return value.isEmpty ? nil : IndexEntry("single", value, to: id, main: main)
    }
  }

  /// An exclamation mark says that this is the place that matters most.
  private static func withoutMark(_ text: String) -> (main: String, text: String) {
    text.first == "!" ? ("main", text.dropFirst().trimmed) : ("", text)
  }
}
