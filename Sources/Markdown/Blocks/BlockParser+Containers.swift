internal import DocTree

extension BlockParser {
  /// The node of a block that contains others.
  func makeElement(_ block: OpenBlock, children: [Node]) -> Element {
    switch block.kind {
    case .quote: return BlockQuote(children: children, position: block.position)
    case .item: return ListItem(children: children, position: block.position)
    case .list: return list(block, children)
    case .document, .custom: return Container(children: children, position: block.position)
    }
  }

  private func list(_ block: OpenBlock, _ children: [Node]) -> Element {
    let marker = block.marker
    let character = String(UnicodeScalar(marker.character))
    guard marker.isNumber else {
      let list = BulletList(children: children, position: block.position)
      list.isTight = !block.isLoose
      list.bullet = character
      return list
    }
    let list = EnumeratedList(children: children, position: block.position)
    list.isTight = !block.isLoose
    list.suffix = character
    if marker.number != 1 { list.start = marker.number }
    return list
  }
}
