internal import DocTree

/// How much of MyST's syntax there is.
enum Flavor {
  case myst, gfm, commonmark

  init(_ configuration: Configuration) {
    if configuration[MystSettings.commonmarkOnly] {
      self = .commonmark
    } else {
      self = configuration[MystSettings.gfmOnly] ? .gfm : .myst
    }
  }

  /// The config values that a flavor has, whatever is set. (mdit-py-plugins: gfm.)
  var configuration: Configuration {
    var configuration = Configuration()
    switch self {
    case .myst: return configuration
    case .commonmark: configuration[MySTInline.extensions] = []
    case .gfm:
      configuration[MySTInline.extensions] = ["alert", "gfm_autolink", "strikethrough", "tasklist"]
      configuration[MySTInline.singleTilde] = true
    }
    configuration[MySTInline.allLinksExternal] = true
    return configuration
  }

  /// Whether it has a rule.
  func has(_ rule: String) -> Bool {
    switch self {
    case .myst: true
    case .gfm: ["table", "footnote", "footnote_ref", "alert"].contains(rule)
    case .commonmark: false
    }
  }
}

/// Takes the meaning away from tags that would change how a page is read. (GitHub: tagfilter.)
struct TagFilter: Transform {
  let phase = Phase.read
  /// Behind all that puts other text into the page.
  let priority = 45
  let kinds: [Node.Type]? = [Raw.self]

  private static let tags: Set<String> = [
    "iframe", "noembed", "noframes", "plaintext", "script", "style", "title", "textarea", "xmp",
  ]

  func isEnabled(in configuration: Configuration) -> Bool { Flavor(configuration) == .gfm }

  func apply(to document: Document, in context: TransformContext) throws {
    for raw in document.findAll(Raw.self) where raw.format == "html" {
      raw.text = Self.filtered(raw.text)
    }
  }

  private static func filtered(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var result: [UInt8] = []
    for (offset, byte) in bytes.enumerated() {
      if byte == 0x3C, isForbidden(bytes[(offset + 1)...]) {
        result += Array("&lt;".utf8)
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether the name of such a tag begins, behind a slash or not.
  private static func isForbidden(_ rest: ArraySlice<UInt8>) -> Bool {
    let rest = rest.first == 0x2F ? rest.dropFirst() : rest
    let name = rest.prefix(10).prefix(while: ByteClass.isLetter)
    guard let end = rest.dropFirst(name.count).first,
      ByteClass.isSpace(end) || end == 0x2F || end == 0x3E
    else { return false }
    return tags.contains(String(decoding: name, as: UTF8.self).lowercased())
  }
}
