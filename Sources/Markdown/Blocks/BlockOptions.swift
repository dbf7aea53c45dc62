internal import DocTree

/// The block syntax that is switched on, as tables by byte.
final class BlockOptions: Sendable {
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
  let starts: [UInt8]
  /// For each byte, whether a rule without triggers is asked about the line before it.
  let nextStarts: [Bool]
  /// Whether there are rules that go by the next line.
  let looksAhead: Bool
  /// For each byte, the rules that are asked about a line that begins with it, before the
  /// specification's blocks and after them.
  let earlyRules: [[Rule]]
  let lateRules: [[Rule]]
  /// Fences of colons, and of any kind with the name of a directive.
  let hasColonFences: Bool
  let hasDirectives: Bool
  /// Languages whose code blocks are directives.
  let fencesAsDirectives: Set<String>
  /// Whether a fence of colons ends only with as many of them.
  let hasExactColonFences: Bool

  /// A rule with what it says of itself. A class, as many lines go through many of them.
  final class Rule: Sendable {
    let rule: any BlockRule
    /// The bytes that the next line may begin with; nil for any.
    let nextStarts: [Bool]?
    let interrupts: Bool

    init(_ rule: any BlockRule) {
      self.rule = rule
      nextStarts = rule.nextLineTriggers.isEmpty ? nil : BlockOptions.table(rule.nextLineTriggers)
      interrupts = rule.interruptsParagraph
    }
  }

  private static let standardStarts: [UInt8] = {
    var starts = [UInt8](repeating: 0, count: 256)
    for byte in ">#`~<=-*+_0123456789".utf8 { starts[Int(byte)] = Start.standard.rawValue }
    return starts
  }()

  /// Nothing but the specification's own.
  init() {
    starts = Self.standardStarts
    nextStarts = [Bool](repeating: false, count: 256)
    looksAhead = false
    earlyRules = []
    lateRules = []
    hasColonFences = false
    hasDirectives = false
    fencesAsDirectives = []
    hasExactColonFences = false
  }

  init(registry: Registry, configuration: Configuration) {
    let disabled = DisabledSyntax(configuration)
    var starts = Self.standardStarts
    for byte in disabled.plainStarts { starts[Int(byte)] = 0 }
    var nextStarts = [Bool](repeating: false, count: 256)
    var looksAhead = false
    hasColonFences = MystBlocks.isEnabled("colon_fence", in: configuration)
    let flavor = Flavor(configuration)
    hasDirectives = flavor == .myst
    fencesAsDirectives = Set(configuration[MystSettings.fencesAsDirectives])
    hasExactColonFences = configuration[MystSettings.exactColonFences]
    if hasColonFences { starts[0x3A] = Start.standard.rawValue }
    var early = [[Rule]](repeating: [], count: 256)
    var late = early
    for rule in registry.blockRules
    where flavor.has(rule.name) && !disabled.contains(rule.name) {
      guard let rule = rule.configured(by: configuration) else { continue }
      let entry = Rule(rule)
      let first = Self.table(rule.triggers)
      let isEarly = rule.precedesStandardSyntax
      let flag = isEarly ? Start.early : Start.late
      // What goes by the next line alone is not looked for in every line.
      let goesByNext = rule.triggers.isEmpty && entry.nextStarts != nil
      for byte in 0..<256 where first[byte] {
        if !goesByNext { starts[byte] |= flag.rawValue }
        if isEarly { early[byte].append(entry) } else { late[byte].append(entry) }
      }
      if goesByNext, let next = entry.nextStarts {
        looksAhead = true
        for byte in 0..<256 where next[byte] { nextStarts[byte] = true }
      }
    }
    self.starts = starts
    self.nextStarts = nextStarts
    self.looksAhead = looksAhead
    earlyRules = early
    lateRules = late
  }

  private static func table(_ characters: [Character]) -> [Bool] {
    var table = [Bool](repeating: characters.isEmpty, count: 256)
    for character in characters {
      if let byte = character.asciiValue { table[Int(byte)] = true }
    }
    return table
  }
}
