/// Writes a catalog of messages that are still to be translated.
package struct MessageCatalogWriter {
  /// The messages in the order in which they were first added.
  private var ids: [String] = []
  private var places: [String: [Place]] = [:]

  private struct Place: Hashable, Comparable {
    var file: String
    var line: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.file, left.line) < (right.file, right.line)
    }
  }

  package init() {}

  /// Adds a message. One that is there already gets another place.
  ///
  /// - Parameter file: the path of the file that it stands in; nil if that is not to be said.
  package mutating func add(_ id: String, file: String?, line: Int) {
    if places[id] == nil { ids.append(id) }
    let place = file.map { Place(file: $0, line: line) }
    places[id, default: []] += place.map { [$0] } ?? []
  }

  /// The entries, each behind a blank line.
  package var text: String {
    var result = ""
    for id in ids {
      result += "\n"
      for place in Set(places[id] ?? []).sorted() {
        result += "#: \(Self.quotedPath(place.file)):\(place.line)\n"
      }
      result += "msgid \(Self.string(id))\nmsgstr \"\"\n"
    }
    return result
  }

  /// A path with spaces stands between the signs that GNU gettext puts around one.
  private static func quotedPath(_ path: String) -> String {
    path.contains(" ") ? "\u{2068}\(path)\u{2069}" : path
  }

  /// A text as strings, one for each line.
  private static func string(_ text: String) -> String {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count > 1 else { return "\"\(escaped(text))\"" }
    var result = "\"\""
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      if isLast, line.isEmpty { break }
      result += "\n\"\(escaped(String(Substring(line)) + (isLast ? "" : "\n")))\""
    }
    return result
  }

  /// A text as it stands between quotes.
  package static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""): result += [UInt8(ascii: "\\"), byte]
      case 0x07: result += Array("\\a".utf8)
      case 0x08: result += Array("\\b".utf8)
      case 0x09: result += Array("\\t".utf8)
      case 0x0A: result += Array("\\n".utf8)
      case 0x0B: result += Array("\\v".utf8)
      case 0x0C: result += Array("\\f".utf8)
      case 0x0D: result += Array("\\r".utf8)
      case ..<0x20, 0x7F:
        let digits = String(byte, radix: 8)
        result += Array("\\\(String(repeating: "0", count: 3 - digits.utf8.count))\(digits)".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
