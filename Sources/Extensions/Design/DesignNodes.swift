public import DocTree

/// A block that its class names make part of a design: a grid, a card, one of its parts.
open class Component: Element {
  /// Which one it is: `grid-row`, `card-body`.
  public final var component = ""

  open override class var schema: Schema {
    Schema(
      [.general, .body], content: .optionalBody,
      attributes: [Attribute("design_component", \Component.component, default: "")])
  }

  convenience init(
    _ component: String, classes: [String], children: [Node] = [],
    at position: SourcePosition = .unknown
  ) {
    self.init(children: children, position: position)
    self.component = component
    self.classes = classes
  }
}

/// What a tab or a dropdown shows when it is open.
public final class IndentedPart: Component {}

/// The title of a card.
public final class CardTitle: TextElement {
  public override class var schema: Schema { Schema([.general, .body]) }
}

/// The link that a click on a card follows.
public final class CardLink: TextElement {
  /// Whether it has a text of its own for readers without pictures.
  public var hasText = false

  public override class var schema: Schema {
    Schema(
      [.general, .body], attributes: [Attribute("has_text", \CardLink.hasText, default: false)])
  }
}

/// Texts of which one is shown at a time.
public final class TabSet: Element {
  /// Which one of its page it is, from 0.
  public var number: Int?

  public override class var schema: Schema {
    Schema(
      [.general, .body], content: .optionalBody, attributes: [Attribute("number", \TabSet.number)])
  }
}

/// One of these texts, with its label.
public final class TabItem: Element {
  /// Whether it is the one that shows first.
  public var isSelected = false
  /// Which one of its page it is, from 0.
  public var number: Int?
  /// Tabs of all sets with the same group and id are opened together.
  public var syncGroup: String?
  public var syncID: String?

  public override class var schema: Schema {
    Schema(
      [.general, .body],
      content: [.one(.kind(TabLabel.self)), .one(.kind(IndentedPart.self))],
      attributes: [
        Attribute("selected", \TabItem.isSelected, default: false),
        Attribute("number", \TabItem.number), Attribute("sync_group", \TabItem.syncGroup),
        Attribute("sync_id", \TabItem.syncID),
      ])
  }
}

/// What a reader clicks to see a tab.
public final class TabLabel: TextElement {
  public override class var schema: Schema { Schema(.part) }
}

/// A text that a reader can fold away.
public final class Dropdown: Element {
  public var isOpen = false

  public override class var schema: Schema {
    Schema(
      [.general, .body],
      content: [.one(.kind(DropdownTitle.self)), .one(.kind(IndentedPart.self))],
      attributes: [Attribute("opened", \Dropdown.isOpen, default: false)])
  }
}

/// What always shows of a dropdown.
public final class DropdownTitle: TextElement {
  public var icon: String?
  /// Whether the arrow points down while it is closed, and not to the right.
  public var pointsDown = false

  public override class var schema: Schema {
    Schema(
      .part,
      attributes: [
        Attribute("icon", \DropdownTitle.icon),
        Attribute("down", \DropdownTitle.pointsDown, default: false),
      ])
  }
}

/// A short text in a colored box.
public final class Badge: TextElement {
  public var tooltip: String?

  public override class var schema: Schema {
    Schema(.inline, attributes: [Attribute("tooltip", \Badge.tooltip)])
  }
}

/// A small picture by its name in a set of such.
public final class Icon: Element {
  public var icon = ""

  public override class var schema: Schema {
    Schema(.inline, content: .empty, attributes: [Attribute("icon", \Icon.icon, default: "")])
  }
}

/// Numbers the sets of tabs and their tabs, as browsers need names for them.
struct NumberTabs: Transform {
  let priority = 800
  let kinds: [Node.Type]? = [TabSet.self]

  func apply(to document: Document, in context: TransformContext) throws {
    var tabs = 0
    for (index, set) in document.findAll(TabSet.self).enumerated() {
      set.number = index
      let items = set.children.compactMap { $0 as? TabItem }
      if !items.contains(where: \.isSelected) { items.first?.isSelected = true }
      for item in items {
        item.number = tabs
        tabs += 1
      }
    }
  }
}
