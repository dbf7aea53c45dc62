import DocTree
import DocTreeMarkdown

/// Sets config values from files and command lines, and collects all that is wrong with them.
struct ConfigurationReader {
  let registry: Registry
  private(set) var values = Configuration()
  private(set) var problems: [Diagnostic] = []
  /// Where the file sets a value.
  private var places: [String: SourcePosition] = [:]
  /// Names with underscores for dots, as `conf.py` has them: `myst_enable_extensions`.
  private lazy var flatNames = Self.flatNames(registry)
  /// Whatever stands before a dot in some name.
  private lazy var groups = Self.groups(registry)

  init(registry: Registry) { self.registry = registry }

  private static func flatNames(_ registry: Registry) -> [String: String] {
    var result: [String: String] = [:]
    for name in registry.configDeclarations.map(\.name) where name.utf8.contains(0x2E) {
      result[String(name.map { $0 == "." ? "_" : $0 })] = name
    }
    return result
  }

  private static func groups(_ registry: Registry) -> Set<String> {
    var result: Set<String> = []
    for name in registry.configDeclarations.map(\.name) {
      for (index, character) in zip(name.indices, name) where character == "." {
        result.insert(String(name[..<index]))
      }
    }
    return result
  }

  /// Sets what a command wants, if anybody declared it.
  mutating func setDefault(_ name: String, to text: String) {
    guard registry.hasConfigValue(name) else { return }
    set(name, to: ConfigValue(.scalar(text, .text)))
  }

  // MARK: Files

  mutating func read(_ source: Source) {
    let start = SourcePosition(file: source.file, line: 1, column: 1)
    // A byte order mark is no part of the text.
    let bytes =
      source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? source.bytes[3...] : source.bytes[...]
    var tooLarge: [YAMLReader.Problem] = []
    do throws(YAMLReader.Problem) {
      let root = try YAMLReader.read(String(decoding: bytes, as: UTF8.self), at: start) {
        _, problem in tooLarge.append(problem)
      }
      for problem in tooLarge { report(problem.message, at: problem.position) }
      guard let root, !root.isNull else { return }
      guard let entries = root.map else {
        return report("a configuration is a map of names to values, not \(root.summary)", root)
      }
      read(entries, prefix: "")
    } catch {
      problems.append(
        Diagnostic(.error, error.message, at: error.position, category: "config"))
    }
  }

  private mutating func read(_ entries: [(key: ConfigValue, value: ConfigValue)], prefix: String) {
    for (key, value) in entries {
      let name = prefix + (key.text ?? "")
      if let declared = registry.hasConfigValue(name) ? name : flatNames[name] {
        if let first = places[declared] {
          report("config value '\(declared)' is set twice; the first is in line \(first.line)", key)
          continue
        }
        places[declared] = key.position
        set(declared, to: value)
      } else if let inner = value.map, groups.contains(name) {
        read(inner, prefix: name + ".")
      } else if groups.contains(name) {
        if !value.isNull {
          report("'\(name)' is a map of names to values, not \(value.summary)", value)
        }
      } else {
        report(ConfigError(unknown: name, at: key.position, in: registry).message, key)
      }
    }
  }

  // MARK: Command lines

  /// Sets a value from the command line. `substitutions.name=text` sets one entry of a map.
  mutating func define(_ name: String, as text: String) {
    let value = ConfigValue(.scalar(text, .text))
    if let declared = registry.hasConfigValue(name) ? name : flatNames[name] {
      return set(declared, to: value)
    }
    for (index, character) in zip(name.indices, name) where character == "." {
      guard registry.hasConfigValue(String(name[..<index])) else { continue }
      let key = ConfigValue(text: String(name[name.index(after: index)...]))
      return set(String(name[..<index]), to: ConfigValue(.map([(key, value)])), merging: true)
    }
    set(name, to: value)
  }

  private mutating func set(_ name: String, to value: ConfigValue, merging: Bool = false) {
    do throws(ConfigError) {
      try values.set(name, to: value, in: registry, merging: merging)
    } catch {
      problems.append(
        Diagnostic(.error, error.message, at: error.position, category: "config"))
    }
  }

  // MARK: What belongs together

  /// The source formats that `source_suffix` names.
  mutating func sourceFormats() -> [String: any SourceFormat] {
    var formats: [String: any SourceFormat] = [:]
    guard values.isSet(ProjectSettings.sourceSuffix.name) else { return formats }
    let names = registry.sourceFormatNames
    for (suffix, name) in values[ProjectSettings.sourceSuffix].sorted(by: { $0.key < $1.key }) {
      let place = places[ProjectSettings.sourceSuffix.name] ?? .unknown
      guard suffix.utf8.first == 0x2E, suffix.utf8.count > 1 else {
        report("a suffix begins with a dot, unlike '\(suffix)'", at: place)
        continue
      }
      guard let format = registry.sourceFormat(name), names.contains(name) else {
        let hint = nearestName(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
        let known = names.joined(separator: ", ")
        report("there is no source format '\(name)'; there are: \(known)\(hint)", at: place)
        continue
      }
      formats[suffix] = format
    }
    return formats
  }

  private mutating func report(_ message: String, _ value: ConfigValue) {
    report(message, at: value.position)
  }

  private mutating func report(_ message: String, at position: SourcePosition) {
    problems.append(Diagnostic(.error, message, at: position, category: "config"))
  }
}
