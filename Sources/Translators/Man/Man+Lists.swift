import DocTree

extension ManFormat {
  func addLists(to registry: inout Registry) {
    registry.add(BulletList.self, man: Self.list())
    registry.add(EnumeratedList.self, man: Self.list())
    registry.add(
      ListItem.self,
      man: NodeHandler { _, man in
        let last = man.lists.indices.last
        if let last, let (number, list) = man.lists[last] {
          let label =
            (list.prefix ?? "") + Enumerator.text(number, type: list.enumtype)
            + (list.suffix ?? ".")
          man.lists[last] = (number &+ 1, list)
          let indent = max(label.utf8.count + 1, 3)
          man.macro(".IP \(ManTranslator.argument(label)) \(indent)")
          man.openItem(indent: indent)
        } else {
          man.macro(".IP \\(bu 2")
          man.openItem(indent: 2)
        }
        return .continue
      } depart: { _, man in
        man.closeItem()
        return .continue
      })
    registry.add(DefinitionList.self, man: Self.nested())
    registry.add(DefinitionListItem.self, man: Self.tagged())
    registry.add(Term.self, man: Self.tag(font: "B"))
    registry.add(Classifier.self, man: Self.marks(" : ", ""))
    registry.add(Definition.self, man: Self.tagBody())
    registry.add(FieldList.self, man: Self.nested())
    registry.add(Field.self, man: Self.tagged())
    registry.add(FieldName.self, man: Self.tag(font: "B"))
    registry.add(FieldBody.self, man: Self.tagBody())
    registry.add(OptionList.self, man: Self.nested())
    registry.add(OptionListItem.self, man: Self.tagged())
    registry.add(OptionGroup.self, man: Self.tag(font: nil))
    registry.add(
      CommandOption.self,
      man: NodeHandler { node, man in
        if node.parent?.children.first !== node { man.text(", ") }
        return .continue
      })
    registry.add(OptionString.self, man: Self.font("B"))
    registry.add(
      OptionArgument.self,
      man: NodeHandler { node, man in
        man.text(node.delimiter ?? " ")
        man.open(font: "I")
        return .continue
      } depart: { _, man in
        man.closeFont()
        return .continue
      })
    registry.add(Description.self, man: Self.tagBody())
  }

  /// A list; one in an item stands further to the right.
  private static func list<Subject: Element>() -> NodeHandler<Subject, ManTranslator> {
    NodeHandler { node, man in
      man.lists.append((node as? EnumeratedList).map { ($0.start ?? 1, $0) })
      man.openList()
      return .continue
    } depart: { _, man in
      _ = man.lists.popLast()
      man.closeIndented()
      return .continue
    }
  }

  static func nested<Subject: Element>() -> NodeHandler<Subject, ManTranslator> {
    NodeHandler { _, man in
      man.openList()
      return .continue
    } depart: { _, man in
      man.closeIndented()
      return .continue
    }
  }

  /// What has tags and, behind them, a body.
  static func tagged<Subject: Element>() -> NodeHandler<Subject, ManTranslator> {
    NodeHandler { _, man in
      man.hasTag = false
      return .continue
    } depart: { _, man in
      man.hasTag = false
      return .continue
    }
  }

  /// A tag, on one line.
  static func tag<Subject: Element>(font: String?) -> NodeHandler<Subject, ManTranslator> {
    NodeHandler { _, man in
      man.beginTag(indent: 4)
      if let font { man.open(font: font) }
      return .continue
    } depart: { _, man in
      if font != nil { man.closeFont() }
      man.endLine()
      return .continue
    }
  }

  static func tagBody<Subject: Element>() -> NodeHandler<Subject, ManTranslator> {
    NodeHandler { _, man in
      man.openItem(indent: 4)
      return .continue
    } depart: { _, man in
      man.closeItem()
      return .continue
    }
  }
}
