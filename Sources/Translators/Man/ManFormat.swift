public import DocTree

/// Manual pages as an output format: ``ManTranslator`` with handlers for all standard kinds.
public struct ManFormat: Extension {
  public let name = "man"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(format: ManTranslator.self)
    addStructure(to: &registry)
    addBlocks(to: &registry)
    addAdmonitions(to: &registry)
    addLists(to: &registry)
    addTables(to: &registry)
    addInlines(to: &registry)
    addDescriptions(to: &registry)
  }
}

extension Registry {
  /// Registers how nodes of a kind are written in manual pages, and claims the kind.
  public mutating func add<Subject: Node>(
    _ kind: Subject.Type, man: NodeHandler<Subject, ManTranslator>
  ) {
    add(kind, man)
  }
}

// MARK: - Handlers that many kinds share
extension ManFormat {
  /// A paragraph of text, between two marks.
  static func paragraph<Subject: Node>(
    _ before: String = "", _ after: String = ""
  ) -> NodeHandler<Subject, ManTranslator> {
    NodeHandler { _, man in
      man.beginParagraph()
      man.text(before)
      return .continue
    } depart: { _, man in
      man.text(after)
      man.endLine()
      return .continue
    }
  }

  /// A paragraph in another font.
  public static func paragraph<Subject: Node>(
    font: String
  ) -> NodeHandler<Subject, ManTranslator> {
    NodeHandler { _, man in
      man.beginParagraph()
      man.open(font: font)
      return .continue
    } depart: { _, man in
      man.closeFont()
      man.endLine()
      return .continue
    }
  }

  /// Something further to the right.
  public static func indented<Subject: Node>() -> NodeHandler<Subject, ManTranslator> {
    NodeHandler { _, man in
      man.openIndented()
      return .continue
    } depart: { _, man in
      man.closeIndented()
      return .continue
    }
  }

  /// Text between two marks.
  static func marks<Subject: Node>(
    _ before: String, _ after: String
  ) -> NodeHandler<Subject, ManTranslator> {
    NodeHandler { _, man in
      man.text(before)
      return .continue
    } depart: { _, man in
      man.text(after)
      return .continue
    }
  }

  /// Text in another font.
  static func font<Subject: Node>(_ font: String) -> NodeHandler<Subject, ManTranslator> {
    NodeHandler { _, man in
      man.open(font: font)
      return .continue
    } depart: { _, man in
      man.closeFont()
      return .continue
    }
  }

  /// Lines that stay as they are.
  static func verbatim<Subject: Node>(
    isIndented: Bool = true
  ) -> NodeHandler<Subject, ManTranslator> {
    NodeHandler { _, man in
      man.openVerbatim(isIndented: isIndented)
      return .continue
    } depart: { _, man in
      man.closeVerbatim(isIndented: isIndented)
      return .continue
    }
  }
}
