/// Code that is emphasized. (Sphinx: addnodes.literal_emphasis.)
open class LiteralEmphasis: Emphasis {}

/// Code that is strongly emphasized. (Sphinx: addnodes.literal_strong.)
open class LiteralStrong: Strong {}

/// A link whose text is a number. (Sphinx: addnodes.number_reference.)
open class NumberReference: Reference {
  /// The text with `%s` for the number.
  public final var format: String?

  open override class var schema: Schema {
    Schema(attributes: [Attribute("title", \NumberReference.format)])
  }
}

/// A page of the manual: `ls(1)`. (Sphinx: addnodes.manpage.)
open class Manpage: FixedTextElement {
  /// The name without the section.
  public final var page: String?
  public final var section: String?
  /// As it was written.
  public final var path: String?

  open override class var schema: Schema {
    Schema(
      .inline,
      attributes: [
        Attribute("page", \Manpage.page), Attribute("section", \Manpage.section),
        Attribute("path", \Manpage.path),
      ])
  }
}

/// Entries of the project's index that point here. (Sphinx: addnodes.index.)
open class Index: Element {
  public final var entries = IndexEntries()
  /// Whether it was written in text; nil where nothing says.
  public final var isInline: Bool?

  open override class var schema: Schema {
    Schema(
      [.body, .inline, .invisible], content: .empty,
      attributes: [
        Attribute(entries: "entries", \Index.entries), Attribute("inline", \Index.isInline),
      ])
  }
}

/// One entry of an index.
public struct IndexEntry: Hashable, Sendable {
  /// `single`, `pair`, `triple`, `see` or `seealso`.
  public var type: String
  /// The words, separated by `;`.
  public var value: String
  /// The id that it points to.
  public var targetID: String
  /// `main` for the place that matters most, else empty.
  public var main: String
  /// The letter that it is sorted under, where it is not its first one.
  public var key: String?

  public init(
    _ type: String, _ value: String, to targetID: String, main: String = "", key: String? = nil
  ) {
    self.type = type
    self.value = value
    self.targetID = targetID
    self.main = main
    self.key = key
  }

  /// The entry as Python writes a tuple, which is how Sphinx' dumps show it.
  var tuple: String {
    "(" + [type, value, targetID, main].map(PythonLiteral.quoted).joined(separator: ", ") + ", "
      + (key.map(PythonLiteral.quoted) ?? "None") + ")"
  }

  init?(tuple: String) {
    guard let items = PythonLiteral.items(ofTuple: tuple), items.count == 5,
      let type = items[0], let value = items[1], let id = items[2], let main = items[3]
    else { return nil }
    self.init(type, value, to: id, main: main, key: items[4])
  }
}

/// The entries of an ``Index``.
public struct IndexEntries: AttributeConvertible, Hashable, Sendable {
  public var items: [IndexEntry]

  public init(_ items: [IndexEntry] = []) { self.items = items }

  public init?(_ value: AttributeValue) {
    items = []
    for tuple in [String](value) ?? [] {
      guard let item = IndexEntry(tuple: tuple) else { return nil }
      items.append(item)
    }
  }

  public var attributeValue: AttributeValue { .list(items.map(\.tuple)) }
}

extension Attribute {
  /// Entries of an index, which show even where there are none.
  init<E: Element>(
    entries name: String, _ property: any ReferenceWritableKeyPath<E, IndexEntries> & Sendable
  ) {
    // The downcasts hold because a kind's attributes are asked of its own nodes only.
    self.init(
      name: name,
      get: { unsafeDowncast($0, to: E.self)[keyPath: property].attributeValue },
      set: { element, value in
        let entries = value.map { IndexEntries($0) } ?? IndexEntries()
        guard let entries else { return false }
        unsafeDowncast(element, to: E.self)[keyPath: property] = entries
        return true
      })
  }
}

/// Strings as Python writes them.
public enum PythonLiteral {
  /// The string between quotes. (Python: repr of a str, for text that can be printed.)
  public static func quoted(_ text: String) -> String {
    let quote = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    var result = quote
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += scalar.value < 0x10 ? "\\x0" : "\\x"
        result += String(scalar.value, radix: 16)
      default:
        if String(scalar) == quote { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result + quote
  }

  /// A tuple of strings.
  public static func tuple(_ items: [String]) -> String {
    items.count == 1
      ? "(\(quoted(items[0])),)" : "(" + items.map(quoted).joined(separator: ", ") + ")"
  }

  /// The strings of a tuple that ``quoted(_:)`` wrote the items of; nil for `None`.
  public static func items(ofTuple text: String) -> [String?]? {
    guard text.hasPrefix("("), text.hasSuffix(")") else { return nil }
    var rest = text.dropFirst().dropLast()
    var result: [String?] = []
    while !rest.isEmpty {
      if rest.hasPrefix("None") {
        result.append(nil)
        rest = rest.dropFirst(4)
      } else {
        guard let quote = rest.popFirst(), quote == "'" || quote == "\"" else { return nil }
        var item = ""
        while let next = rest.popFirst(), next != quote {
          guard next == "\\" else {
            item.append(next)
            continue
          }
          switch rest.popFirst() {
          case "n": item += "\n"
          case "r": item += "\r"
          case "t": item += "\t"
          case "x":
            guard let scalar = UInt8(rest.prefix(2), radix: 16).map(Unicode.Scalar.init) else {
              return nil
            }
            rest = rest.dropFirst(2)
            item.unicodeScalars.append(scalar)
          case let other?: item.append(other)
          case nil: return nil
          }
        }
        result.append(item)
      }
      if rest.hasPrefix(",") { rest = rest.dropFirst() }
      if rest.hasPrefix(" ") { rest = rest.dropFirst() }
    }
    return result
  }
}
