import DocTree

/// What a book says of itself.
struct EpubMetadata {
  let title: String
  let identifier: String
  private let configuration: Configuration

  /// - Parameter rootTitle: the title of the first page, for a book that has none of its own.
  init(_ configuration: Configuration, rootTitle: String) {
    self.configuration = configuration
    func first(_ texts: String...) -> String { texts.first { !$0.isEmpty } ?? "" }
    title = first(
      configuration[EpubSettings.title], configuration[ProjectSettings.project], rootTitle, "–")
    let own = configuration[EpubSettings.identifier]
    identifier = own.isEmpty ? Self.identifier(of: title, configuration) : own
  }

  /// An identifier that a book keeps as long as its title, author and language are the same.
  private static func identifier(of title: String, _ configuration: Configuration) -> String {
    let name = [
      title, configuration[ProjectSettings.author], EpubSettings.language(in: configuration),
    ].joined(separator: "\n")
    let halves = [StableHash(of: name), StableHash(of: name + "\n")].map {
      let digits = String($0.value, radix: 16)
      return Array(String(repeating: "0", count: 16 - digits.count) + digits)
    }
    var digits = halves[0] + halves[1]
    // What RFC 9562 has for identifiers that are made in a way of one's own.
    digits[12] = "8"
    digits[16] = "8"
    var result = "urn:uuid:"
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { result += "-" }
      result.append(digit)
    }
    return result
  }

  /// The elements in the head of the package.
  func write(to xml: inout HTMLWriter) {
    func element(_ name: String, _ text: String, _ attributes: String = "") {
      if text.isEmpty { return }
      xml.raw("<\(name)\(attributes)>")
      xml.text(text)
      xml.raw("</\(name.prefix { $0 != " " })>\n")
    }
    func value(_ key: ConfigKey<String>, or other: ConfigKey<String>) -> String {
      let own = configuration[key]
      return own.isEmpty ? configuration[other] : own
    }
    element("dc:identifier", identifier, " id=\"book-id\"")
    element("dc:title", title)
    element("dc:language", EpubSettings.language(in: configuration))
    element("dc:creator", value(EpubSettings.author, or: ProjectSettings.author))
    element("dc:contributor", configuration[EpubSettings.contributor])
    element("dc:publisher", value(EpubSettings.publisher, or: ProjectSettings.author))
    element("dc:rights", value(EpubSettings.copyright, or: ProjectSettings.copyright))
    element("dc:description", configuration[EpubSettings.description])
    let date = configuration[EpubSettings.modified]
    element(
      "meta", date.contains("T") ? date : date + "T00:00:00Z", " property=\"dcterms:modified\"")
  }
}
