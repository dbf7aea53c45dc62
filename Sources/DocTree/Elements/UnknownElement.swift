/// An element whose class is not known here: its extension is not loaded. It keeps its name, all
/// its attributes and its children, and is written back as it was.
public final class UnknownElement: Element {
  /// The name that it was read with.
  public var name = "unknown"

  public override class var elementName: String { "unknown" }
  public override class var schema: Schema {
    Schema(
      [.general, .body, .inline, .part],
      content: [.zeroOrMore(.text, .category(.inline), .category(.body), .category(.part))])
  }
}
