import DocTree

/// The page with the index. (Sphinx: genindex.html.)
struct IndexPage: GeneratedPage {
  static let pageName = "genindex"
  var name: String { Self.pageName }

  func document(in project: ProjectView, _ context: CollectContext) throws -> Document? {
    guard project.builder.format == "html",
      let index = project.fact(IndexFact.self, name)
    else { return nil }
    let section = Section(Title(Words(project.configuration)["Index"]))
    section.ids = ["index"]
    let ids = Self.ids(of: index.groups)
    if !ids.isEmpty { try section.append(letters(index, ids)) }
    for (group, id) in zip(index.groups, ids) {
      let part = Section(Title(group.title), try columns(group.entries, project))
      part.ids = [id]
      try section.append(part)
    }
    return Document(section)
  }

  /// A letter is the id of what is under it.
  private static func ids(of groups: [IndexFact.Group]) -> [String] {
    var taken: Set<String> = ["index"]
    return groups.map { group in
      var id = String(group.title.map { $0.isWhitespace ? "-" : $0 })
      while !taken.insert(id).inserted { id += "-" }
      return id
    }
  }

  /// Links to the letters.
  private func letters(_ index: IndexFact, _ ids: [String]) throws -> Element {
    let line = CompactParagraph()
    for (group, id) in zip(index.groups, ids) {
      if !line.children.isEmpty { try line.append(" | ") }
      let reference = Reference(Strong(group.title))
      reference.refid = id
      try line.append(reference)
    }
    let box = Container(line)
    box.classes = ["genindex-jumpbox"]
    return box
  }

  /// The entries in two columns of the same height.
  private func columns(_ entries: [IndexFact.Entry], _ project: ProjectView) throws -> Element {
    let total = entries.reduce(0) { $0 + 1 + $1.parts.count }
    var lists = [BulletList(), BulletList()]
    var height = 0
    for entry in entries {
      let column = height * 2 < total ? 0 : 1
      height += 1 + entry.parts.count
      let item = ListItem(try line(entry.text, entry.places, project))
      if !entry.parts.isEmpty {
        let list = BulletList()
        for part in entry.parts {
          try list.append(ListItem(try line(part.text, part.places, project)))
        }
        try item.append(list)
      }
      try lists[column].append(item)
    }
    lists.removeAll(where: \.children.isEmpty)
    return IndexColumns(children: lists.map { IndexColumn($0) })
  }

  /// The text as a link to the first place, and numbers that lead to the others.
  private func line(
    _ text: String, _ places: [IndexFact.Place], _ project: ProjectView
  ) throws -> Element {
    let line = CompactParagraph()
    for (index, place) in places.enumerated() {
      if index > 0 { try line.append(", ") }
      let label = index == 0 ? text : "[\(index)]"
      let reference = Reference()
      reference["internal"] = .flag(true)
      reference.refuri = project.address(
        ofPage: place.page, id: place.id.isEmpty ? nil : place.id)
      if place.isMain {
        try reference.append(Strong(label))
      } else {
        try reference.append(label)
      }
      try line.append(reference)
    }
    if places.isEmpty { try line.append(text) }
    return line
  }
}
