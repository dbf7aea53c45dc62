/// Reads command lines that are as they should be.
///
/// It knows the same options as the commands in ``ParsedArguments`` and leaves everything else to
/// them: mistakes, help, completions, unusual spellings.
enum QuickArguments {
  /// - Returns: nil if ArgumentParser has to look at the line.
  static func parse(_ arguments: [String]) -> Request? {
    guard let command = arguments.first else { return nil }
    var words = Words(rest: arguments.dropFirst())
    switch command {
    case "render": return render(&words).map { .render($0) }
    case "build": return build(&words).map { .build($0) }
    default: return nil
    }
  }

  private static func render(_ words: inout Words) -> RenderOptions? {
    var options = RenderOptions()
    var files: [String] = []
    while let word = words.next() {
      let isKnown =
        switch word {
        case "--from": words.value(&options.from)
        case "--to": words.value(&options.to)
        case "--phase": words.value(&options.phase)
        case "--profile": words.value(&options.settings.profile)
        case "--dialect": words.value(&options.settings.dialect)
        case "--raw": words.value(&options.settings.raw)
        case "--width": words.value(&options.settings.width)
        case "--smart": words.flag(&options.settings.isSmart)
        case "--safe": words.flag(&options.settings.isSafe)
        case "--allow-unsafe-urls": words.flag(&options.settings.allowsUnsafeURLs)
        case "--standalone": words.flag(&options.settings.isStandalone)
        case "-W", "--fail-on-warning": words.flag(&options.isStrict)
        case "-D", "--define": words.item(&options.settings.definitions)
        case "-c", "--config": words.value(&options.settings.configurationFile)
        case "--enable": words.item(&options.settings.enabled)
        default: words.operand(word, &files)
        }
      if !isKnown { return nil }
    }
    guard files.count == 1 else { return nil }
    options.file = files[0]
    return options
  }

  private static func build(_ words: inout Words) -> BuildOptions? {
    var options = BuildOptions()
    var folders: [String] = []
    while let word = words.next() {
      let isKnown =
        switch word {
        case "-b", "--builder": words.value(&options.builder)
        case "-j", "--jobs": words.value(&options.jobs)
        case "-W", "--fail-on-warning": words.flag(&options.isStrict)
        case "-q", "--quiet": words.flag(&options.isQuiet)
        case "-v", "--verbose": words.flag(&options.isVerbose)
        case "-a", "--write-all": words.flag(&options.writesAll)
        case "-E", "--fresh-env": words.flag(&options.isFresh)
        case "-n", "--nitpicky": words.flag(&options.settings.isNitpicky)
        case "-d", "--doctree-dir": words.value(&options.cacheFolder)
        case "-w", "--warning-file": words.value(&options.warningFile)
        case "-t", "--tag": words.item(&options.settings.tags)
        case "--diagnostics": words.value(&options.diagnostics)
        case "-D", "--define": words.item(&options.settings.definitions)
        case "-c", "--config": words.value(&options.settings.configurationFile)
        default: words.operand(word, &folders)
        }
      if !isKnown { return nil }
    }
    guard folders.count == 2 else { return nil }
    options.source = folders[0]
    options.output = folders[1]
    return options
  }

  /// The words of a command line that are left. Each method says whether the line is still a usual
  /// one.
  private struct Words {
    private var rest: ArraySlice<String>
    /// The value in the word that was read last: `html` in `--to=html`, `k=v` in `-Dk=v`.
    private var attached: String?

    init(rest: ArraySlice<String>) { self.rest = rest }

    /// The next word, without the value that is attached to it.
    ///
    /// - Returns: nil at the end.
    mutating func next() -> String? {
      guard let word = rest.popFirst() else { return nil }
      if word.hasPrefix("--") {
        guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { return word }
        attached = String(word[word.utf8.index(after: equals)...])
        return String(word[..<equals])
      }
      if word.utf8.count > 2, ["-D", "-b", "-c", "-j"].contains(String(word.prefix(2))) {
        attached = String(word.dropFirst(2))
        return String(word.prefix(2))
      }
      return word
    }

    private mutating func takeValue() -> String? {
      if let value = attached {
        attached = nil
        return value.isEmpty ? nil : value
      }
      guard let next = rest.popFirst(), !Self.isOption(next) else { return nil }
      return next
    }

    mutating func value(_ value: inout String?) -> Bool {
      guard value == nil, let next = takeValue() else { return false }
      value = next
      return true
    }

    mutating func item(_ list: inout [String]) -> Bool {
      guard let next = takeValue() else { return false }
      list.append(next)
      return true
    }

    func flag(_ flag: inout Bool) -> Bool {
      if flag || attached != nil { return false }
      flag = true
      return true
    }

    func operand(_ word: String, _ list: inout [String]) -> Bool {
      if Self.isOption(word) || attached != nil { return false }
      list.append(word)
      return true
    }

    private static func isOption(_ word: String) -> Bool {
      word.utf8.first == UInt8(ascii: "-") && word.utf8.count > 1
    }
  }
}
