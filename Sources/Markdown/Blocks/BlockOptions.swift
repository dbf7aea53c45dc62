internal import DocTree

/// The block syntax that is switched on, as tables by byte.
final class BlockOptions {
  /// What a byte can begin.
  struct Start: OptionSet {
    let rawValue: UInt8
    /// Blocks of the specification, or of a rule that is asked after these.
    static let standard = Start(rawValue: 1)
    /// Blocks of a rule that is asked before the specification's.
    static let early = Start(rawValue: 2)
    static let late = Start(rawValue: 4)
  }

  /// For each byte, what a line that begins with it can be: raw values of ``Start``.
  private(set) var starts: [UInt8]
  /// For each byte, whether a rule without triggers is asked about the line before it.
  private(set) var nextStarts: [Bool]
  /// Whether there are rules that go by the next line.
  private(set) var looksAhead = false
  private(set) var rules: [Rule] = []
  /// Fences of colons, and of any kind with the name of a directive.
  let hasColonFences: Bool
  let hasDirectives: Bool
  /// Languages whose code blocks are directives.
  let fencesAsDirectives: Set<String>
  /// Whether a fence of colons ends only with as many of them.
  let hasExactColonFences: Bool

  struct Rule {
    let rule: any BlockRule
    let starts: [Bool]
    let nextStarts: [Bool]
    let interrupts: Bool
    let isEarly: Bool
  }

  /// Nothing but the specification's own.
  init() {
    starts = [UInt8](repeating: 0, count: 256)
    nextStarts = [Bool](repeating: false, count: 256)
    hasColonFences = false
    hasDirectives = false
    fencesAsDirectives = []
    hasExactColonFences = false
    for byte in ">#`~<=-*+_0123456789".utf8 { starts[Int(byte)] = Start.standard.rawValue }
  }

  init(registry: Registry, configuration: Configuration) {
    let disabled = DisabledSyntax(configuration)
    starts = BlockOptions().starts
    for byte in disabled.plainStarts { starts[Int(byte)] = 0 }
    nextStarts = [Bool](repeating: false, count: 256)
    hasColonFences = MystBlocks.isEnabled("colon_fence", in: configuration)
    let flavor = Flavor(configuration)
    hasDirectives = flavor == .myst
    fencesAsDirectives = Set(configuration[MystSettings.fencesAsDirectives])
    hasExactColonFences = configuration[MystSettings.exactColonFences]
    if hasColonFences { starts[0x3A] = Start.standard.rawValue }
    for rule in registry.blockRules
    where flavor.has(rule.name) && !disabled.contains(rule.name) {
      guard let rule = rule.configured(by: configuration) else { continue }
      let first = Self.table(rule.triggers)
      let next = Self.table(rule.nextLineTriggers)
      let flag = rule.precedesStandardSyntax ? Start.early : Start.late
      for byte in 0..<256 where first[byte] {
        if rule.nextLineTriggers.isEmpty || !rule.triggers.isEmpty {
          starts[byte] |= flag.rawValue
        }
      }
      if !rule.nextLineTriggers.isEmpty, rule.triggers.isEmpty {
        looksAhead = true
        for byte in 0..<256 where next[byte] { nextStarts[byte] = true }
      }
      rules.append(
        Rule(
          rule: rule, starts: first, nextStarts: next, interrupts: rule.interruptsParagraph,
          isEarly: rule.precedesStandardSyntax))
    }
  }

  private static func table(_ characters: [Character]) -> [Bool] {
    var table = [Bool](repeating: characters.isEmpty, count: 256)
    for character in characters {
      if let byte = character.asciiValue { table[Int(byte)] = true }
    }
    return table
  }
}
