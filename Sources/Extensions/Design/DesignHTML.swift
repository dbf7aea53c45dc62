import DocTree
import Translators

enum ComponentHTML<Subject: Element>: NodeTranslator {
  static func visit(_ node: Subject, _ html: inout HTMLTranslator) -> VisitAction {
    html.newline()
    html.open(
      "div", node, classes: ["docutils"], attributes: [("style", node["style"]?.text)])
    html.newline()
    return .continue
  }

  static func depart(_ node: Subject, _ html: inout HTMLTranslator) -> DepartAction {
    html.newline()
    html.raw("</div>\n")
    return .continue
  }
}

/// A radio button and its label, which the style sheet does the rest with. It wants the button, the label
/// and the content to follow each other.
enum TabItemHTML: NodeTranslator {
  static func visit(_ node: TabItem, _ html: inout HTMLTranslator) -> VisitAction {
    let set = (node.parent as? TabSet)?.number ?? 0
    html.newline()
    for id in node.ids {
      html.open("span", attributes: [("id", id)])
      html.close("span")
    }
    html.empty(
      "input",
      attributes: [
        ("checked", node.isSelected ? "checked" : nil), ("id", node.htmlID),
        ("name", "sd-tab-set-\(set)"), ("type", "radio"),
      ])
    html.newline()
    return .continue
  }

  static func depart(_ node: TabItem, _ html: inout HTMLTranslator) -> DepartAction { .continue }
}

enum TabLabelHTML: NodeTranslator {
  static func visit(_ node: TabLabel, _ html: inout HTMLTranslator) -> VisitAction {
    let item = node.parent as? TabItem
    html.open(
      "label", node,
      attributes: [
        ("data-sync-group", item?.syncID == nil ? nil : item?.syncGroup),
        ("data-sync-id", item?.syncID), ("for", item?.htmlID),
      ])
    return .continue
  }

  static func depart(_ node: TabLabel, _ html: inout HTMLTranslator) -> DepartAction {
    html.close("label")
    return .continue
  }
}

extension TabItem {
  fileprivate var htmlID: String { "sd-tab-item-\(number ?? 0)" }
}

enum DropdownHTML: NodeTranslator {
  static func visit(_ node: Dropdown, _ html: inout HTMLTranslator) -> VisitAction {
    html.newline()
    html.open("details", node, attributes: [("open", node.isOpen ? "open" : nil)])
    html.newline()
    return .continue
  }

  static func depart(_ node: Dropdown, _ html: inout HTMLTranslator) -> DepartAction {
    html.newline()
    html.raw("</details>\n")
    return .continue
  }
}

enum DropdownTitleHTML: NodeTranslator {
  static func visit(_ node: DropdownTitle, _ html: inout HTMLTranslator) -> VisitAction {
    html.open("summary", node)
    html.newline()
    if let icon = node.icon {
      html.raw("<span class=\"sd-summary-icon\">")
      html.open("span", classes: ["sd-octicon", "sd-octicon-\(icon)"])
      html.raw("</span></span>")
    }
    html.raw("<span class=\"sd-summary-text\">")
    if node.children.isEmpty { html.raw("…") }
    return .continue
  }

  static func depart(_ node: DropdownTitle, _ html: inout HTMLTranslator) -> DepartAction {
    let direction = node.pointsDown ? "down" : "right"
    html.raw("</span><span class=\"sd-summary-state-marker sd-summary-chevron-\(direction)\">")
    html.raw(node.pointsDown ? "⌄" : "›")
    html.raw("</span></summary>\n")
    return .continue
  }
}

enum BadgeHTML: NodeTranslator {
  static func visit(_ node: Badge, _ html: inout HTMLTranslator) -> VisitAction {
    html.open("span", node, attributes: [("title", node.tooltip)])
    return .continue
  }

  static func depart(_ node: Badge, _ html: inout HTMLTranslator) -> DepartAction {
    html.close("span")
    return .continue
  }
}

/// A place for the icon. Font Awesome's style sheet draws it; the name of others is its text.
enum IconHTML: NodeTranslator {
  static func visit(_ node: Icon, _ html: inout HTMLTranslator) -> VisitAction {
    let isDrawn = node.classes.first?.hasPrefix("fa") ?? false
    html.open(
      "span", node, attributes: isDrawn ? [("role", "img"), ("aria-label", node.icon)] : [])
    if !isDrawn { html.text(node.icon) }
    html.close("span")
    return .skipNode
  }
}
