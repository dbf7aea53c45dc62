import DocTree
import DocTreeProject

/// A command line that says something impossible.
struct InvalidOption: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension Settings {
  /// The config values that the options stand for, by name.
  ///
  /// - Throws: ``InvalidOption`` for options that contradict each other.
  func values() throws -> [(name: String, value: String)] {
    if isSafe {
      if raw == "allow" { throw InvalidOption("--safe and --raw allow contradict each other") }
      if allowsUnsafeURLs {
        throw InvalidOption("--safe and --allow-unsafe-urls contradict each other")
      }
    }
    var values: [(name: String, value: String)] = []
    func add(_ name: String, _ value: String?) {
      if let value { values.append((name, value)) }
    }
    add("html.profile", profile)
    add("dialect", dialect)
    add("html.raw", raw ?? (isSafe ? "escape" : nil))
    add("html.allowUnsafeURLs", allowsUnsafeURLs ? "true" : isSafe ? "false" : nil)
    add("text.width", width)
    add("markdown.smart", isSmart ? "true" : nil)
    add("html.standalone", isStandalone ? "true" : nil)
    add("nitpicky", isNitpicky ? "true" : nil)
    for definition in definitions {
      guard let equals = definition.firstIndex(of: "="), equals > definition.startIndex else {
        throw InvalidOption("-D takes KEY=VALUE, not '\(definition)'")
      }
      add(
        String(definition[..<equals]), String(definition[definition.index(after: equals)...]))
    }
    return values
  }

  /// Makes a configuration of them and the project's file.
  ///
  /// - Parameters:
  ///   - root: the folder of the sources; nil for a single document.
  ///   - defaults: what a command sets where the user does not, if anybody declared it.
  func configuration(
    _ registry: Registry, root: Path? = nil, defaults: [(name: String, value: String)] = []
  ) throws -> ProjectConfiguration {
    var configuration = try ProjectConfiguration.load(
      file: configurationFile.map { Path($0) }, root: root, defaults: defaults,
      definitions: try values(), registry: registry)
    configuration.add(tags: tags)
    try configuration.enable(
      enabled.flatMap { $0.split(separator: ",").map(String.init) }, registry: registry)
    return configuration
  }
}

extension Registry {
  /// The output format of that name.
  ///
  /// - Throws: ``InvalidOption``, with what there is.
  func requireFormat(_ name: String) throws -> any Translator.Type {
    if let format = format(name) { return format }
    throw InvalidOption(Self.unknown("output format", name, formatNames))
  }

  /// The builder of that name.
  ///
  /// - Throws: ``InvalidOption``, with what there is.
  func requireBuilder(_ name: String) throws -> any Builder {
    if let builder = builder(name) { return builder }
    throw InvalidOption(Self.unknown("builder", name, builderNames))
  }

  /// The source format of that name.
  ///
  /// - Throws: ``InvalidOption``, with what there is.
  func requireSourceFormat(_ name: String) throws -> any SourceFormat {
    if !name.hasPrefix("."), let format = sourceFormat(name) { return format }
    throw InvalidOption(Self.unknown("source format", name, sourceFormatNames))
  }

  private static func unknown(_ what: String, _ name: String, _ known: [String]) -> String {
    let hint = nearestName(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
    return "there is no \(what) '\(name)'; there are: \(known.joined(separator: ", "))\(hint)"
  }
}
