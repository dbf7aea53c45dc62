package import DocTree
import Yams

/// Reads YAML: the one place that knows Yams.
package enum YAMLReader {
  /// What is wrong with a text, and where.
  package struct Problem: Error {
    package let message: String
    package let position: SourcePosition
    /// Whether a part of the text is too large, and the rest may be fine.
    fileprivate var isAboutSize = false
  }

  /// How many values a value may consist of, each counted as often as aliases repeat it.
  static let sizeLimit = 100_000
  /// The same for a whole text.
  static let totalLimit = 2_000_000
  /// How many lists and maps may be inside each other.
  static let depthLimit = 100

  /// - Parameters:
  ///   - position: where the text begins: at the beginning of a line.
  ///   - skip: called with each key at the top whose value is too large, which is left out.
  /// - Returns: nil if there is nothing but comments.
  package static func read(
    _ text: String, at position: SourcePosition,
    skippingLarge skip: (_ key: String, _ problem: Problem) -> Void
  ) throws(Problem) -> ConfigValue? {
    var places = YAMLPlaces(text, position)
    if let offset = AliasGuard.dangerousKey(in: text) {
      throw Problem(
        message: "aliases cannot be used in keys, where there are so many of them",
        position: places.position(ofByte: offset))
    }
    if let offset = AliasGuard.deepAlias(in: text) {
      throw Problem(
        message:
          "there are so many lists, maps and aliases up to this one that they may be far more "
          + "than \(depthLimit) levels deep",
        position: places.position(ofByte: offset))
    }
    let root: Yams.Node?
    do {
      // The default resolver would compile regular expressions; scalars get their types later.
      root = try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw problem(error, &places)
    } catch {
      throw Problem(message: "\(error)", position: position)
    }
    guard let root else { return nil }
    var conversion = Conversion(places: places)
    guard case .mapping(let mapping) = root else { return try conversion.value(root, depth: 0) }
    var entries: [(key: ConfigValue, value: ConfigValue)] = []
    for (key, item) in mapping {
      conversion.beginPart()
      do throws(Problem) {
        entries.append(try conversion.entry(key, item, depth: 1))
      } catch {
        guard error.isAboutSize, let name = key.string else { throw error }
        skip(name, error)
      }
    }
    return ConfigValue(.map(entries), at: conversion.position(root))
  }

  private static func problem(_ error: YamlError, _ places: inout YAMLPlaces) -> Problem {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let message = context.map { "\(problem) \($0.text)" } ?? problem
      return Problem(message: message, position: places.position(mark.line, mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      return Problem(
        message: "the key '\(keys.first ?? "")' is there twice",
        position: places.position(context.mark.line, context.mark.column))
    case .reader(let problem, let offset, _, _):
      return Problem(message: problem, position: places.position(ofByte: offset ?? 0))
    default:
      return Problem(message: "\(error)", position: places.position(1, 1))
    }
  }

  /// Makes values of Yams' nodes.
  private struct Conversion {
    private var places: YAMLPlaces
    private var partSize = 0
    private var totalSize = 0

    init(places: YAMLPlaces) { self.places = places }

    mutating func beginPart() { partSize = 0 }

    mutating func position(_ node: Yams.Node) -> SourcePosition {
      node.mark.map { places.position($0.line, $0.column) } ?? .unknown
    }

    mutating func value(_ node: Yams.Node, depth: Int) throws(Problem) -> ConfigValue {
      let position = position(node)
      partSize += 1
      totalSize += 1
      // Aliases can make a short text stand for more than a memory holds.
      guard partSize <= YAMLReader.sizeLimit, totalSize <= YAMLReader.totalLimit else {
        throw Problem(
          message: "this stands for more than \(YAMLReader.sizeLimit) values",
          position: position, isAboutSize: totalSize <= YAMLReader.totalLimit)
      }
      guard depth <= YAMLReader.depthLimit else {
        throw Problem(
          message: "lists and maps are more than \(YAMLReader.depthLimit) levels deep",
          position: position)
      }
      switch node {
      case .scalar(let scalar):
        return ConfigValue(
          .scalar(scalar.string, scalar.style == .plain ? .plain : .quoted), at: position)
      case .sequence(let sequence):
        var items: [ConfigValue] = []
        for item in sequence { items.append(try value(item, depth: depth + 1)) }
        return ConfigValue(.list(items), at: position)
      case .mapping(let mapping):
        var entries: [(key: ConfigValue, value: ConfigValue)] = []
        for (key, item) in mapping { entries.append(try entry(key, item, depth: depth + 1)) }
        return ConfigValue(.map(entries), at: position)
      case .alias:
        throw Problem(message: "this alias stands for nothing", position: position)
      }
    }

    mutating func entry(
      _ key: Yams.Node, _ item: Yams.Node, depth: Int
    ) throws(Problem) -> (key: ConfigValue, value: ConfigValue) {
      let key = try value(key, depth: depth)
      guard key.text != nil else {
        throw Problem(message: "a key cannot be \(key.summary)", position: key.position)
      }
      return (key, try value(item, depth: depth))
    }
  }
}

/// Where Yams' lines and columns, which count characters, are in the source.
private struct YAMLPlaces {
  private let lines: LineTable
  private let start: SourcePosition
  /// For lines that are not ASCII: where each of their characters begins.
  private var characters: [Int: [Int]] = [:]

  init(_ text: String, _ start: SourcePosition) {
    lines = LineTable(Array(text.utf8))
    self.start = start
  }

  /// - Parameters:
  ///   - line: from 1.
  ///   - column: from 1, in Unicode scalars.
  mutating func position(_ line: Int, _ column: Int) -> SourcePosition {
    SourcePosition(
      file: start.file, line: max(start.line, 1) + line - 1,
      column: byteColumn(line, column - 1) + 1)
  }

  mutating func position(ofByte offset: Int) -> SourcePosition {
    let line = lines.line(at: offset)
    return SourcePosition(
      file: start.file, line: max(start.line, 1) + line - 1,
      column: offset - lines.fullRange(ofLine: line).lowerBound + 1)
  }

  private mutating func byteColumn(_ line: Int, _ column: Int) -> Int {
    if let known = characters[line] {
      return known.isEmpty ? column : known[min(max(column, 0), known.count - 1)]
    }
    let bytes = lines.bytes[lines.range(ofLine: line)]
    var offsets: [Int] = []
    if bytes.contains(where: { $0 >= 0x80 }) {
      for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 { offsets.append(offset) }
      offsets.append(bytes.count)
    }
    characters[line] = offsets
    return byteColumn(line, column)
  }
}
