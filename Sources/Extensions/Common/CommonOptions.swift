import DocTree

/// The options that many directives have.
public struct CommonOptions: NamingOptions {
  public var `class`: ClassNames?
  public var name: String?
}

/// Options with classes and a name.
public protocol NamingOptions: Decodable, Sendable {
  /// Classes, separated by spaces.
  var `class`: ClassNames? { get }
  /// A name that references can use.
  var name: String? { get }
}

extension NamingOptions {
  /// The classes as they stand in a tree. (docutils: directives.class_option.)
  var classNames: [String] { `class`?.names ?? [] }

  /// Gives an element the classes and the name.
  func apply(to element: Element, in context: any ParseContext) {
    element.classes += classNames
    applyName(to: element, in: context)
  }

  /// Gives an element the name; it gets an id with it. (docutils: Directive.add_name.)
  func applyName(to element: Element, in context: any ParseContext) {
    guard let name, !name.isEmpty else { return }
    element.names.append(ReferenceName.normalized(name))
  }
}

enum Identifiers {
  /// Class names made of words; a word may hold several, and one that makes none is left out.
  static func classes(of words: [String]) -> [String] {
    words.flatMap { $0.split(whereSeparator: \.isWhitespace) }
      .map { Identifier.make(from: String($0)) }.filter { !$0.isEmpty }
  }
}

extension Directive {
  /// - Throws: ``MarkupError`` if the directive has no content.
  func requireContent(_ call: DirectiveCall<Options>) throws {
    if call.nodes.isEmpty, call.text.allSatisfy(\.isWhitespace) {
      throw MarkupError(
        "Content block expected for the \"\(call.name)\" directive; none found.")
    }
  }
}
