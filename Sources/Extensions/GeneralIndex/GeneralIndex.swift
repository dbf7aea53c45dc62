public import DocTree
import Translators

/// The index of a project: a page `genindex` with all that `index` and descriptions enter, if anything
/// does, or something refers to it. (Sphinx: environment.adapters.indexentries.)
public struct GeneralIndex: Extension {
  public let name = "genindex"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(pageData: IndexData.self)
    registry.add(globalStep: IndexStep())
    registry.add(page: IndexPage())
    registry.add(
      IndexColumns.self,
      html: NodeHandler { node, html in
        html.newline()
        html.open(
          "table", node, classes: ["indextable", "genindextable"],
          attributes: [("style", "width: 100%")])
        html.raw("<tr>\n")
        return .continue
      } depart: { _, html in
        html.raw("</tr></table>\n")
        return .continue
      })
    registry.add(
      IndexColumn.self,
      html: NodeHandler { _, html in
        html.open("td", attributes: [("style", "width: 33%; vertical-align: top;")])
        return .continue
      } depart: { _, html in
        html.raw("</td>\n")
        return .continue
      })
  }
}

/// The entries under one letter, beside each other.
final class IndexColumns: Element {
  override class var schema: Schema { Schema([.body], content: .body) }
}

/// A column of them.
final class IndexColumn: Element {
  override class var schema: Schema { Schema([.body], content: .body) }
}
