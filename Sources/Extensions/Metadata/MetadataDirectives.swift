public import DocTree

/// What is said about the document: `title`, `meta`, `header`, `footer`, and directives that leave
/// nothing in it.
public struct MetadataDirectives: Extension {
  public let name = "metadata"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(directive: "title", TitleDirective())
    registry.add(directive: "meta", MetaDirective())
    registry.add(directive: "header", DecorationDirective<Header>())
    registry.add(directive: "footer", DecorationDirective<Footer>())
    registry.add(directive: "sectionauthor", SilentDirective())
    registry.add(directive: "codeauthor", SilentDirective())
    registry.add(directive: "moduleauthor", SilentDirective())
    for name in ["sectnum", "section-numbering"] {
      registry.add(directive: name, SectionNumbersDirective())
    }
    registry.add(transform: NumberSections())
    registry.add(directive: "default-domain", DefaultDomainDirective())
    registry.add(directive: "target-notes", TargetNotesDirective())
    registry.add(transform: GatherMetadata())
    registry.add(transform: DropTargetNotes())
  }
}

/// Sets the title that outputs show outside the text.
struct TitleDirective: Directive {
  let argument = DirectiveArgument.required
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    context.document.title = call.argument
    return []
  }
}

/// Metadata for search engines, a line for each: `keywords: trees, documents`. Attributes may stand
/// behind the name: `description lang=en: …`. (docutils: directives.misc.Meta.)
struct MetaDirective: Directive {
  let content = DirectiveContent.text

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    var result: [Meta] = []
    for (number, line) in call.text.lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let place = call.contentPosition.advanced(lines: number)
      if line.first?.isWhitespace ?? false, let last = result.last {
        last.content = (last.content ?? "") + " " + line.trimmed
        continue
      }
      // The colon before the name is reStructuredText's, and known to many writers.
      let field = line.first == ":" ? line.dropFirst() : line
      guard let colon = field.firstIndex(of: ":") else {
        throw MarkupError("'\(line)' is no metadata; write name: value", at: place)
      }
      let meta = Meta(children: [], position: call.position)
      meta.content = field[field.index(after: colon)...].trimmed
      for (index, word) in field[..<colon].split(separator: " ").enumerated() {
        if let equals = word.firstIndex(of: "=") {
          let value = AttributeValue.string(String(word[word.index(after: equals)...]))
          meta[String(word[..<equals])] = value
        } else if index == 0 {
          meta.name = String(word)
        } else {
          let offset = line.utf8.distance(from: line.startIndex, to: word.startIndex)
          throw MarkupError(
            "'\(word)' is no attribute; write name=value", at: place.advanced(columns: offset))
        }
      }
      result.append(meta)
    }
    // One that says nothing is left out, as docutils does.
    return result.filter { $0.content?.isEmpty == false }
  }
}

/// What is repeated at the top or the bottom of every page.
struct DecorationDirective<Part: Element>: Directive {
  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] {
    try requireContent(call)
    let part = Part(children: call.nodes, position: call.position)
    return [Decoration(children: [part], position: call.position)]
  }
}

/// Puts metadata, headers and footers at the document's beginning, where they belong.
struct GatherMetadata: Transform {
  let phase = Phase.read
  let priority = 20
  let kinds: [Node.Type]? = [Decoration.self, Meta.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let decorations = Array(document.findAll(Decoration.self))
    let metadata = Array(document.findAll(Meta.self))
    guard !decorations.isEmpty || !metadata.isEmpty else { return }
    var headers: [Node] = []
    var footers: [Node] = []
    for decoration in decorations {
      decoration.detach()
      for part in decoration.children {
        guard let element = part.asElement else { continue }
        if element is Header { headers += element.children } else { footers += element.children }
      }
    }
    metadata.forEach { $0.detach() }
    var parts: [Node] = []
    if !headers.isEmpty { parts.append(Header(children: headers)) }
    if !footers.isEmpty { parts.append(Footer(children: footers)) }
    let place = document.children.prefix {
      $0 is Subtitle || ($0 as? Title)?.level == nil && $0 is Title
    }
    .count
    var front: [Node] = metadata
    if !parts.isEmpty { front.append(Decoration(children: parts)) }
    try document.insert(front, at: place)
  }
}

/// A directive that concerns others than the reader of the document.
struct SilentDirective: Directive {
  var argument = DirectiveArgument.required
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) throws -> [Node] { [] }
}

/// Names the domain of the directives and roles behind it that are written without one. An unknown one
/// is as good as none. (Sphinx: directives.DefaultDomain.)
struct DefaultDomainDirective: Directive {
  let argument = DirectiveArgument.requiredWord
  let content = DirectiveContent.none

  func announce(_ argument: String, at position: SourcePosition, in context: any ParseContext) {
    context.setDefaultDomain(argument.trimmed.lowercased(), from: position)
  }

  func run(_ call: DirectiveCall<NoOptions>, in context: any ParseContext) -> [Node] { [] }
}

/// A footnote for each target that is an address. Markdown has no such targets, so nothing comes
/// of it.
struct TargetNotesDirective: Directive {
  typealias Options = CommonOptions

  let optionNames: [String]? = ["class"]
  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<CommonOptions>, in context: any ParseContext) throws -> [Node] {
    let pending = Pending(children: [], position: call.position)
    pending.transform = DropTargetNotes.name
    let classes = call.options.classNames
    if !classes.isEmpty { pending.details = ["class: \(PythonList.text(classes))"] }
    return [pending]
  }
}

struct DropTargetNotes: Transform {
  static let name = "docutils.transforms.references.TargetNotes"

  let priority = 540
  let kinds: [Node.Type]? = [Pending.self]

  func apply(to document: Document, in context: TransformContext) throws {
    for pending in Array(document.findAll(Pending.self)) where pending.transform == Self.name {
      pending.detach()
    }
  }
}
