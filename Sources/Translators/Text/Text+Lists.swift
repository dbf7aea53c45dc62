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
      NodeHandler<BulletList, TextTranslator>(
        visit: { _, text in
          text.lists.append(.bullets)
          return .continue
        }, depart: { _, text in text.closeList() }))
    registry.add(
      EnumeratedList.self,
      NodeHandler<EnumeratedList, TextTranslator>(
        visit: { node, text in
          text.lists.append(
            .numbers(
              type: node.enumtype, prefix: node.prefix ?? "", suffix: node.suffix ?? "",
              next: node.start ?? 1))
          return .continue
        }, depart: { _, text in text.closeList() }))
    registry.add(
      ListItem.self,
      NodeHandler<ListItem, TextTranslator>(
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
    registry.add(DefinitionList.self, Self.list(DefinitionList.self))
    registry.add(DefinitionListItem.self, Self.tightBlock(of: DefinitionListItem.self))
    registry.add(
      Term.self,
      NodeHandler<Term, TextTranslator>(visit: { _, text in
        if text.endsInText { text.addLineBreak() }
        return .continue
      }))
    registry.add(Classifier.self, Self.marks(around: Classifier.self, " : ", ""))
    registry.add(Definition.self, Self.block(of: Definition.self, indent: 3))
  }

  private func addFieldLists(to registry: inout Registry) {
    registry.add(FieldList.self, Self.list(FieldList.self))
    registry.add(Field.self, Self.tightBlock(of: Field.self))
    registry.add(FieldName.self, Self.marks(around: FieldName.self, "", ":"))
    registry.add(FieldBody.self, Self.block(of: FieldBody.self, indent: 3))
  }

  private func addOptionLists(to registry: inout Registry) {
    registry.add(OptionList.self, Self.list(OptionList.self))
    registry.add(OptionListItem.self, Self.tightBlock(of: OptionListItem.self))
    registry.add(OptionGroup.self, Self.children(of: OptionGroup.self))
    registry.add(
      CommandOption.self,
      NodeHandler<CommandOption, TextTranslator>(visit: { _, text in
        if text.endsInText { text.add(", ") }
        return .continue
      }))
    registry.add(OptionString.self, Self.children(of: OptionString.self))
    registry.add(
      OptionArgument.self,
      NodeHandler<OptionArgument, TextTranslator>(visit: { node, text in
        text.add(node.delimiter ?? " ")
        return .continue
      }))
    registry.add(Description.self, Self.block(of: Description.self, indent: 3))
  }

  /// A list whose items may end without a blank line.
  private static func list<Subject: Node>(
    _ kind: Subject.Type
  ) -> NodeHandler<Subject, TextTranslator> {
    NodeHandler(
      visit: { _, _ in .continue },
      depart: { _, text in
        text.addBlankLine()
        return .continue
      })
  }

  /// A block whose own text stands right above what it contains.
  private static func tightBlock<Subject: Node>(
    of kind: Subject.Type
  ) -> NodeHandler<Subject, TextTranslator> {
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
