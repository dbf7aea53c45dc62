import DocTree

/// What a bibliography says of a work. (BibTeX: unsrt.bst; pybtex: style.formatting.unsrt.)
struct EntryFormat {
  private let entry: BibTeXEntry
  let authors: [PersonName]
  let editors: [PersonName]
  private var nodes: [Node] = []
  private var text = ""

  init(_ entry: BibTeXEntry) {
    self.entry = entry
    authors = PersonName.list(entry.fields["author"])
    editors = PersonName.list(entry.fields["editor"])
  }

  private func field(_ name: String) -> String? {
    guard let value = entry.fields[name] else { return nil }
    let text = TeXText.plain(value)
    return text.isEmpty ? nil : text
  }

  /// A field as plain text; persons as `Last, First` with `and` between them. Empty where there is none.
  func text(ofField name: String) -> String {
    switch name {
    case "author": authors.map(\.invertedName).joined(separator: " and ")
    case "editor": editors.map(\.invertedName).joined(separator: " and ")
    default: field(name) ?? ""
    }
  }

  var title: String { field("title") ?? field("booktitle") ?? "" }
  var year: String { field("year") ?? field("date").map { String($0.prefix(4)) } ?? "" }

  /// The nodes of the paragraph.
  mutating func make() -> [Node] {
    nodes = []
    text = ""
    switch entry.type {
    case "article":
      people()
      sentence([title(lowercases: true)])
      journal()
    case "book", "inbook", "proceedings", "manual": book()
    case "inproceedings", "conference", "incollection":
      people()
      sentence([title(lowercases: true)])
      collection()
    case "phdthesis", "mastersthesis", "thesis": thesis()
    case "techreport", "report":
      people()
      sentence([title(lowercases: true)])
      let kind = field("type") ?? "Technical Report"
      sentence([
        field("number").map { "\(kind) \($0)" } ?? kind, field("institution"), field("address"),
        date,
      ])
    default:
      people()
      sentence([title(lowercases: true)])
      sentence([field("howpublished"), field("publisher"), field("organization"), date])
    }
    sentence([field("note")])
    addresses()
    finish()
    return nodes
  }

  // MARK: Sorts of works

  private mutating func journal() {
    guard let journal = field("journal") ?? field("journaltitle") else {
      return sentence([volumeAndPages, date])
    }
    begin()
    emphasized(journal)
    end([volumeAndPages, date])
  }

  private mutating func book() {
    people(orEditors: true)
    begin()
    emphasized(title)
    end([])
    sentence([series])
    sentence([
      field("publisher") ?? field("organization"), field("address"),
      field("edition").map { "\($0) edition" }, field("chapter").map { "chapter \($0)" },
      entry.type == "inbook" ? pages.map { "pages \($0)" } : nil, date,
    ])
    sentence([field("isbn").map { "ISBN \($0)" }])
  }

  private mutating func collection() {
    begin()
    text += "In "
    if !editors.isEmpty { text += editorNames + ", " }
    if let title = field("booktitle") { emphasized(title) }
    end([series.map { lowercasedFirst($0) }, pages])
    sentence([
      field("address"), field("organization"), field("publisher"),
      field("edition").map { "\($0) edition" }, date,
    ])
  }

  private mutating func thesis() {
    people()
    let isMaster = entry.type == "mastersthesis"
    if isMaster {
      sentence([title(lowercases: true)])
    } else {
      begin()
      emphasized(title)
      end([])
    }
    sentence([
      field("type") ?? (isMaster ? "Master's thesis" : "PhD thesis"), field("school"),
      field("address"), date,
    ])
  }

  // MARK: Parts

  private func title(lowercases: Bool) -> String? {
    entry.fields["title"].map { TeXText.plain($0, lowercases: lowercases) }
  }

  private var date: String? {
    guard !year.isEmpty else { return nil }
    return field("month").map { "\($0) \(year)" } ?? year
  }

  private var pages: String? {
    field("pages").map { text in
      text.split(separator: "-", omittingEmptySubsequences: true).joined(separator: "–")
    }
  }

  private var volumeAndPages: String? {
    guard let volume = field("volume") else { return pages.map { "pages \($0)" } }
    return volume + (field("number").map { "(\($0))" } ?? "") + (pages.map { ":\($0)" } ?? "")
  }

  private var series: String? {
    if let volume = field("volume") {
      return "Volume \(volume)" + (field("series").map { " of \($0)" } ?? "")
    }
    guard let series = field("series") else { return nil }
    return field("number").map { "Number \($0) in \(series)" } ?? series
  }

  private var editorNames: String {
    NameList.text(editors.map(\.fullName)) + (editors.count == 1 ? ", editor" : ", editors")
  }

  private func lowercasedFirst(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  private mutating func people(orEditors: Bool = false) {
    if !authors.isEmpty {
      sentence([NameList.text(authors.map(\.fullName))])
    } else if orEditors, !editors.isEmpty {
      sentence([editorNames])
    }
  }

  private mutating func addresses() {
    var links: [(before: String, text: String, uri: String)] = []
    if let url = entry.fields["url"]?.trimmed { links.append(("URL: ", url, url)) }
    if let doi = entry.fields["doi"]?.trimmed {
      links.append(("", "doi:\(doi)", "https://doi.org/\(doi)"))
    }
    if let eprint = field("eprint") {
      links.append(("", "arXiv:\(eprint)", "https://arxiv.org/abs/\(eprint)"))
    }
    guard !links.isEmpty else { return }
    begin()
    for (index, link) in links.enumerated() {
      text += (index > 0 ? ", " : "") + link.before
      finish()
      let reference = Reference(link.text)
      reference.refuri = link.uri
      nodes.append(reference)
    }
    text = "."
  }

  // MARK: Sentences

  private mutating func begin() {
    if !nodes.isEmpty || !text.isEmpty { text += " " }
  }

  private mutating func emphasized(_ string: String) {
    guard !string.isEmpty else { return }
    finish()
    nodes.append(Emphasis(string))
  }

  /// The rest of a sentence that has begun.
  private mutating func end(_ parts: [String?]) {
    for part in parts { if let part { text += ", " + part } }
    stop()
  }

  private mutating func sentence(_ parts: [String?]) {
    let parts = parts.compactMap { $0 }.filter { !$0.isEmpty }
    guard let first = parts.first else { return }
    begin()
    text += first.prefix(1).uppercased() + first.dropFirst()
    end(Array(parts.dropFirst()))
  }

  private mutating func stop() {
    if !(text.last.map { ".?!".contains($0) } ?? false) { text += "." }
  }

  private mutating func finish() {
    if !text.isEmpty { nodes.append(Text(text)) }
    text = ""
  }
}
