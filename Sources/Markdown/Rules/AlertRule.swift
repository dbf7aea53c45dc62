internal import DocTree

/// `> [!NOTE]`: a quotation that is a remark. (GitHub; markdown-it: alerts.)
struct AlertRule: BlockRule {
  let name = "alert"
  let triggers: [Character] = [">"]

  private static let kinds: [String: Element.Type] = [
    "note": Note.self, "tip": Tip.self, "important": Important.self, "warning": Warning.self,
    "caution": Caution.self,
  ]

  func configured(by configuration: Configuration) -> (any BlockRule)? {
    MystBlocks.isEnabled(name, in: configuration) ? self : nil
  }

  func parse(_ lines: BlockLines, in context: any ParseContext) -> BlockMatch? {
    guard let line = lines[0] else { return nil }
    let rest = line.trimmed(1..<line.bytes.count)
    guard rest.bytes.count >= 4, rest[0] == 0x5B, rest[1] == 0x21,
      rest[rest.bytes.count - 1] == 0x5D,
      let kind = Self.kinds[rest[2..<(rest.bytes.count - 1)].text.lowercased()]
    else { return nil }
    return .container(
      BlockContainer(markerLength: line.bytes.count, isQuote: true) { children, _ in
        let remark = kind.init()
        remark.position = line.position
        remark.appendQuietly(children)
        return [remark]
      })
  }
}
