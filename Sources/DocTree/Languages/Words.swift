/// The words that DocTree itself puts into documents, in the language of the project: `Note`,
/// `Fig. %s`, `Contents`. (Sphinx: locale; docutils: languages.)
///
/// The English words are the keys. What a language does not have stays English.
public struct Words: Sendable {
  /// The language of the documents, such as `ja`. (Sphinx: language.)
  ///
  /// Computed, because copying a stored one needs its type at run time, which costs each start a
  /// million instructions.
  public static var language: ConfigKey<String> {
    ConfigKey("language", default: "en", affects: .read)
  }
  /// Words of the project's own by the English ones, which come before those of its language.
  public static var replacements: ConfigKey<[String: String]> {
    ConfigKey("words", default: [:], affects: .read)
  }

  /// Nil where all words are English.
  private let table: [String: String]?

  /// The words of a project.
  public init(_ configuration: Configuration) {
    let own = configuration[Self.replacements]
    let words = Self.languages[Self.primaryTag(of: configuration[Self.language])]
    table = own.isEmpty ? words : own.merging(words ?? [:]) { own, _ in own }
  }

  public subscript(english: String) -> String { table.flatMap { $0[english] } ?? english }

  /// What is said with something in the place of `%s`.
  public func callAsFunction(_ english: String, _ argument: String) -> String {
    var result: [UInt8] = []
    let format = Array(self[english].utf8)
    var index = 0
    while index < format.count {
      if format[index] == UInt8(ascii: "%"), index + 1 < format.count,
        format[index + 1] == UInt8(ascii: "s")
      {
        result += argument.utf8
        index += 2
      } else {
        result.append(format[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The languages other than English.
  private static let languages = ["de": german, "ja": japanese]

  /// Says that there are no words of a language, unless the project has words of its own.
  static func problem(in configuration: Configuration) -> String? {
    let language = configuration[Self.language]
    let tag = primaryTag(of: language)
    guard tag != "en", languages[tag] == nil, configuration[replacements].isEmpty else {
      return nil
    }
    let known = (languages.keys + ["en"]).sorted().joined(separator: ", ")
    return
      "there are no words for language '\(language)', so that what DocTree itself says is English; "
      + "there are words for \(known), and 'words' gives others"
  }

  /// `ja` of `ja-JP` and `ja_JP`.
  private static func primaryTag(of language: String) -> String {
    String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }
}

/// Says where DocTree has no words of the language of the project.
struct CheckWords: GlobalStep {
  func run(_ project: ProjectData, _ facts: inout FactTable) {
    guard let problem = Words.problem(in: project.configuration) else { return }
    facts.diagnostics.append(
      Diagnostic(.warning, problem, at: .unknown, category: "config.language"))
  }
}
