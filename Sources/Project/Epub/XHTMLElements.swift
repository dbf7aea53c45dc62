/// What books make of the elements and attributes of HTML. Those that only old HTML has are said in
/// today's; those that nobody knows are left out, and what is in them stays.
enum XHTMLElements {
  enum Treatment {
    case keep
    /// Without content and end.
    case void
    /// Only what is in it stays.
    case unwrap
    /// With all that is in it.
    case leaveOut
    /// Under another name.
    case rename(String, style: String? = nil)
    case image, checkbox
    /// A link to what it loads.
    case link
  }

  static func treatment(of name: String) -> Treatment { treatments[name] ?? .unwrap }

  private static let treatments: [String: Treatment] = {
    var result: [String: Treatment] = [:]
    func add(_ names: String, _ treatment: Treatment) {
      for name in names.split(separator: " ") { result[String(name)] = treatment }
    }
    add(
      """
      a abbr address article aside b bdi bdo blockquote caption cite code colgroup data dd del \
      details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup i ins kbd li \
      main mark math menu nav ol p pre q rp rt ruby s samp section small span strong sub summary sup \
      svg table tbody td tfoot th thead time tr u ul var
      """, .keep)
    add("br col hr wbr", .void)
    add("script style template title textarea select noframes datalist", .leaveOut)
    add("area base link meta param source track frame", .leaveOut)
    add("iframe embed video audio", .link)
    result["img"] = .image
    result["input"] = .checkbox
    result["tt"] = .rename("code")
    result["strike"] = .rename("s")
    result["acronym"] = .rename("abbr")
    result["center"] = .rename("div", style: "text-align: center")
    result["big"] = .rename("span", style: "font-size: larger")
    result["dir"] = .rename("ul")
    // Buttons that lead to a tab are headings where all tabs can be seen.
    result["label"] = .rename("span")
    return result
  }()

  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
  ]

  /// What a paragraph ends before.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "details", "dir", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "ul",
  ]

  /// What may hold text only.
  static let textOnly: Set<String> = [
    "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "h1", "h2", "h3", "h4", "h5",
    "h6", "i", "kbd", "mark", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
    "time", "u", "var",
  ]

  /// What may hold what the element around it may.
  static let transparent: Set<String> = ["a", "del", "ins"]

  /// What SVG and MathML end before.
  static let breakout: Set<String> = blocks.union([
    "b", "big", "br", "code", "dd", "dt", "em", "i", "img", "li", "ruby", "s", "small", "span",
    "strong", "sub", "sup", "tt", "u", "var",
  ])

  /// Elements that end others whose end tags may be missing: what is ended, and where looking for it
  /// stops.
  static let implied: [String: (ends: Set<String>, stops: Set<String>)] = {
    let cells: Set<String> = ["td", "th"]
    let groups: Set<String> = ["thead", "tbody", "tfoot", "colgroup", "caption"]
    return [
      "li": (["li"], ["ul", "ol", "menu"]),
      "dt": (["dt", "dd"], ["dl"]),
      "dd": (["dt", "dd"], ["dl"]),
      "td": (cells, ["tr", "table"]),
      "th": (cells, ["tr", "table"]),
      "tr": (["tr"], ["table"]),
      "thead": (groups, ["table"]),
      "tbody": (groups, ["table"]),
      "tfoot": (groups, ["table"]),
      "a": (["a"], ["td", "th", "table"]),
    ]
  }()

  /// The attributes that an element may have besides those that all may have.
  static let attributes: [String: Set<String>] = [
    "a": ["href", "hreflang", "rel", "type"],
    "blockquote": ["cite"], "q": ["cite"], "del": ["cite", "datetime"],
    "ins": ["cite", "datetime"],
    "time": ["datetime"], "data": ["value"], "details": ["open"], "li": ["value"],
    "ol": ["reversed", "start", "type"], "col": ["span"], "colgroup": ["span"],
    "td": ["colspan", "headers", "rowspan"],
    "th": ["abbr", "colspan", "headers", "rowspan", "scope"],
    "img": ["alt", "height", "src", "width"],
  ]

  static let commonAttributes: Set<String> = [
    "class", "dir", "hidden", "id", "lang", "role", "style", "tabindex", "title", "translate",
  ]
}
