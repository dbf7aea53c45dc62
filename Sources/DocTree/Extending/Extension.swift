/// Something that adds to DocTree: kinds of nodes and how they are written, transforms, syntax,
/// config values, formats.
///
///     public struct TodoExtension: Extension {
///       public let name = "todo"
///       public func register(in registry: inout Registry) {
///         registry.add(Todo.self, html: TodoHTML.self, text: TodoText.self)
///       }
///     }
///
/// (Sphinx: an extension module's `setup(app)`.)
public protocol Extension: Sendable {
  /// The name that messages use for the owner of what is registered.
  var name: String { get }
  /// The version. It is part of what a cached result depends on.
  var version: String { get }
  /// Registers everything; called once for each registry.
  func register(in registry: inout Registry) throws
}

extension Extension {
  public var version: String { "" }
}
