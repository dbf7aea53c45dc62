import DocTree

/// A list that is open.
enum ListState {
  case bullets
  /// - Parameter next: the number of the next item.
  case numbers(type: String?, prefix: String, suffix: String, next: Int)
}

extension TextFormat {
  func addLists(to registry: inout Registry) {
    registry.add(
      BulletList.self,
      text: NodeHandler(
        visit: { _, text in
          text.lists.append(.bullets)
          return .continue
        }, depart: { _, text in text.closeList() }))
    registry.add(
      EnumeratedList.self,
      text: NodeHandler(
        visit: { node, text in
          text.lists.append(
            .numbers(
              type: node.enumtype, prefix: node.prefix ?? "", suffix: node.suffix ?? "",
              next: node.start ?? 1))
          return .continue
        }, depart: { _, text in text.closeList() }))
    registry.add(
      ListItem.self,
      text: NodeHandler(
        visit: { _, text in
          text.openBlock(prefix: text.nextItemPrefix())
          return .continue
        },
        depart: { _, text in
          text.closeBlock()
          return .continue
        }))
    addDefinitionLists(to: &registry)
    addFieldLists(to: &registry)
    addOptionLists(to: &registry)
  }

  private func addDefinitionLists(to registry: inout Registry) {
    registry.add(DefinitionList.self, text: Self.list())
    registry.add(DefinitionListItem.self, text: Self.tightBlock())
    registry.add(
      Term.self,
      text: NodeHandler(visit: { _, text in
        if text.endsInText { text.addLineBreak() }
        return .continue
      }))
    registry.add(Classifier.self, text: Self.marks(" : ", ""))
    registry.add(Definition.self, text: Self.block(indent: 3))
  }

  private func addFieldLists(to registry: inout Registry) {
    registry.add(FieldList.self, text: Self.list())
    registry.add(Field.self, text: Self.tightBlock())
    registry.add(FieldName.self, text: Self.marks("", ":"))
    registry.add(FieldBody.self, text: Self.block(indent: 3))
  }

  private func addOptionLists(to registry: inout Registry) {
    registry.add(OptionList.self, text: Self.list())
    registry.add(OptionListItem.self, text: Self.tightBlock())
    registry.add(OptionGroup.self, text: .childrenOnly)
    registry.add(
      CommandOption.self,
      text: NodeHandler(visit: { _, text in
        if text.endsInText { text.add(", ") }
        return .continue
      }))
    registry.add(OptionString.self, text: .childrenOnly)
    registry.add(
      OptionArgument.self,
      text: NodeHandler(visit: { node, text in
        text.add(node.delimiter ?? " ")
        return .continue
      }))
    registry.add(Description.self, text: Self.block(indent: 3))
  }

  /// A list whose items may end without a blank line.
  private static func list<Subject: Node>() -> NodeHandler<Subject, TextTranslator> {
    NodeHandler(
      visit: { _, _ in .continue },
      depart: { _, text in
        text.addBlankLine()
        return .continue
      })
  }

  /// A block whose own text stands right above what it contains.
  private static func tightBlock<Subject: Node>() -> NodeHandler<Subject, TextTranslator> {
    NodeHandler(
      visit: { _, text in
        text.openBlock(indent: 0, isSpaced: false)
        return .continue
      },
      depart: { _, text in
        text.closeBlock()
        return .continue
      })
  }
}

extension TextTranslator {
  fileprivate mutating func closeList() -> DepartAction {
    _ = lists.popLast()
    return .continue
  }

  /// What stands before the next item of the innermost list.
  fileprivate mutating func nextItemPrefix() -> String {
    guard
      case .numbers(let type, let prefix, let suffix, let number) = lists.last
    else { return "* " }
    lists[lists.count - 1] = .numbers(
      type: type, prefix: prefix, suffix: suffix, next: number &+ 1)
    return prefix + Enumerator.text(number, type: type) + suffix + " "
  }
}
