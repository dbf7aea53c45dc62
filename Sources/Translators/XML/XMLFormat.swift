public import DocTree

/// docutils' XML, in and out.
public struct XMLFormat: Extension {
  public let name = "xml"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(format: XMLTranslator.self)
    registry.add(sourceFormat: DocutilsXML())
    registry.add(config: XMLTranslator.newlines)
    registry.add(config: XMLTranslator.indents)
    registry.add(config: XMLTranslator.declaration)
    registry.add(config: XMLTranslator.doctype)
  }
}
