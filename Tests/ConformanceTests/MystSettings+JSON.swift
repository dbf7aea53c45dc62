import DocTree
import Foundation

extension Configuration {
  /// Sets the values that a fixture has by the names of `conf.py`: `myst_enable_extensions`. One
  /// that is not there makes its case fail, and nothing else.
  mutating func set(_ settings: [String: Any], in registry: Registry) {
    for (key, value) in settings {
      let name = key.hasPrefix("myst_") ? "myst." + key.dropFirst(5) : key
      try? set(name, to: ConfigValue(json: value), in: registry)
    }
  }
}

extension ConfigValue {
  /// A value as JSON has it.
  init(json: Any) {
    switch json {
    case let items as [Any]: self.init(.list(items.map { ConfigValue(json: $0) }))
    case let map as [String: Any]:
      self.init(
        .map(
          map.sorted { $0.key < $1.key }.map {
            (ConfigValue(text: $0.key), ConfigValue(json: $0.value))
          }))
    case let text as String: self.init(text: text)
    case is NSNull: self.init(.scalar("null", .plain))
    case let number as NSNumber where String(cString: number.objCType) != "c":
      self.init(.scalar("\(number)", .plain))
    case let flag as Bool: self.init(.scalar("\(flag)", .plain))
    default: self.init(.scalar("\(json)", .plain))
    }
  }
}
