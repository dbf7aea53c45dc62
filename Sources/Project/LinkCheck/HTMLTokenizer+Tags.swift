import DocTreeMarkdown

extension HTMLTokenizer {
  /// For a page or a part of one, of which only the start tags are looked at.
  init(page: [UInt8]) {
    self.init(
      page,
      rawTextElements: [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
      ])
  }

  /// The next start tag.
  mutating func nextTag() -> HTMLTag? {
    while let token = next() {
      if case .startTag(let tag) = token { return tag }
    }
    return nil
  }
}
