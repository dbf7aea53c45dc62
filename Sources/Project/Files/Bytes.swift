extension [UInt8] {
  /// Appends the text in UTF-8. (Its `utf8` would be copied byte by byte, or through a view.)
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
