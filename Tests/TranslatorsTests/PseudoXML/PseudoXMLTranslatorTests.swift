import DocTree
import Testing
import Translators

@Suite struct PseudoXMLTranslatorTests {
  @Test func itWritesTheDocumentAsPseudoXML() throws {
    let registry = try Sample.registry(StampExtension())
    let document = try Sample.everyKind(registry)
    let (output, diagnostics) = try document.translate(
      to: PseudoXMLTranslator.self, registry: registry)
    #expect(String(decoding: output, as: UTF8.self) == document.pseudoXML())
    #expect(diagnostics.isEmpty)
  }

  @Test func theFormatsAreRegistered() throws {
    let registry = try Sample.registry()
    #expect(registry.formatNames == ["json", "pseudoxml", "xml"])
    #expect(registry.format("pseudoxml") == PseudoXMLTranslator.self)
    #expect(registry.sourceSuffixes == [".json", ".xml"])
    #expect(
      registry.configDeclarations.map(\.name)
        == ["xml_declaration", "xml_doctype", "xml_indents", "xml_newlines"])
  }
}
