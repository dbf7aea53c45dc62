internal import DocTree

/// What the metadata at the beginning of a document means: fields, config values of this document,
/// and what is wrong with it.
struct FrontMatterReader {
  /// Keys that are no fields.
  private static let settingKeys: Set<String> = ["myst", "mystnb", "substitutions", "html_meta"]
  /// Fields whose text is Markdown. (docutils: languages.en.bibliographic_fields.)
  private static let bibliographicKeys: Set<String> = [
    "author", "authors", "organization", "address", "contact", "version", "revision", "status",
    "date", "copyright", "dedication", "abstract",
  ]
  /// Config values to whose entries the document's are added.
  private static let mergedKeys: Set<String> = ["html_meta", "substitutions"]

  let document: Document
  let registry: Registry
  /// The values of the project, and those of the document once it is read.
  private(set) var configuration: Configuration
  /// What is wrong with it.
  private(set) var messages: [Node] = []
  /// The keys in order.
  private var entries: [(key: ConfigValue, value: ConfigValue)] = []

  init(_ document: Document, registry: Registry, configuration: Configuration) {
    self.document = document
    self.registry = registry
    self.configuration = configuration
  }

  // MARK: Config values

  /// Reads the text, and sets the document's config values and metadata.
  mutating func read(_ matter: FrontMatter) {
    var start = matter.position
    start.line += 1
    let root: ConfigValue?
    do throws(YAMLReader.Problem) {
      root = try YAMLReader.read(matter.text, at: start) { [self] key, problem in
        warn(
          "Front matter field '\(key)' is too large to render", problem.message, problem.position,
          docutilsLine: 0)
      }
    } catch {
      messages.append(warn("Malformed YAML", error.message, error.position))
      return
    }
    guard let root, let map = root.map else {
      let type = Self.pythonType(root)
      messages.append(
        warn(
          "YAML is not a dict: <class '\(type)'>", "front matter is a map of names to values",
          root?.position ?? start))
      return
    }
    entries = map
    for (key, value) in map where !Self.settingKeys.contains(key.text ?? "") {
      document.metadata[key.text ?? ""] = value
    }
    readSettings(root)
  }

  private mutating func readSettings(_ root: ConfigValue) {
    var settings = root["myst"]?.map ?? []
    if let myst = root["myst"], myst.map == nil {
      messages.append(
        warn(
          "'myst' key not a dict: <class '\(Self.pythonType(myst))'>",
          "it is a map of names to values", myst.position))
    }
    for name in ["html_meta", "substitutions"] {
      guard let entry = entries.first(where: { $0.key.text == name }) else { continue }
      messages.append(
        warn(
          "top-level '\(name)' key is deprecated, place under 'myst' key instead", nil,
          entry.key.position))
      settings.removeAll { $0.key.text == name }
      settings.append(entry)
    }
    var names: Set<String> = []
    for (key, value) in settings { set(key, to: value, &names) }
    if !names.isEmpty { document.settings = configuration.only(names) }
  }

  private mutating func set(
    _ key: ConfigValue, to value: ConfigValue, _ names: inout Set<String>
  ) {
    let name = key.text ?? ""
    if MystSettings.globalNames.contains(name) {
      messages.append(
        warn(
          "'\(name)' is a global-only config and cannot be set in topmatter", nil, key.position))
      return
    }
    guard registry.hasConfigValue("myst." + name) else {
      let known = registry.configDeclarations.compactMap { declaration in
        declaration.name.hasPrefix("myst.") ? String(declaration.name.dropFirst(5)) : nil
      }.filter { !MystSettings.globalNames.contains($0) }
      let hint = nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
      messages.append(warn("Unknown field: \(name)", hint, key.position))
      return
    }
    do throws(ConfigError) {
      try configuration.set(
        "myst." + name, to: value, in: registry, merging: Self.mergedKeys.contains(name))
      names.insert("myst." + name)
    } catch {
      messages.append(warn(error.message, nil, error.position))
    }
  }

  /// Reports something.
  ///
  /// - Parameters:
  ///   - text: what MyST says.
  ///   - detail: what there is to say besides.
  ///   - docutilsLine: what MyST takes for the line: that dialect has it, and no details.
  @discardableResult
  private func warn(
    _ text: String, _ detail: String?, _ position: SourcePosition, docutilsLine: Int = 1
  ) -> Node {
    var place = document.position
    place.line = docutilsLine
    place.column = 0
    let category = "myst.topmatter"
    let message = SystemMessage(Diagnostic(.warning, text, at: place, category: category))
    if configuration[Dialect.key] == .docutils {
      document.diagnostics.append(Diagnostic(.warning, text, at: place, category: category))
    } else {
      document.diagnostics.append(
        Diagnostic(
          .warning, detail.map { "\(text): \($0)" } ?? text, at: position, category: category))
    }
    return message
  }

  private static func pythonType(_ value: ConfigValue?) -> String {
    switch value?.content {
    case .scalar(_, let style)?:
      if value?.isNull ?? true { return "NoneType" }
      let text = value.map(ValueText.python) ?? ""
      return style == .quoted
        ? "str"
        : Int(text) != nil
          ? "int" : Double(text) != nil ? "float" : value?.boolean != nil ? "bool" : "str"
    case .list?: return "list"
    case .map?: return "dict"
    case nil: return "NoneType"
    }
  }

  // MARK: Nodes

  /// The nodes that stand before the document's text.
  func nodes(in context: MystParseContext) throws -> [Node] {
    var nodes = messages
    nodes += try HTMLMetadata.nodes(configuration[MystSettings.htmlMeta], in: document)
    let fields = entries.filter { !Self.settingKeys.contains($0.key.text ?? "") }
    if !fields.isEmpty {
      let list = FieldList(children: [], position: fields[0].key.position)
      for (key, value) in fields { list.appendNew([try field(key, value, context)]) }
      nodes.append(list)
    }
    if configuration[MystSettings.titleToHeader],
      let title = fields.last(where: { $0.key.text == "title" }),
      !title.value.isNull
    {
      let heading = Title(
        children: try context.parseInline(
          ValueText.python(title.value), at: title.value.position),
        position: title.value.position)
      heading.level = 1
      nodes.append(heading)
    }
    return nodes
  }

  private func field(
    _ key: ConfigValue, _ value: ConfigValue, _ context: MystParseContext
  ) throws -> Node {
    let name = key.text ?? ""
    let isJSON = value.text == nil || value.isNull
    let text = isJSON ? ValueText.json(value) : ValueText.python(value)
    let body = Paragraph(children: [], position: value.position)
    if Self.bibliographicKeys.contains(name) {
      body.appendNew(try context.parseInline(text, at: value.position))
    } else {
      let literal = Literal(children: [Text(text, position: value.position)])
      literal.position = value.position
      body.appendNew([literal])
    }
    let field = Field(children: [], position: key.position)
    field.appendNew([
      FieldName(children: [Text(name, position: key.position)], position: key.position),
      FieldBody(children: [body], position: value.position),
    ])
    return field
  }
}
