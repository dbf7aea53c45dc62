import DocTree

extension TextFormat {
  /// What is not for the reader of the text.
  func addInvisible(to registry: inout Registry) {
    registry.add(Comment.self, Self.nothing(for: Comment.self))
    registry.add(
      SubstitutionDefinition.self, Self.nothing(for: SubstitutionDefinition.self))
    registry.add(Pending.self, Self.nothing(for: Pending.self))
    registry.add(SystemMessage.self, Self.nothing(for: SystemMessage.self))
    registry.add(Meta.self, Self.nothing(for: Meta.self))
    // Headers and footers belong to pages, which text has none of.
    registry.add(Decoration.self, Self.nothing(for: Decoration.self))
    registry.add(Header.self, Self.nothing(for: Header.self))
    registry.add(Footer.self, Self.nothing(for: Footer.self))
  }
}
