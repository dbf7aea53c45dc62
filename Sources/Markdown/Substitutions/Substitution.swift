internal import DocTree

/// One use of a substitution.
struct Substitution {
  let context: any ParseContext
  /// Where its first brace stands.
  let position: SourcePosition

  /// How many substitutions in values of substitutions a document may have. Long values count as
  /// several.
  private static let limit = 20_000
  /// How many bytes count as one substitution. Outside of values, only bytes count, and fewer than
  /// these are free: they are not much more than the use itself.
  private static let unit = 64
  private static let byteLimit = limit * unit

  /// The names whose values are being parsed.
  @TaskLocal private static var active: [String] = []

  /// Parses what the substitution stands for.
  ///
  /// - Parameters:
  ///   - source: what stands between the braces.
  ///   - place: where that begins.
  func nodes(_ source: String, at place: SourcePosition, isInline: Bool) throws -> [Node] {
    let values = context.configuration[MySTInline.substitutions]
    let name = source.trimmingSpaces()
    let found: (text: String, size: Int)?
    let references: [String]
    // Where there is too much already, only short values are even made.
    let limit = expand(cost: 0) ? Self.byteLimit : Self.unit - 1
    do throws(SubstitutionError) {
      if let value = values[name] {
        // A name need not be an identifier: `foo-bar`.
        let size = ValueText.size(value, limit: limit)
        found = size <= limit ? (ValueText.python(value), size) : nil
        references = [name]
      } else {
        let expression = try SubstitutionExpression(source)
        found = try expression.evaluate(values, limit: limit)
        references = expression.names
      }
    } catch {
      var position = place
      position.column += error.offset
      return [
        report("Substitution error:\(error.message)", context.isDocutils ? self.position : position)
      ]
    }
    if let cyclic = references.first(where: Self.active.contains) {
      return [report("circular substitution reference: {'\(cyclic)'}", position)]
    }
    guard Self.active.count < 100 else {
      return [report("substitutions are nested more than 100 levels deep", position)]
    }
    let cost = found.map { $0.size / Self.unit } ?? Self.limit + 1
    let isFree = Self.active.isEmpty && cost == 0
    guard isFree || expand(cost: Self.active.isEmpty ? cost : 1 + cost), let text = found?.text
    else { return [tooMuch()] }
    var start = position
    // docutils' dialect counts lines as MyST does, which starts anew with each level.
    if context.isDocutils { start.line += 1 }
    let known = context.document.diagnostics.count
    let nodes = try Self.$active.withValue(Self.active + references) {
      isInline && !Self.beginsDirective(text)
        ? try context.parseInline(text, at: start) : try context.parseBlocks(text, at: start)
    }
    if !context.isDocutils, Self.active.isEmpty { settle(nodes, diagnosticsFrom: known) }
    return nodes
  }

  /// Says of what stands in a value that it is where the value is used: there are no other lines of it.
  private func settle(_ nodes: [Node], diagnosticsFrom first: Int) {
    let document = context.document
    for index in document.diagnostics.indices.dropFirst(first)
    where document.diagnostics[index].position.file == position.file {
      document.diagnostics[index].position = position
    }
    for root in nodes {
      for node in root.findAll() where node.position.file == position.file {
        node.position = position
      }
    }
  }

  private func expand(cost: Int) -> Bool {
    context.document.expand(
      Self.active.isEmpty ? "substitution" : "substitution in a value", cost: cost,
      limit: Self.limit)
  }

  private func tooMuch() -> Node {
    report(
      Self.active.isEmpty
        ? "substitutions make more than \(Self.byteLimit) bytes; this one is left out"
        : "values of substitutions stand for more than \(Self.limit) others; this one is left out",
      position)
  }

  private func report(_ message: String, _ position: SourcePosition) -> Node {
    context.document.report(.warning, message, position: position, category: "myst.substitution")
  }

  /// Whether a text begins with the fence of a directive. (MyST: REGEX_DIRECTIVE_START.)
  private static func beginsDirective(_ text: String) -> Bool {
    let bytes = text.utf8.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    guard text.utf8.count - bytes.count <= 3, let mark = bytes.first,
      mark == 0x60 || mark == 0x7E || mark == 0x3A
    else { return false }
    let behind = bytes.drop { $0 == mark }
    guard (3...10).contains(bytes.count - behind.count), behind.first == 0x7B,
      let end = behind.firstIndex(of: 0x7D)
    else { return false }
    let name = behind[behind.index(after: behind.startIndex)..<end]
    return !name.isEmpty
      && name.allSatisfy { ByteClass.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }
  }
}

/// What is wrong with a substitution.
struct SubstitutionError: Error {
  let message: String
  /// Where in the text between the braces, in bytes.
  let offset: Int
}

extension ParseContext {
  var isDocutils: Bool { configuration[Dialect.key] == .docutils }
}
