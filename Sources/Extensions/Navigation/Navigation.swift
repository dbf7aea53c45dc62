public import DocTree

/// The order of a project's pages, and the numbers that follow from it: what `toctree` makes.
public struct Navigation: Extension {
  public let name = "navigation"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: NumberingStep.sectionDepth)
    registry.add(config: FigureWords.formats)
    registry.add(config: DescriptionEntries.areShown)
    registry.add(config: DescriptionEntries.showParents)
    registry.add(pageData: PageOutline.self)
    registry.add(globalStep: NavigationStep())
    registry.add(globalStep: NumberingStep())
    registry.add(globalStep: NumberTitles())
    registry.add(transform: AutoNumbering().only(in: .sphinx))
    registry.add(transform: FillToctrees())
    registry.add(transform: FillNumbers())
  }
}
