/// The kinds of input that say nothing about DocTree, with the reason.
enum MySTExclusions {
  private static let rules: [(reason: String, applies: @Sendable (MySTCase) -> Bool)] = [
    ("left out by MyST-Parser's own tests", { $0.skipped != nil }),
    (
      "embedded reStructuredText, which DocTree does not read",
      { $0.markdown.contains("{eval-rst}") }
    ),
    (
      "a document in reStructuredText, which DocTree does not read",
      { $0.files.keys.contains { $0.hasSuffix(".rst") } && $0.markdown.contains(".rst") }
    ),
    (
      "an inventory that is in MyST-Parser's repository",
      { $0.settings.keys.contains("myst_inventories") }
    ),
  ]

  static func reason(for item: MySTCase) -> String? {
    rules.first { $0.applies(item) }?.reason
  }
}
