import DocTree

/// Numbers the sections of the document. (docutils: directives.parts.Sectnum.)
struct SectionNumbersDirective: Directive {
  struct Options: Decodable, Sendable {
    var depth: Int?
    var prefix: RequiredText?
    var start: Int?
    var suffix: RequiredText?
  }

  let content = DirectiveContent.none

  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) -> [Node] {
    let pending = Pending(children: [], position: call.position)
    pending.transform = NumberSections.name
    let options = call.options
    var details: [String] = []
    if let depth = options.depth { details.append("depth: \(depth)") }
    if let prefix = options.prefix?.text {
      details.append("prefix: \(PythonLiteral.quoted(prefix))")
    }
    if let start = options.start { details.append("start: \(start)") }
    if let suffix = options.suffix?.text {
      details.append("suffix: \(PythonLiteral.quoted(suffix))")
    }
    pending.details = details
    pending["depth"] = options.depth.map { .integer($0) }
    pending["start"] = options.start.map { .integer($0) }
    pending["prefix"] = options.prefix.map { .string($0.text) }
    pending["suffix"] = options.suffix.map { .string($0.text) }
    return [pending]
  }
}

/// (docutils: transforms.parts.SectNum.)
struct NumberSections: Transform {
  static let name = "docutils.transforms.parts.SectNum"

  let priority = 710
  let kinds: [Node.Type]? = [Pending.self]

  func apply(to document: Document, in context: TransformContext) throws {
    let requests = document.findAll(Pending.self) { $0.transform == Self.name }
    for request in requests { request.detach() }
    guard let request = requests.first else { return }
    let depth = request["depth"].flatMap { Int($0) } ?? .max
    let prefix = request["prefix"]?.text ?? ""
    let suffix = request["suffix"]?.text ?? ""
    // How many sections of each level there were, from the document down.
    var numbers: [Int] = []
    var levels: [ObjectIdentifier: Int] = [:]
    for section in document.findAll(Section.self) {
      guard let parent = section.ancestors.first(where: { !($0 is Only) }) else { continue }
      let level = (levels[ObjectIdentifier(parent)] ?? 0) + 1
      levels[ObjectIdentifier(section)] = level
      if numbers.count < level {
        numbers.append(level == 1 ? (request["start"].flatMap { Int($0) } ?? 1) : 1)
      } else {
        numbers.removeSubrange(level...)
        numbers[level - 1] += 1
      }
      guard level <= depth, let title = section.firstChild(ofKind: Title.self) else { continue }
      let number = numbers.map(String.init).joined(separator: ".")
      let generated = Generated(prefix + number + suffix + "\u{A0}\u{A0}\u{A0}")
      generated.classes = ["sectnum"]
      try title.insert(generated, at: 0)
      title.auto = true
    }
  }
}
