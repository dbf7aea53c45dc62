/// The transforms that every document goes through.
public struct StandardTransforms: Extension {
  public let name = "transforms"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(config: Dialect.key)
    registry.add(config: Registry.primaryDomain)
    registry.add(config: Words.language)
    registry.add(config: Words.replacements)
    registry.add(globalStep: CheckWords())
    registry.add(config: WarningFilter.key)
    registry.add(transform: SectionNesting())
    registry.add(transform: TargetNames())
    registry.add(transform: CodeClasses().only(in: .docutils))
    registry.add(config: DocTitle.isWanted)
    registry.add(transform: TargetOrder())
    registry.add(transform: PropagateTargets())
    registry.add(transform: ExplicitIDs())
    registry.add(transform: DocTitle().only(in: .docutils))
    registry.add(transform: DocInfo())
    registry.add(transform: CollectMetadata().only(in: .sphinx))
    registry.add(transform: Transitions())
    registry.add(transform: FilterMessages(limit: nil, priority: 999).only(in: .sphinx))
  }
}
