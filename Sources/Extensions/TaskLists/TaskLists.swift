public import DocTree

/// Items of lists that begin with `[ ]` or `[x]`: things to do, and done. (MyST: tasklist.)
public struct TaskLists: Extension {
  public let name = "tasklist"

  /// Whether readers can tick the boxes. (MyST: myst_enable_checkboxes.)
  public static let areEditable = ConfigKey(
    "myst.enable_checkboxes", default: false, affects: .read)

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: Self.areEditable)
    registry.add(transform: TaskListItems())
  }
}

/// Puts a box before the text of items that ask for one.
struct TaskListItems: Transform {
  static let extensions = ConfigKey<[String]>(
    "myst.enable_extensions", default: [], affects: .read)

  let phase = Phase.read
  let priority = 30
  let kinds: [Node.Type]? = [ListItem.self]

  func isEnabled(in configuration: Configuration) -> Bool {
    configuration[Self.extensions].contains("tasklist")
  }

  func apply(to document: Document, in context: TransformContext) throws {
    let isEditable = context.configuration[TaskLists.areEditable]
    for item in document.findAll(ListItem.self) {
      guard let paragraph = item.children.first as? Paragraph,
        let text = paragraph.children.first as? Text, let isChecked = Self.mark(of: text)
      else { continue }
      let rest = Text(String(text.string.dropFirst(4)), position: text.position)
      rest.position.column += 4
      try paragraph.replace(text, with: rest)
      let box = Raw(
        text: "<input class=\"task-list-item-checkbox\" \(isChecked ? "checked=\"checked\" " : "")"
          + "\(isEditable ? "" : "disabled=\"disabled\" ")type=\"checkbox\">")
      box.format = "html"
      if let source = paragraph.rawSource { paragraph.rawSource = String(source.dropFirst(4)) }
      try paragraph.insert(box, at: 0)
      item.classes.append("task-list-item")
      if isEditable { item.classes.append("enabled") }
      if let list = item.parent, !list.classes.contains("contains-task-list") {
        list.classes.append("contains-task-list")
      }
    }
  }

  /// Whether the box at the beginning of the text is ticked; nil if there is none.
  private static func mark(of text: Text) -> Bool? {
    guard text.string.utf8.first == 0x5B else { return nil }
    let bytes = Array(text.string.utf8.prefix(4))
    guard bytes.count == 4, bytes[0] == 0x5B, bytes[2] == 0x5D,
      bytes[3] == 0x20 || bytes[3] == 0x09
    else { return nil }
    switch bytes[1] {
    case 0x20: return false
    case 0x78, 0x58: return true
    default: return nil
    }
  }
}
