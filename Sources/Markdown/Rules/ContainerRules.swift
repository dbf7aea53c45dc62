internal import DocTree

/// `[^label]: text`: a note; its other lines are indented by four. (MyST: footnote_def.)
struct FootnoteRule: BlockRule {
  let name = "footnote"
  let triggers: [Character] = ["["]

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0], line[1] == 0x5E else { return nil }
    var end = 2
    while end < line.bytes.count, line[end] != 0x5D {
      if line.isSpace(end) || line[end] == 0x5B { return nil }
      end += 1
    }
    guard end > 2, line[end] == 0x5D, line[end + 1] == 0x3A else { return nil }
    let label = line[2..<end].text
    let note = Footnote()
    note.position = line.position
    note.auto = label.utf8.allSatisfy { BlockScanner.isDigit($0) } ? nil : "1"
    note.names = [label]
    if note.auto == nil { note.appendQuietly([Label(text: label)]) }
    return .container(
      BlockContainer(markerLength: line.skipSpaces(end + 2), indent: 4) { children, _ in
        note.appendQuietly(children)
        return [note]
      })
  }
}

/// `:name: text`: a field; its other lines are indented. There is no escape in its name.
/// (MyST: fieldlist.)
struct FieldRule: BlockRule {
  let name = "fieldlist"
  let triggers: [Character] = [":"]

  func configured(by configuration: Configuration) -> (any BlockRule)? {
    MystBlocks.isEnabled("fieldlist", in: configuration) ? self : nil
  }

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0], let end = line.fieldNameEnd else { return nil }
    // A line below that underlines it makes it a heading.
    if !lines.endsParagraph, lines[1]?.isUnderline == true { return nil }
    let name = FieldName()
    name.position = line.position
    lines.readInline(line[1..<end], into: name)
    let start = line.skipSpaces(end + 1)
    // As far as the line of the body that is indented least, be it the first.
    var indent: Int?
    var index = 1
    while let next = lines[index], next.isBlank || next.indent > 0 {
      if !next.isBlank { indent = min(indent ?? .max, next.indent) }
      index += 1
    }
    let first = line.indent + start
    let isEmpty = start == line.bytes.count
    indent = min(indent ?? (isEmpty ? 2 : first), first)
    return .container(
      BlockContainer(markerLength: start, indent: indent ?? 2) { children, previous in
        let field = Field(
          children: [name, FieldBody(children: children, position: name.position)],
          position: name.position)
        if let list = previous as? FieldList {
          list.appendQuietly([field])
          return []
        }
        let list = FieldList(children: [field], position: name.position)
        list.classes = ["myst", "field-list"]
        return [list]
      })
  }
}

/// A term, and the first of its definitions, which begins with `:` or `~`. (MyST: deflist.)
struct TermRule: BlockRule {
  let name = "deflist"
  let triggers: [Character] = []
  let nextLineTriggers: [Character] = [":", "~"]
  let interruptsParagraph = false
  let precedesStandardSyntax = false

  func configured(by configuration: Configuration) -> (any BlockRule)? {
    MystBlocks.isEnabled("deflist", in: configuration) ? self : nil
  }

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0], !line.isLinkDefinition else { return nil }
    var index = 1
    while let next = lines[index], next.isBlank, index < 3 { index += 1 }
    // Lines that are underlined are a heading.
    if index == 1, lines[2]?.isUnderline == true { return nil }
    guard let marked = lines[index], let marker = DefinitionRule.marker(marked) else { return nil }
    let term = Term()
    term.position = line.position
    lines.readInline(line.trimmed(0..<line.bytes.count), into: term)
    return .container(
      BlockContainer(
        linesBefore: index, markerLength: marker.length, indent: marked.indent + marker.width
      ) { children, previous in
        let item = DefinitionListItem(
          children: [term, Definition(children: children, position: marked.position)],
          position: term.position)
        if let list = previous as? DefinitionList {
          list.appendQuietly([item])
          return []
        }
        let list = DefinitionList(children: [item], position: term.position)
        list.classes = ["simple", "myst"]
        return [list]
      })
  }
}

/// A further definition of a term.
struct DefinitionRule: BlockRule {
  let name = "deflist.definition"
  let triggers: [Character] = [":", "~"]

  func configured(by configuration: Configuration) -> (any BlockRule)? {
    MystBlocks.isEnabled("deflist", in: configuration) ? self : nil
  }

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0], let marker = Self.marker(line),
      lines.previous is DefinitionList || lines.ending == "deflist"
        || lines.ending == name
    else { return nil }
    return .container(
      BlockContainer(markerLength: marker.length, indent: line.indent + marker.width) {
        children, previous in
        let definition = Definition(children: children, position: line.position)
        guard let item = (previous as? DefinitionList)?.children.last?.asElement else {
          return [definition]
        }
        item.appendQuietly([definition])
        return []
      })
  }

  /// A `:` or `~` with white space behind it.
  ///
  /// Lines of its content are indented two columns. More spaces than one behind the marker belong to
  /// the content, of which they may make code.
  ///
  /// - Returns: the bytes of both, and the columns.
  static func marker(_ line: BlockLine) -> (length: Int, width: Int)? {
    guard line.indent < 4, line[0] == 0x3A || line[0] == 0x7E, line.isSpace(1) else { return nil }
    let length = line.skipSpaces(1)
    guard length < line.bytes.count else { return nil }
    if line[1] == 0x20 { return (2, 2) }
    let width = line.bytes.prefix(length).reduce(line.indent) { column, byte in
      byte == 0x09 ? (column & ~3) + 4 : column + 1
    }
    return (length, width - line.indent)
  }
}

extension Element {
  /// Appends nodes that were just made, and so cannot contain this element.
  func appendQuietly(_ nodes: [Node]) {
    do { try append(nodes) } catch {
      preconditionFailure("a node that was just made contains another: \(error)")
    }
  }
}
