package import DocTree

extension Diagnostic {
  /// There is no page that the others are below. (Sphinx: "unable to load the master document".)
  package static func missingRoot(_ name: String) -> Diagnostic {
    Diagnostic(
      .error,
      "the page '\(name)', which the others are below, does not exist; 'root_doc' names another",
      category: "toc.root")
  }
}
