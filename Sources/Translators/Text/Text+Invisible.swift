import DocTree

extension TextFormat {
  /// What is not for the reader of the text.
  func addInvisible(to registry: inout Registry) {
    registry.add(Comment.self, text: .skipped)
    registry.add(SubstitutionDefinition.self, text: .skipped)
    registry.add(Pending.self, text: .skipped)
    registry.add(SystemMessage.self, text: .skipped)
    registry.add(Meta.self, text: .skipped)
    // Headers and footers belong to pages, which text has none of.
    registry.add(Decoration.self, text: .skipped)
    registry.add(Header.self, text: .skipped)
    registry.add(Footer.self, text: .skipped)
  }
}
