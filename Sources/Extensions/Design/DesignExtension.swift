public import DocTree
import Translators

/// Grids, cards, tabs, dropdowns, buttons, badges and icons, with the names and the class names of
/// sphinx-design, so that its style sheet fits.
public struct Design: Extension {
  public let name = "design"

  static let colors = [
    "primary", "secondary", "success", "info", "warning", "danger", "light", "muted", "dark",
    "white", "black",
  ]

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(directive: "div", DivDirective())
    registry.add(directive: "grid", GridDirective())
    registry.add(directive: "grid-item", GridItemDirective())
    registry.add(directive: "grid-item-card", GridItemCardDirective())
    registry.add(directive: "card", CardDirective())
    registry.add(directive: "card-header", CardPartDirective(component: "card-header"))
    registry.add(directive: "card-footer", CardPartDirective(component: "card-footer"))
    registry.add(directive: "card-carousel", CarouselDirective())
    registry.add(directive: "tab-set", TabSetDirective())
    registry.add(directive: "tab-item", TabItemDirective())
    registry.add(directive: "tab-set-code", TabSetCodeDirective())
    registry.add(directive: "dropdown", DropdownDirective())
    registry.add(directive: "button-link", ButtonDirective(isReference: false))
    registry.add(directive: "button-ref", ButtonDirective(isReference: true))
    addBadges(to: &registry)
    addIcons(to: &registry)
    addHandlers(to: &registry)
    addManHandlers(to: &registry)
    registry.add(transform: NumberTabs())
    registry.add(transform: CheckPlaces())
  }

  private func addBadges(to registry: inout Registry) {
    for kind in [BadgeRole.Kind.text, .link, .reference] {
      registry.add(role: kind.rawValue, BadgeRole(kind: kind))
      for color in Self.colors {
        registry.add(role: "\(kind.rawValue)-\(color)", BadgeRole(kind: kind, color: color))
        registry.add(
          role: "\(kind.rawValue)-\(color)-line",
          BadgeRole(kind: kind, color: color, isOutlined: true))
      }
    }
  }

  private func addIcons(to registry: inout Registry) {
    registry.add(role: "octicon", IconRole(set: .octicon))
    for style in ["regular", "outlined", "round", "sharp", "twotone"] {
      registry.add(role: "material-\(style)", IconRole(set: .material))
    }
    for style in ["fa", "fas", "fab", "far"] {
      registry.add(role: style, IconRole(set: .fontAwesome(style)))
    }
  }

  private func addHandlers(to registry: inout Registry) {
    registry.add(ComponentHTML<Component>.self)
    registry.add(Component.self, text: .childrenOnly)
    registry.add(IndentedPart.self, html: ComponentHTML.self, text: IndentedPartText.self)
    registry.add(CardTitle.self, html: ComponentHTML.self, text: CardTitleText.self)
    registry.add(CardLink.self, html: .childrenOnly)
    registry.add(CardLinkText.self)
    registry.add(ComponentHTML<TabSet>.self)
    registry.add(TabSet.self, text: .childrenOnly)
    registry.add(TabItemHTML.self)
    registry.add(TabItem.self, text: .childrenOnly)
    registry.add(TabLabel.self, html: TabLabelHTML.self, text: LabelText.self)
    registry.add(DropdownHTML.self)
    registry.add(Dropdown.self, text: .childrenOnly)
    registry.add(DropdownTitle.self, html: DropdownTitleHTML.self, text: LabelText.self)
    registry.add(BadgeHTML.self)
    registry.add(Badge.self, text: .childrenOnly)
    registry.add(Icon.self, html: IconHTML.self, text: IconText.self)
  }
}
