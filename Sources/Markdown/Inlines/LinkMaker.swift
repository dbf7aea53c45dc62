internal import DocTree

/// Makes of links what MyST makes of them, by the form of their addresses.
struct LinkMaker {
  private let context: any ParseContext
  private let isSphinx: Bool
  private let allExternal: Bool
  private let opensTabs: Bool
  private let schemes: MySTInline.URLSchemes

  init(context: any ParseContext) {
    self.context = context
    let configuration = context.configuration
    isSphinx = configuration[Dialect.key] == .sphinx
    allExternal = configuration[MySTInline.allLinksExternal]
    opensTabs = configuration[MystSettings.linksOpenTabs]
    schemes = configuration[MySTInline.urlSchemes]
  }

  /// A link as it was read.
  private struct Link {
    /// The address, with what an address cannot hold percent-encoded.
    var href: String
    /// The address with as little as possible encoded.
    var text: String
    var title: String?
    var children: [Node]
    var isAuto: Bool
    var attributes: InlineAttributes?
    var position: SourcePosition

    /// Whether the author has written a text.
    var isExplicit: Bool { !isAuto && !children.isEmpty }
  }

  func nodes(
    url: UnsafeBufferPointer<UInt8>, title: String?, children: [Node], isAuto: Bool,
    attributes: InlineAttributes?, position: SourcePosition
  ) -> [Node] {
    let href = URLEncoding.encode(url)
    let link = Link(
      href: href, text: "", title: attributes?["title"] ?? title, children: children,
      isAuto: isAuto, attributes: attributes, position: position)
    if allExternal || attributes?.classes.contains("external") == true {
      return [external(link, nil)]
    }
    if href.utf8.first == 0x23 { return [anchor(link, href[...])] }
    let scheme = Self.scheme(href)
    if let scheme, let conversion = schemes[String(scheme)] { return [external(link, conversion)] }
    switch scheme {
    case "inv": return inventory(link)
    case "path": return path(link)
    case "project": return project(link)
    default: return isAuto ? [external(link, nil)] : [unknown(link)]
    }
  }

  private static func scheme(_ href: String) -> Substring? {
    guard let end = href.utf8.firstIndex(of: 0x3A), let first = href.utf8.first,
      ByteClass.isLetter(first),
      href.utf8[..<end].allSatisfy({
        ByteClass.isAlphanumeric($0) || $0 == 0x2B || $0 == 0x2E || $0 == 0x2D
      })
    else { return nil }
    return href[..<end]
  }

  private func decoded(_ href: Substring) -> String {
    href.utf8.contains(0x25) ? URLEncoding.decode(href.utf8) : String(href)
  }

  // MARK: Forms of links

  private func external(_ link: Link, _ conversion: MySTInline.URLScheme?) -> Node {
    var children = link.children
    var uri = link.href
    var classes: [String] = []
    if let conversion, conversion != MySTInline.URLScheme() {
      let parts = URLParts(decoded(link.href[...]))
      if let url = conversion.url {
        var filled = parts.fill(url)
        uri = filled.withUTF8 { URLEncoding.encode($0) }
      } else {
        uri = parts.uri
      }
      if let title = conversion.title, !link.isExplicit {
        children = [Text(parts.fill(title), position: link.position)]
      }
      classes = conversion.classes ?? []
    }
    let reference = Reference(children: children, position: link.position)
    reference.refuri = uri
    finish(reference, link)
    for (key, value) in [("target", "_blank"), ("rel", "noreferrer noopener")] {
      let value = link.attributes?[key] ?? (opensTabs ? value : nil)
      if let value { reference[key] = .string(value) }
    }
    if !classes.isEmpty { reference.classes += classes }
    return reference
  }

  private func anchor(_ link: Link, _ target: Substring) -> Node {
    let reference = Reference(
      children: link.isAuto ? [] : link.children, position: link.position)
    reference["id_link"] = .flag(true)
    reference.refuri = decoded(target)
    finish(reference, link)
    return reference
  }

  private func finish(_ reference: Reference, _ link: Link) {
    reference.title = link.title
    if let title = link.attributes?["reftitle"] { reference.title = title }
    if let attributes = link.attributes { applyCommon(attributes, to: reference) }
  }

  private func report(_ message: String, _ link: Link, _ category: String) -> Node {
    context.document.report(.warning, message, position: link.position, category: category)
  }

  private func inventory(_ link: Link) -> [Node] {
    let target = decoded(link.href.dropFirst(4))
    if isSphinx {
      let xref = PendingXref()
      xref.reftype = "inv"
      return [wrap(xref, link, target: target)]
    }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var filter = parts[0].split(separator: ":", omittingEmptySubsequences: false).prefix(3)
      .map { $0.isEmpty ? "*" : String($0) }
    while filter.count < 3 { filter.append("*") }
    filter.append(parts.count > 1 ? String(parts[1]) : "")
    return [
      report("No matches for '\(filter.joined(separator: ":"))'", link, "myst.iref_missing")
    ]
  }

  private func path(_ link: Link) -> [Node] {
    guard isSphinx else {
      return [
        report("`path:` scheme not yet supported in docutils", link, "myst.not_supported"),
        external(link, nil),
      ]
    }
    return [download(link, decoded(link.href.dropFirst(5)))]
  }

  private func download(_ link: Link, _ target: String) -> Node {
    let reference = DownloadReference()
    reference.position = link.position
    reference.refdoc = context.documentName
    reference.refexplicit = link.isExplicit
    reference.reftarget = target
    reference.reftype = "myst"
    finish(reference, link)
    let inner: TextElement =
      link.isExplicit
      ? Inline(children: link.children)
      : Literal(children: [Text(target, position: link.position)])
    inner.classes = ["xref", "download", "myst"]
    inner.position = link.position
    reference.appendNew([inner])
    return reference
  }

  private func project(_ link: Link) -> [Node] {
    let destination = link.href.dropFirst(8)
    if destination.utf8.first == 0x23 { return [anchor(link, destination)] }
    guard isSphinx else {
      return [
        report(
          "`project:` scheme for file paths not yet supported in docutils", link,
          "myst.not_supported"), external(link, nil),
      ]
    }
    let (path, id) = Self.split(decoded(destination))
    guard let name = context.documentName(ofFile: path) ?? Self.name(path, context.documentName)
    else {
      return [
        report("Could not find document: \(path)", link, "myst.xref_missing"),
        external(link, nil),
      ]
    }
    return [document(link, name, id)]
  }

  private func unknown(_ link: Link) -> Node {
    guard isSphinx else {
      let reference = Reference(children: link.children, position: link.position)
      reference.refname = link.href
      finish(reference, link)
      return reference
    }
    let destination = decoded(link.href[...])
    let (path, id) = Self.split(destination)
    if let name = context.documentName(ofFile: path) { return document(link, name, id) }
    if context.hasFile(path) { return download(link, path) }
    let xref = PendingXref()
    xref.reftype = "myst"
    return wrap(xref, link, target: destination)
  }

  private func document(_ link: Link, _ name: String, _ id: String?) -> Node {
    let xref = PendingXref()
    xref.reftype = "myst"
    xref.refdomain = "doc"
    xref.reftargetid = id
    return wrap(xref, link, target: name)
  }

  private func wrap(_ xref: PendingXref, _ link: Link, target: String) -> Node {
    xref.position = link.position
    xref.refdoc = context.documentName
    xref.refexplicit = link.isExplicit
    xref.reftarget = target
    xref.title = link.attributes?["reftitle"] ?? link.title
    if let attributes = link.attributes { applyCommon(attributes, to: xref) }
    let inner = Inline(
      children: link.isExplicit ? link.children : [], position: link.position)
    inner.classes = ["xref", "myst"]
    xref.appendNew([inner])
    return xref
  }

  private static func split(_ destination: String) -> (path: String, id: String?) {
    guard let hash = destination.utf8.firstIndex(of: 0x23) else { return (destination, nil) }
    return (
      String(destination[..<hash]), String(destination[destination.index(after: hash)...])
    )
  }

  /// The name of the document that a path means, whether there is one or not.
  private static func name(_ path: String, _ current: String) -> String? {
    guard path.hasSuffix(".md") else { return nil }
    var parts = path.hasPrefix("/") ? [] : current.split(separator: "/").dropLast()[...]
    for part in path.dropLast(3).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  // MARK: Attributes

  /// Sets the id and adds the classes.
  private func applyCommon(_ attributes: InlineAttributes, to element: Element) {
    if !attributes.classes.isEmpty { element.classes += attributes.classes }
    if let id = attributes.id {
      element.names.append(ReferenceName.normalized(id))
      context.document.noteExplicitTarget(element, messagesIn: element)
    }
  }

  func apply(_ attributes: InlineAttributes, toSpan element: Element) {
    applyCommon(attributes, to: element)
  }

  func apply(_ attributes: InlineAttributes, toCode literal: Literal) {
    applyCommon(attributes, to: literal)
    guard let language = attributes["language"] ?? attributes["lexer"] ?? attributes["l"] else {
      return
    }
    literal["language"] = .string(language)
    if !literal.classes.contains("code") { literal.classes.append("code") }
  }

  func apply(_ attributes: InlineAttributes, toImage image: Image) {
    applyCommon(attributes, to: image)
    if let title = attributes["title"] { image.title = title }
    if let width = attributes["width"] ?? attributes["w"] {
      image.width = checked("width", width, image, Self.length(width, allowsPercent: true))
    }
    if let height = attributes["height"] ?? attributes["h"] {
      image.height = checked("height", height, image, Self.length(height, allowsPercent: false))
    }
    if let align = attributes["align"] ?? attributes["a"] {
      let known = ["left", "center", "right"].contains(align) ? align : nil
      image.align = checked("align", align, image, known)
    }
  }

  private func checked(_ key: String, _ value: String, _ image: Image, _ result: String?) -> String?
  {
    if result == nil {
      image.appendNew([
        context.document.report(
          .warning, "Invalid '\(key)' attribute value: '\(value)'", at: image,
          category: "myst.attribute")
      ])
    }
    return result
  }

  /// A number with a unit or without. (docutils: directives.length_or_percentage_or_unitless.)
  private static func length(_ text: String, allowsPercent: Bool) -> String? {
    let number = text.utf8.prefix { ByteClass.isDigit($0) || $0 == 0x2E }
    guard number.contains(where: ByteClass.isDigit), number.count(where: { $0 == 0x2E }) <= 1
    else { return nil }
    let unit = String(Substring(text.utf8.dropFirst(number.count)).drop { $0 == " " })
    let units = [
      "", "em", "ex", "ch", "rem", "vw", "vh", "vmin", "vmax", "cm", "mm", "Q", "in", "pc", "pt",
      "px",
    ]
    guard units.contains(unit) || (allowsPercent && unit == "%") else { return nil }
    return String(Substring(number)) + unit
  }
}

/// The parts of an address that a template can name. (Python: urllib.parse.urlparse.)
private struct URLParts {
  let uri: String
  private var parts: [String: Substring] = [:]

  init(_ uri: String) {
    self.uri = uri
    var rest = uri[...]
    func cut(_ name: String, behind separator: Character) {
      guard let index = rest.firstIndex(of: separator) else { return }
      parts[name] = rest[rest.index(after: index)...]
      rest = rest[..<index]
    }
    parts["uri"] = uri[...]
    if let colon = rest.firstIndex(of: ":") {
      parts["scheme"] = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
    }
    cut("fragment", behind: "#")
    cut("query", behind: "?")
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      parts["netloc"] = rest[..<end]
      rest = rest[end...]
    }
    cut("params", behind: ";")
    parts["path"] = rest
  }

  /// Replaces `{{name}}` by the part of that name.
  func fill(_ template: String) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      result += rest[..<open.lowerBound]
      let name = rest[open.upperBound..<close.lowerBound].filter { $0 != " " }
      result += parts[name] ?? ""
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}

extension Substring {
  /// Where `text` stands first; the standard library has this on newer systems only.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
