import DocTree
import Translators

/// What is known of a link.
struct LinkResult: Equatable {
  /// Sphinx's names, and `blocked`.
  enum Status: String {
    case working, broken, blocked, redirected, timeout, ignored, unchecked
  }

  var status: Status
  /// Of HTTP; 0 where it does not matter.
  var code: Int
  /// Why it does not work, or where it leads to.
  var info: String
  /// Whether it leads where it may not.
  var isRefused: Bool

  init(_ status: Status, code: Int = 0, info: String = "", isRefused: Bool = false) {
    self.status = status
    self.code = code
    self.info = info
    self.isRefused = isRefused
  }

  /// The kind of a redirect in words.
  var redirectText: String {
    switch code {
    case 301, 308: "permanently"
    case 302: "with Found"
    case 303: "with See Other"
    case 307: "temporarily"
    default: "with unknown code"
    }
  }
}

/// What is said of links: `output.txt` with those that need somebody's attention, `output.json` with all,
/// and diagnostics.
struct LinkReport {
  private struct Place: Hashable {
    let address: String
    let file: SourceFile
    let line: Int
  }

  private let root: String
  private var places: Set<Place> = []
  private var items: [(use: LinkUse, file: String, result: LinkResult)] = []

  init(_ data: ProjectData) { root = Self.root(of: data) }

  /// The folder of the sources as it stands before the names of pages.
  private static func root(of data: ProjectData) -> String {
    guard let page = data.pages.first else { return "" }
    let file = page.file.name
    guard let range = file.ranges(of: page.name).last else { return "" }
    return String(file[..<range.lowerBound])
  }

  /// Whether the link was not seen yet in its line. (A picture that is a link may lead to itself, and a
  /// file may be included by several pages.)
  mutating func isNew(_ use: LinkUse) -> Bool {
    places.insert(
      Place(address: use.address, file: use.position.file, line: use.position.line)
    ).inserted
  }

  mutating func add(_ use: LinkUse, _ result: LinkResult) {
    let name = use.position.file.name
    items.append(
      (use, name.hasPrefix(root) ? String(name.dropFirst(root.count)) : name, result))
  }

  /// By file, line and column, whatever was answered first.
  private var sorted: [(use: LinkUse, file: String, result: LinkResult)] {
    items.sorted { left, right in
      (left.file, left.use.position.line, left.use.position.column, left.use.number)
        < (right.file, right.use.position.line, right.use.position.column, right.use.number)
    }
  }

  // MARK: Files

  /// As Sphinx writes them.
  var files: [OutputFile] {
    var text = ""
    var json = ""
    for (use, file, result) in sorted {
      let line = use.position.line
      json += "{\"filename\": \(JSONString.quoted(file)), \"lineno\": \(line), "
      json += "\"status\": \"\(result.status.rawValue)\", \"code\": \(result.code), "
      json +=
        "\"uri\": \(JSONString.quoted(use.address)), \"info\": \(JSONString.quoted(result.info))"
      if result.status == .redirected { json += ", \"text\": \"\(result.redirectText)\"" }
      json += "}\n"
      switch result.status {
      case .broken, .blocked, .timeout:
        text += "\(file):\(line): [\(result.status.rawValue)] \(use.address): \(result.info)\n"
      case .redirected:
        text += "\(file):\(line): [redirected \(result.redirectText)] \(use.address) to "
        text += result.info + "\n"
      case .working, .ignored, .unchecked: break
      }
    }
    return [
      OutputFile(path: "output.txt", content: .bytes(Array(text.utf8))),
      OutputFile(path: "output.json", content: .bytes(Array(json.utf8))),
    ]
  }

  // MARK: Diagnostics

  /// A link that does not work is an error, so that a build for links fails, as Sphinx's does.
  var diagnostics: [Diagnostic] {
    sorted.compactMap { use, _, result in
      func diagnostic(_ severity: Severity, _ message: String) -> Diagnostic {
        Diagnostic(
          severity, message, at: use.position, category: "linkcheck.\(result.status.rawValue)")
      }
      switch result.status {
      case .broken: return diagnostic(.error, "broken link: \(use.address) (\(result.info))")
      case .timeout: return diagnostic(.error, "no answer: \(use.address) (\(result.info))")
      case .blocked:
        return diagnostic(.warning, "link is not for everybody: \(use.address) (\(result.info))")
      case .redirected:
        return diagnostic(
          result.isRefused ? .warning : .info,
          "link is redirected \(result.redirectText): \(use.address) to \(result.info)")
      case .working, .ignored, .unchecked: return nil
      }
    }
  }
}
