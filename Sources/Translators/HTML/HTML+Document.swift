public import DocTree

extension HTMLFormat {
  func addDocument(to registry: inout Registry) {
    registry.add(
      Document.self,
      html: NodeHandler { document, html in
        if html.configuration[HTMLTranslator.standalone] { html.beginPage(document) }
        return .continue
      } depart: { _, html in
        html.newline()
        if html.configuration[HTMLTranslator.standalone] { html.raw("</body>\n</html>\n") }
        return .continue
      })
    registry.add(
      Section.self,
      html: NodeHandler { section, html in
        html.sectionDepth += 1
        if html.isCommonMark { return .continue }
        html.newline()
        html.open("section", section)
        html.newline()
        return .continue
      } depart: { _, html in
        html.sectionDepth -= 1
        if html.isCommonMark { return .continue }
        html.newline()
        html.raw("</section>\n")
        return .continue
      })
    registry.add(
      Title.self,
      html: NodeHandler { title, html in
        html.newline()
        html.openHeading(title)
        return .continue
      } depart: { title, html in
        html.closeHeading(title)
        return .continue
      })
    registry.add(
      Subtitle.self,
      html: NodeHandler { node, html in
        html.newline()
        let name = node.parent is Sidebar ? "sidebar-subtitle" : "subtitle"
        html.open("p", node, classes: html.isCommonMark ? [] : [name])
        return .continue
      } depart: { _, html in
        html.raw("</p>\n")
        return .continue
      })
    registry.add(
      Transition.self,
      html: NodeHandler { node, html in
        html.newline()
        html.empty("hr", node, classes: html.isCommonMark ? [] : ["docutils"])
        html.newline()
        return .skipNode
      })
    registry.add(
      Topic.self,
      html: NodeHandler { node, html in
        let isContents = node.classes.contains("contents")
        html.newline()
        html.open(
          isContents ? "nav" : "aside", node,
          classes: isContents || html.isCommonMark ? [] : ["topic"])
        html.newline()
        return .continue
      } depart: { node, html in
        html.newline()
        html.close(node.classes.contains("contents") ? "nav" : "aside")
        html.newline()
        return .continue
      })
    registry.add(Sidebar.self, html: wrapping("aside", classes: ["sidebar"], isBlock: true))
    registry.add(Decoration.self, html: .childrenOnly)
    registry.add(Header.self, html: wrapping("header", isBlock: true))
    registry.add(Footer.self, html: wrapping("footer", isBlock: true))
    // Written into the head of a page.
    registry.add(Meta.self, html: .skipped)
  }
}

extension HTMLTranslator {
  /// How deep the heading of a title is: 1 for a document's own and that of a first section.
  fileprivate func headingLevel(_ title: Title) -> Int {
    if isCommonMark, let level = title.level { return min(level, 6) }
    return min(max(sectionDepth, 1) + headingOffset, 6)
  }

  fileprivate mutating func openHeading(_ title: Title) {
    guard let parent = title.parent else { return open("h1", title) }
    if parent is Section || parent is Document || isCommonMark {
      open("h\(headingLevel(title))", title)
      if !isCommonMark, let place = title.refid {
        open(
          "a", classes: ["toc-backref"],
          attributes: [("href", "#" + place), ("role", "doc-backlink")])
      }
    } else if parent is CompactParagraph {
      open("p", title, classes: ["caption"], attributes: [("role", "heading")])
      raw("<span class=\"caption-text\">")
    } else if parent is Table {
      open("caption", title)
      if !title.beginsWithNumber { raw("<span class=\"caption-text\">") }
    } else {
      let name: String =
        switch parent {
        case is Sidebar: "sidebar-title"
        case is Topic: "topic-title"
        default: "admonition-title"
        }
      open(parent.isCollapsible ? "summary" : "p", title, classes: [name])
    }
  }

  fileprivate mutating func closeHeading(_ title: Title) {
    guard let parent = title.parent else { return close("h1") }
    if parent is Section || parent is Document || isCommonMark {
      if !isCommonMark, title.refid != nil { raw("</a>") }
      if hasPermalinks, !isCommonMark, parent is Section, let id = parent.ids.first {
        buffer.put("<a class=\"headerlink\" href=\"#")
        buffer.writeEscaped(id)
        buffer.put("\" title=\"")
        buffer.writeEscaped(words["Link to this heading"])
        buffer.put("\">¶</a>")
      }
      close("h\(headingLevel(title))")
    } else if parent is CompactParagraph {
      raw("</span></p>")
    } else if parent is Table {
      raw("</span>")
      permalink(to: parent, title: "Link to this table")
      close("caption")
    } else {
      close(parent.isCollapsible ? "summary" : "p")
    }
    newline()
  }

  fileprivate mutating func beginPage(_ document: Document) {
    raw("<!DOCTYPE html>\n<html lang=\"")
    text(Self.language(in: configuration))
    raw("\">\n<head>\n<meta charset=\"utf-8\" />\n")
    raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n")
    for child in document.children {
      guard let meta = child as? Meta else { continue }
      empty("meta", attributes: meta.attributes().map { ($0.name, $0.value.text) })
      newline()
    }
    raw("<title>")
    text(document.displayTitle)
    raw("</title>\n</head>\n<body>\n")
  }
}

extension Document {
  /// The title as plain text: the document's own, that of its first section, or the source's name.
  public final var displayTitle: String { ownTitle ?? source ?? "" }

  /// The title as plain text; nil if there is none.
  package final var ownTitle: String? {
    if let title, !title.isEmpty { return title }
    for child in children {
      if let title = child as? Title { return title.cleanText() }
      if let section = child as? Section, let title = section.children.first as? Title {
        return title.cleanText()
      }
    }
    return nil
  }
}
