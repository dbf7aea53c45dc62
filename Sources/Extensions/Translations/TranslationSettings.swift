public import DocTree

/// The config values about translations. They are called as Sphinx's, and have its defaults.
public enum TranslationSettings {
  /// Folders with catalogs: `LANGUAGE/LC_MESSAGES/*.po`, from the folder of the sources.
  public static let folders = ConfigKey("locale_dirs", default: ["locales"], affects: .read)
  /// Which catalog has the messages of a document.
  public static let compaction = ConfigKey(
    "gettext_compact", default: CatalogCompaction.byFolder, affects: .read)
  /// Whether catalogs say where each message stands.
  public static let showsLocations = ConfigKey("gettext_location", default: true, affects: .write)
  /// What is translated besides text.
  public static let additionalTargets = ConfigKey(
    "gettext_additional_targets", default: [String](), affects: .read,
    among: ["index", "literal-block", "doctest-block", "raw", "image"])
  /// Whether translations count that a translator has yet to look at.
  public static let allowsFuzzy = ConfigKey(
    "gettext_allow_fuzzy_translations", default: false, affects: .read)
  /// Known, and without effect: catalogs are read as they are, none are compiled.
  public static let compilesCatalogs = ConfigKey(
    "gettext_auto_build", default: true, affects: .read)
  /// What the headers of new catalogs say of who was there last.
  public static let lastTranslator = ConfigKey(
    "gettext_last_translator", default: "FULL NAME <EMAIL@ADDRESS>", affects: .write)
  /// What the headers of new catalogs say of who translates.
  public static let languageTeam = ConfigKey(
    "gettext_language_team", default: "LANGUAGE <LL@li.org>", affects: .write)
  /// Which elements get the class `translated` or `untranslated`.
  public static let progressClasses = ConfigKey(
    "translation_progress_classes", default: ProgressClasses.none, affects: .read)
  /// Whether messages are collected, rather than replaced by their translations. The builder `gettext`
  /// sets it.
  public static let collectsMessages = ConfigKey(
    "gettext_collect", default: false, affects: .read)

  static func register(in registry: inout Registry) {
    registry.add(config: folders)
    registry.add(config: compaction)
    registry.add(config: showsLocations)
    registry.add(config: additionalTargets)
    registry.add(config: allowsFuzzy)
    registry.add(config: compilesCatalogs)
    registry.add(config: lastTranslator)
    registry.add(config: languageTeam)
    registry.add(config: progressClasses)
    registry.add(config: collectsMessages)
  }
}

/// Which catalog has the messages of a document. (Sphinx: util.i18n.docname_to_domain.)
public enum CatalogCompaction: Codable, Equatable, Sendable, AllowedTextProviding {
  /// One for each document.
  case byDocument
  /// One for each folder at the top, with those below it.
  case byFolder
  /// One of this name for all.
  case one(String)

  package static var allowedText: String { "true, false, or the name of the only catalog" }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = flag ? .byFolder : .byDocument
    } else {
      self = .one(try container.decode(String.self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .byDocument: try container.encode(false)
    case .byFolder: try container.encode(true)
    case .one(let name): try container.encode(name)
    }
  }

  /// The name of the catalog, which is its path without the suffix.
  public func catalog(of document: String) -> String {
    switch self {
    case .byDocument: document
    case .byFolder: String(document.prefix { $0 != "/" })
    case .one(let name): name
    }
  }
}

/// Which elements get a class by whether they are translated.
public enum ProgressClasses: Codable, Equatable, Sendable, AllowedTextProviding {
  case none, translated, untranslated, both

  package static var allowedText: String { "true, false, translated, untranslated" }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = flag ? .both : .none
      return
    }
    switch try container.decode(String.self) {
    case "translated": self = .translated
    case "untranslated": self = .untranslated
    default:
      throw DecodingError.dataCorrupted(
        .init(codingPath: container.codingPath, debugDescription: Self.allowedText))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .none: try container.encode(false)
    case .both: try container.encode(true)
    case .translated: try container.encode("translated")
    case .untranslated: try container.encode("untranslated")
    }
  }

  /// The class of what is translated, or is not.
  func name(isTranslated: Bool) -> String? {
    switch self {
    case .none: nil
    case .both: isTranslated ? "translated" : "untranslated"
    case .translated: isTranslated ? "translated" : nil
    case .untranslated: isTranslated ? nil : "untranslated"
    }
  }
}
