import DocTree

/// Makes headed lists of the fields of a description: all `:param x:` are one field "Parameters".
/// (Sphinx: util.docfields.DocFieldTransformer.)
struct GatherFields {
  let domain: any ObjectDomain
  let context: any ParseContext
  private let words: Words
  private var fields: [String: (index: Int, isType: Bool)] = [:]
  private let sorts: [DocField]

  init(_ domain: any ObjectDomain, _ type: String, in context: any ParseContext) {
    self.domain = domain
    self.context = context
    words = Words(context.configuration)
    sorts = domain.fields(type)
    for (index, sort) in sorts.enumerated() {
      for name in sort.names { fields[name] = (index, false) }
      for name in sort.typeNames { fields[name] = (index, true) }
    }
  }

  /// Fields of one sort.
  private struct Group {
    let sort: Int
    var items: [(argument: String, content: [Node])]
    let position: SourcePosition
  }
  private enum Entry {
    /// All fields of one sort, by their place among the groups.
    case group(Int)
    case other(Field)
  }

  /// Changes the field lists among the children, not those within them.
  func apply(to content: Element) throws {
    for case let list as FieldList in content.children { try gather(list) }
  }

  private func gather(_ list: FieldList) throws {
    var entries: [Entry] = []
    var groups: [Group] = []
    var places: [Int: Int] = [:]
    // The types of arguments, by sort.
    var types: [Int: [String: [Node]]] = [:]
    for case let field as Field in list.removeChildren() {
      guard let name = field.firstChild(ofKind: FieldName.self),
        let body = field.firstChild(ofKind: FieldBody.self)
      else { continue }
      let words = name.astext().split(maxSplits: 1, whereSeparator: \.isWhitespace)
      let key = words.first.map(String.init) ?? ""
      // Python's own, for tools. (Sphinx: domains.python.filter_meta_fields.)
      if key == "meta", domain.name == "py" { continue }
      var argument = words.count > 1 ? String(words[1]).trimmed : ""
      guard let (sort, isType) = fields[key], sorts[sort].hasArgument == !argument.isEmpty else {
        let shown = key.prefix(1).uppercased() + key.dropFirst()
        name.removeChildren()
        try name.append(Text(argument.isEmpty ? shown : "\(shown) \(argument)"))
        context.document.noteRawSource(name.astext(), of: name)
        entries.append(.other(field))
        continue
      }
      if isType {
        let inlines = content(of: body).filter { !$0.isBlock }
        if !inlines.isEmpty { types[sort, default: [:]][argument] = inlines }
        continue
      }
      if sorts[sort].isTyped, let space = argument.lastIndex(where: \.isWhitespace) {
        let type = String(argument[..<space]).trimmed
        argument = String(argument[argument.index(after: space)...])
        types[sort, default: [:]][argument] = [Text(type)]
      }
      let item = (argument, content(of: body))
      if sorts[sort].hasArgument, let place = places[sort] {
        groups[place].items.append(item)
      } else {
        if sorts[sort].hasArgument { places[sort] = groups.count }
        entries.append(.group(groups.count))
        groups.append(Group(sort: sort, items: [item], position: field.position))
      }
    }
    for entry in entries {
      switch entry {
      case .other(let field): try list.append(field)
      case .group(let place):
        let group = groups[place]
        try list.append(field(group, types[group.sort] ?? [:]))
      }
    }
  }

  /// What stands in a field, without a paragraph that is alone.
  private func content(of body: FieldBody) -> [Node] {
    if body.children.count == 1, let paragraph = body.children[0] as? Paragraph {
      return paragraph.removeChildren()
    }
    return body.removeChildren()
  }

  private func field(_ group: Group, _ types: [String: [Node]]) throws -> Field {
    let sort = sorts[group.sort]
    let body = FieldBody()
    if !sort.hasArgument, let item = group.items.first {
      var content = item.content
      if let role = sort.bodyRole, content.count == 1, let text = content[0] as? Text {
        content = try domain.link(text.string, role: role, as: .plain, in: context)
      }
      try add([], content, to: body)
    } else if group.items.count == 1, sort.collapses {
      try add(head(group.items[0], sort, types), group.items[0].content, to: body)
    } else {
      let list = BulletList()
      list.position = group.position
      for item in group.items {
        let element = ListItem()
        try add(head(item, sort, types), item.content, to: element)
        try list.append(element)
      }
      try body.append(list)
    }
    let field = Field(FieldName(words[sort.label]), body)
    field.position = group.position
    return field
  }

  /// What stands before the content: the name, and its type.
  private func head(
    _ item: (argument: String, content: [Node]), _ sort: DocField, _ types: [String: [Node]]
  ) throws -> [Node] {
    var nodes =
      try sort.role.map {
        try domain.link(item.argument, role: $0, as: .strong, in: context)
      } ?? [LinkText.strong.node(item.argument)]
    if sort.isTyped, let type = types[item.argument] {
      nodes.append(Text(" ("))
      if let role = sort.typeRole, type.count == 1, let text = type[0] as? Text {
        nodes += try domain.link(text.string, role: role, as: .emphasis, in: context)
      } else {
        nodes += type
      }
      nodes.append(Text(")"))
    }
    let isEmpty = item.content.allSatisfy { $0.astext().allSatisfy(\.isWhitespace) }
    return sort.isTyped && isEmpty ? nodes : nodes + [Text(" -- ")]
  }

  /// Adds a paragraph of what stands in one, and blocks after it. (Sphinx puts blocks into the
  /// paragraph, which no paragraph may hold.)
  private func add(_ head: [Node], _ content: [Node], to element: Element) throws {
    var inlines = Array(content.prefix { !$0.isBlock })
    var blocks = content.dropFirst(inlines.count)
    if context.document.keepsRawSource, !inlines.isEmpty {
      // What stands behind the head is what can be translated. (Sphinx: DocFieldTransformer.)
      let text = Inline(children: inlines, position: inlines[0].nearestPosition)
      text["translatable"] = true
      text.rawSource = text.astext()
      inlines = [text]
    }
    let paragraph = Paragraph()
    try paragraph.append(head + inlines)
    if inlines.isEmpty, let first = blocks.first as? Paragraph {
      paragraph.position = first.position
      try paragraph.append(first.removeChildren())
      blocks = blocks.dropFirst()
    }
    if !paragraph.children.isEmpty { try element.append(paragraph) }
    try element.append(Array(blocks))
  }
}

extension Node {
  /// Whether it stands beside paragraphs, not in them.
  fileprivate var isBlock: Bool {
    guard let element = self as? Element else { return false }
    return !type(of: element).kind.categories.contains(.inline)
  }
}
