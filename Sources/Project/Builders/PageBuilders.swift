import DocTree

/// The builders that write a file for each document: `text`, `xml`, `pseudoxml`, `json`, and `dummy`,
/// which only looks for mistakes.
struct PageBuilders: Extension {
  let name = "builders"

  func register(in registry: inout Registry) {
    registry.add(builder: PageBuilder(name: "text", format: "text", suffix: ".txt"))
    registry.add(builder: PageBuilder(name: "xml", format: "xml", suffix: ".xml"))
    registry.add(builder: PageBuilder(name: "pseudoxml", format: "pseudoxml", suffix: ".pseudoxml"))
    registry.add(builder: PageBuilder(name: "json", format: "json", suffix: ".json"))
    registry.add(builder: PageBuilder(name: "dummy", format: nil, suffix: ""))
  }
}

/// One file for each document, of the same name.
struct PageBuilder: Builder {
  let name: String
  let format: String?
  let suffix: String

  func path(ofPage name: String) -> String? { format == nil ? nil : name + suffix }
}
