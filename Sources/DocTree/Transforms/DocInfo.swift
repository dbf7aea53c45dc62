/// Makes the field list at the beginning of a document its bibliographic fields.
/// (docutils: frontmatter.DocInfo.)
public struct DocInfo: Transform {
  public let priority = 340
  public let kinds: [Node.Type]? = [FieldList.self]

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    guard let index = document.firstChildIndex(notIn: .preBibliographic),
      let list = document.children[index] as? FieldList
    else { return }
    var fields = BibliographicFields()
    for child in list.removeChildren() {
      if let field = child as? Field { try fields.add(field) }
    }
    list.detach()
    let place =
      document.children.firstIndex { child in
        !(child.kind.categories.contains(.titular) || child is Decoration || child is Meta)
      } ?? document.children.count
    try document.insert(fields.nodes(), at: place)
  }
}

/// What a list of fields becomes.
private struct BibliographicFields {
  private var docinfo: [Node] = []
  private var dedication: Topic?
  private var abstract: Topic?

  mutating func add(_ field: Field) throws {
    // Of a name with markup, what stands before it counts.
    let name = field.children.first?.asElement?.children.first?.astext() ?? ""
    if let body = field.children.last as? FieldBody, field.children.count == 2,
      try use(body, named: ReferenceName.normalized(name))
    {
      return
    }
    if let paragraph = (field.children.last as? FieldBody)?.onlyParagraph {
      RevisionKeyword.clean(paragraph)
    }
    let className = Identifier.make(from: ReferenceName.normalized(name))
    if !className.isEmpty { field.classes.append(className) }
    docinfo.append(field)
  }

  /// - Returns: whether the field is one that docutils knows, and has a fitting body.
  private mutating func use(_ body: FieldBody, named name: String) throws -> Bool {
    guard let paragraph = body.onlyParagraph else { return false }
    switch name {
    case "author": add(Author(), paragraph)
    case "organization": add(Organization(), paragraph)
    case "address": add(Address(), paragraph)
    case "contact": add(Contact(), paragraph)
    case "version": add(Version(), paragraph)
    case "revision": add(Revision(), paragraph)
    case "status": add(Status(), paragraph)
    case "date": add(DateElement(), paragraph)
    case "copyright": add(Copyright(), paragraph)
    case "authors": return addAuthors(paragraph)
    case "dedication":
      guard dedication == nil else { return false }
      dedication = topic("Dedication", paragraph)
    case "abstract":
      guard abstract == nil else { return false }
      abstract = topic("Abstract", paragraph)
    default: return false
    }
    return true
  }

  private mutating func add(_ element: Element, _ paragraph: Paragraph) {
    RevisionKeyword.clean(paragraph)
    element.position = paragraph.position
    element.appendNew(paragraph.removeChildren())
    docinfo.append(element)
  }

  /// Names between semicolons, or if there are none, commas.
  private mutating func addAuthors(_ paragraph: Paragraph) -> Bool {
    let text = paragraph.astext()
    let separator: Character = text.contains(";") ? ";" : ","
    let names = text.split(separator: separator).map { $0.trimmingWhiteSpace() }
      .filter { !$0.isEmpty }
    guard !names.isEmpty else { return false }
    let authors = Authors(children: names.map { Author($0) }, position: paragraph.position)
    docinfo.append(authors)
    return true
  }

  private func topic(_ title: String, _ paragraph: Paragraph) -> Topic {
    let topic = Topic(Title(title))
    topic.classes = [title.lowercased()]
    topic.position = paragraph.position
    paragraph.detach()
    topic.appendNew([paragraph])
    return topic
  }

  func nodes() -> [Node] {
    (docinfo.isEmpty ? [] : [Docinfo(children: docinfo, position: docinfo[0].position)])
      + [dedication, abstract].compactMap { $0 }
  }
}

extension FieldBody {
  /// Its paragraph, if there is nothing else in it.
  fileprivate final var onlyParagraph: Paragraph? {
    children.count == 1 ? children[0] as? Paragraph : nil
  }
}

extension Substring {
  fileprivate func trimmingWhiteSpace() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

/// `$Date: 2026/01/31 10:00:00 $` and the like, which version control fills in.
/// (docutils: utils.clean_rcs_keywords.)
private enum RevisionKeyword {
  static func clean(_ paragraph: Paragraph) {
    guard paragraph.children.count == 1, let text = paragraph.children[0].asText,
      let cleaned = clean(text.string)
    else { return }
    text.string = cleaned
  }

  private static func clean(_ text: String) -> String? {
    guard text.hasPrefix("$"), text.hasSuffix(" $"), let colon = text.firstIndex(of: ":") else {
      return nil
    }
    let keyword = text[text.index(after: text.startIndex)..<colon]
    let value = text[text.index(after: colon)...].dropLast(2)
    guard !keyword.isEmpty, keyword.allSatisfy({ $0.isASCII && $0.isLetter }), value.first == " "
    else { return nil }
    let trimmed = value.trimmingWhiteSpace()
    switch keyword.lowercased() {
    case "date":
      return String(trimmed.prefix(10).map { $0 == "/" ? "-" : $0 })
    case "rcsfile" where trimmed.hasSuffix(",v"): return String(trimmed.dropLast(2))
    default: return trimmed
    }
  }
}

/// Keeps the bibliographic fields as the document's metadata, and takes them out of the tree, as
/// Sphinx does. (Sphinx: environment.collectors.metadata.)
public struct CollectMetadata: Transform {
  public let priority = 880
  public let kinds: [Node.Type]? = [Docinfo.self]

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    for child in document.children {
      guard let docinfo = child as? Docinfo else { continue }
      for item in docinfo.children {
        guard let element = item.asElement else { continue }
        if let field = element as? Field, let name = field.children.first,
          let body = field.children.last
        {
          note(name.asElement?.astext() ?? "", body, document)
        } else {
          note(element.kind.name, element, document)
        }
      }
      docinfo.detach()
      return
    }
  }

  private func note(_ name: String, _ node: Node, _ document: Document) {
    guard document.metadata[name] == nil else { return }
    document.metadata[name] = ConfigValue(
      .scalar(node.asElement?.astext() ?? "", .plain), at: node.position)
  }
}
