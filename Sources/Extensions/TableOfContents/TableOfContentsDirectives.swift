public import DocTree

/// `toctree` for a project's documents, and `contents` for the headings of one.
public struct TableOfContentsDirectives: Extension {
  public let name = "contents"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(directive: "toctree", ToctreeDirective())
    registry.add(directive: "contents", ContentsDirective())
    registry.add(transform: FillContents())
  }
}

/// Lists documents, and makes them parts of this one. What the names stand for is found out when
/// all documents are known. (Sphinx: directives.other.TocTree.)
struct ToctreeDirective: Directive {
  struct Options: NamingOptions {
    var caption: RequiredText?
    var `class`: ClassNames?
    var glob: Flag?
    var hidden: Flag?
    var includehidden: Flag?
    var maxdepth: Int?
    var name: String?
    var numbered: OptionalNumber?
    var reversed: Flag?
    var titlesonly: Flag?
  }

  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    let tree = Toctree(children: [], position: call.position)
    tree.caption = options.caption?.text
    tree.glob = options.glob != nil
    tree.hidden = options.hidden != nil
    tree.includehidden = options.includehidden != nil
    tree.maxdepth = options.maxdepth ?? -1
    tree.numbered = options.numbered.map { $0.value ?? 999 } ?? 0
    tree.titlesonly = options.titlesonly != nil
    tree.isReversed = options.reversed != nil
    tree.parentDocument = context.documentName

    for (index, line) in call.text.lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let indent = line.prefix(while: \.isWhitespace).utf8.count
      let entry = entry(
        line.trimmed, at: call.contentPosition.advanced(lines: index, columns: indent), in: context)
      tree.entries.items.append(entry)
      let isPattern =
        tree.glob && entry.title == nil && entry.target.contains { "*?[".contains($0) }
      if !Self.isAddress(entry.target), entry.target != "self", !isPattern {
        tree.includefiles.append(entry.target)
      }
    }
    if tree.isReversed {
      tree.entries.items.reverse()
      tree.includefiles.reverse()
    }
    let wrapper = Compound(children: [tree], position: call.position)
    wrapper.classes = ["toctree-wrapper"]
    options.apply(to: wrapper, in: context)
    return [wrapper]
  }

  /// `Title <target>` or a target.
  private func entry(
    _ line: String, at position: SourcePosition, in context: any ParseContext
  ) -> ToctreeEntry {
    var title: String?
    var target = line
    var position = position
    if line.last == ">", let open = line.lastIndex(of: "<"), open != line.startIndex {
      title = line[..<open].trimmed
      position = position.advanced(columns: line[...open].utf8.count)
      target = String(line[line.index(after: open)...].dropLast())
    }
    if Self.isAddress(target) || target == "self" {
      return ToctreeEntry(title: title, target: target, position: position)
    }
    for suffix in context.registry.sourceSuffixes where target.hasSuffix(suffix) {
      target = String(target.dropLast(suffix.count))
    }
    let folder =
      context.documentName.lastIndex(of: "/")
      .map { String(context.documentName[...$0]) } ?? ""
    target = target.hasPrefix("/") ? target : "/" + folder + target
    return ToctreeEntry(
      title: title, target: String(Paths.normalized(target).dropFirst()), position: position)
  }

  private static func isAddress(_ target: String) -> Bool { target.isAddress }
}

/// A table of the headings below this place, or of the whole document.
/// (docutils: directives.parts.Contents.)
struct ContentsDirective: Directive {
  enum Backlinks: String, Decodable, Sendable, CaseIterable {
    case top, entry, none
  }

  struct Options: Decodable {
    var backlinks: Backlinks?
    var `class`: ClassNames?
    var depth: UInt?
    var local: Flag?
  }

  let argument = DirectiveArgument.optionalInline
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node] {
    let options = call.options
    let isLocal = options.local != nil
    let topic = Topic(children: [], position: call.position)
    topic.classes = ["contents"] + (options.class?.names ?? [])
    if isLocal { topic.classes.append("local") }

    let heading = call.argumentElement(Title.self, in: context)
    if heading.children.isEmpty, !isLocal {
      try heading.append(
        Text(Words(context.configuration)["Contents"], position: call.position))
    }
    if !heading.children.isEmpty { try topic.append(heading) }
    let pending = Pending(children: [], position: call.position)
    pending.transform = FillContents.name
    if let backlinks = options.backlinks {
      pending.details.append(
        "backlinks: " + (backlinks == .none ? "None" : "'\(backlinks.rawValue)'"))
    }
    if let classes = options.class {
      pending.details.append("class: \(PythonList.text(classes.names))")
    }
    if let depth = options.depth { pending.details.append("depth: \(depth)") }
    if isLocal { pending.details.append("local: None") }
    try topic.append(pending)
    return [topic]
  }
}

enum PythonList {
  /// Strings as Python writes a list of them.
  static func text(_ items: [String]) -> String {
    "[" + items.map(PythonLiteral.quoted).joined(separator: ", ") + "]"
  }
}
