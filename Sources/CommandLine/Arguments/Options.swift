/// What `doctree render` is asked for.
struct RenderOptions: Equatable {
  /// `-` for standard input.
  var file = ""
  var from: String?
  var to: String?
  var phase: String?
  var isStrict = false
  var settings = Settings()
}

/// What `doctree build` is asked for.
struct BuildOptions: Equatable {
  /// Nil for the current folder.
  var source: String?
  /// Nil for a folder of the builder's in `_build` of the sources.
  var output: String?
  var builder: String?
  var jobs: String?
  var isStrict = false
  var isQuiet = false
  var isVerbose = false
  /// Nothing of the last build is used.
  var isFresh = false
  /// All pages are made anew.
  var writesAll = false
  /// Where what is kept between builds is.
  var cacheFolder: String?
  /// A file that gets the problems, too.
  var warningFile: String?
  /// How problems are reported: `text`, `json` or `sarif`.
  var diagnostics: String?
  var settings = Settings()
}

/// What `doctree clean` is asked for.
struct CleanOptions: Equatable {
  var output = ""
  var cacheFolder: String?
}

/// What `doctree inspect` is asked for.
struct InspectOptions: Equatable {
  var file = ""
  var settings = Settings()
}

/// What `doctree list` is asked for.
struct ListOptions: Equatable {
  var topic = ListTopic.formats
  /// The folder of a project, for topics that are about one.
  var source: String?
  var settings = Settings()
}

enum ListTopic: String, CaseIterable {
  case formats, builders, kinds, config, directives, roles
  case pages, labels, terms, equations, objects
}

/// Config values from the command line: `-D`, and options that stand for one.
struct Settings: Equatable {
  var profile: String?
  var dialect: String?
  var raw: String?
  var width: String?
  var isSmart = false
  var isSafe = false
  var allowsUnsafeURLs = false
  var isStandalone = false
  /// What `-D` said: `key=value`.
  var definitions: [String] = []
  /// What `-c` said: a file to read instead of `doctree.yml`.
  var configurationFile: String?
  /// What `--enable` said: names between commas.
  var enabled: [String] = []
  /// What `-t` said.
  var tags: [String] = []
  /// What `-n` said.
  var isNitpicky = false
}
