/// A block of markup with a name, such as `{note}`.
///
/// It says what it accepts; the reader checks that and parses the content before it calls ``run(_:in:)``.
/// (docutils: parsers.rst.Directive.)
public protocol Directive: Sendable {
  /// The options by name, as properties of a type that can be decoded from text: a property of an
  /// optional type, or with a default in its `init(from:)`, may be left out.
  /// `linenoStart` is written `lineno-start`.
  associatedtype Options: Decodable & Sendable = NoOptions

  /// What stands behind the name.
  var argument: DirectiveArgument { get }
  /// What stands between the fences.
  var content: DirectiveContent { get }
  /// The only options that it takes of those that ``Options`` knows, where directives share that type;
  /// nil for all.
  var optionNames: [String]? { get }

  /// The options of ``Options`` that it has only in Sphinx's dialect.
  var sphinxOptions: [String] { get }

  /// Whether it declares something that inline text can use, such as a role. It runs before inline
  /// text is parsed, so its content can only be text.
  var isDeclaration: Bool { get }

  /// Says what changes for the text behind the directive. It is called as soon as that is read, and
  /// before anything behind it is looked up.
  ///
  /// - Parameter argument: what stands behind the name; empty where nothing does.
  func announce(_ argument: String, at position: SourcePosition, in context: any ParseContext)

  /// Makes the nodes.
  ///
  /// - Throws: ``MarkupError`` for what is wrong with the markup; it becomes a diagnostic.
  func run(_ call: DirectiveCall<Options>, in context: any ParseContext) throws -> [Node]
}

extension Directive {
  public var argument: DirectiveArgument { .none }
  public var content: DirectiveContent { .blocks }
  public var optionNames: [String]? { nil }
  public var sphinxOptions: [String] { [] }
  public var isDeclaration: Bool { false }
  public func announce(
    _ argument: String, at position: SourcePosition, in context: any ParseContext
  ) {}
}

/// The options of a directive that has none.
public struct NoOptions: Decodable, Sendable {
  public init() {}
}

/// What stands behind a directive's name.
public enum DirectiveArgument: Hashable, Sendable {
  case none
  case optional
  case required
  /// Optional, and without white space: the language of code. More words are an error.
  /// (docutils: `final_argument_whitespace` is false.)
  case optionalWord
  case requiredWord
  /// Optional, and parsed as inline text: the title of an admonition.
  case optionalInline
  case requiredInline
}

/// What stands between a directive's fences.
public enum DirectiveContent: Hashable, Sendable {
  case none
  /// Blocks, parsed before the directive runs.
  case blocks
  /// One paragraph of inline text, parsed before the directive runs.
  case inline
  /// Lines that are not parsed.
  case text
}

/// One use of a directive.
public struct DirectiveCall<Options: Sendable> {
  /// The name as it was written.
  public let name: String
  /// What stood behind the name; empty where nothing did.
  public let argument: String
  /// The argument parsed, where it was declared to be inline.
  public let argumentNodes: [Node]
  public let options: Options
  /// The content as it was written, without fences and indentation.
  public let text: String
  /// The content parsed, where it was declared to be blocks or inline.
  public let nodes: [Node]
  /// Where the directive begins.
  public let position: SourcePosition
  /// Where the argument begins; where the directive does if it has none.
  public let argumentPosition: SourcePosition
  /// Where the content begins.
  public let contentPosition: SourcePosition
  private let optionPositions: [String: SourcePosition]

  /// - Parameters:
  ///   - argumentPosition: nil if it is not known.
  ///   - optionPositions: where the values of options begin, by name.
  public init(
    name: String, argument: String = "", argumentNodes: [Node] = [], options: Options,
    text: String = "", nodes: [Node] = [], position: SourcePosition = .unknown,
    argumentPosition: SourcePosition? = nil, contentPosition: SourcePosition = .unknown,
    optionPositions: [String: SourcePosition] = [:]
  ) {
    self.name = name
    self.argument = argument
    self.argumentNodes = argumentNodes
    self.options = options
    self.text = text
    self.nodes = nodes
    self.position = position
    self.argumentPosition = argumentPosition ?? position
    self.contentPosition = contentPosition
    self.optionPositions = optionPositions
  }
}

extension DirectiveCall {
  /// Where the value of an option begins: the place of messages about it, and of what is made of it.
  ///
  /// - Parameter option: its name as it is written: `lineno-start`.
  /// - Returns: where the directive begins, for an option that was not written.
  public func position(of option: String) -> SourcePosition {
    optionPositions[option] ?? position
  }

  /// An element, such as a title, with the parsed argument as its content.
  public func argumentElement<Kind: Element>(
    _ type: Kind.Type, in context: any ParseContext
  ) -> Kind {
    let element = Kind(children: argumentNodes, position: argumentPosition)
    context.document.noteRawSource(argument, of: element)
    return element
  }
}

/// A run of text with a name, such as `` {kbd}`Ctrl` ``. (docutils: a role function.)
public protocol Role: Sendable {
  /// The only dialect that has the role; nil for all. In the others it is an unknown one.
  var dialect: Dialect? { get }
  /// - Throws: ``MarkupError`` for what is wrong with the markup; it becomes a diagnostic.
  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node]
}

extension Role {
  public var dialect: Dialect? { nil }
}

/// One use of a role.
public struct RoleCall: Sendable {
  /// The name as it was written.
  public let name: String
  /// The characters between the backticks.
  public let text: String
  public let position: SourcePosition

  public init(name: String, text: String, position: SourcePosition = .unknown) {
    self.name = name
    self.text = text
    self.position = position
  }
}

/// Markup that a directive or role cannot make sense of.
public struct MarkupError: Error, CustomStringConvertible {
  public let severity: Severity
  /// What is wrong and what is allowed.
  public let message: String
  /// Where; nil for the directive or role itself.
  public let position: SourcePosition?

  public init(_ message: String, at position: SourcePosition? = nil, severity: Severity = .error) {
    self.severity = severity
    self.message = message
    self.position = position
  }

  public var description: String { message }
}
