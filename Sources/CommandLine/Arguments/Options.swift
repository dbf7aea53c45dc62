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
  var source = ""
  var output = ""
  var builder: String?
  var jobs: String?
  var isStrict = false
  var isQuiet = false
  var settings = Settings()
}

/// What `doctree list` is asked for.
enum ListTopic: String, CaseIterable {
  case formats, kinds, config
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
}
