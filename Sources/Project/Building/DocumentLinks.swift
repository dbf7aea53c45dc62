import DocTree

/// Lets links between the documents of a folder lead to what these become: `notes/a.md#x` to
/// `notes/a.html#x`.
struct DocumentLinks: Sendable {
  /// What each document becomes, both from the folder's root.
  private let outputs: [Path: Path]

  init(_ outputs: [Path: Path]) { self.outputs = outputs }

  /// Changes the links of a document.
  ///
  /// - Parameter page: where the document is, from the folder's root.
  func apply(to document: Document, at page: Path) throws {
    var visitor = Visitor(links: self, folder: Self.components(of: page.bytes[...]).dropLast())
    try document.walk(&visitor)
  }

  private struct Visitor: NodeVisitor {
    let links: DocumentLinks
    let folder: ArraySlice<ArraySlice<UInt8>>

    mutating func visit(_ node: Node) -> VisitAction {
      if let reference = node as? Reference, let uri = reference.refuri {
        reference.refuri = links.target(of: uri, from: folder)
      }
      return .continue
    }
  }

  private func target(of uri: String, from folder: ArraySlice<ArraySlice<UInt8>>) -> String {
    let bytes = Array(uri.utf8)
    let end = bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? bytes.count
    // An address with a scheme, or from the root of a server, is none of ours.
    guard end > 0, bytes[0] != UInt8(ascii: "/"), !bytes[..<end].contains(UInt8(ascii: ":")) else {
      return uri
    }
    var place = Array(folder)
    for component in Self.components(of: Self.decoded(bytes[..<end])[...]) {
      if component.elementsEqual("..".utf8) {
        guard place.popLast() != nil else { return uri }
      } else if !component.elementsEqual(".".utf8) {
        place.append(component)
      }
    }
    let source = Path(bytes: place.joined(separator: [UInt8(ascii: "/")]))
    guard let output = outputs[source] else { return uri }
    // Only the suffix differs, and it is at the end.
    let common = zip(source.bytes, output.bytes).prefix { $0 == $1 }.count
    let dropped = source.bytes.count - common
    let suffix = String(decoding: output.bytes[common...], as: UTF8.self)
    return String(decoding: bytes[..<(end - dropped)], as: UTF8.self) + suffix
      + String(decoding: bytes[end...], as: UTF8.self)
  }

  private static func components(of path: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    path.split(separator: UInt8(ascii: "/"))
  }

  /// The bytes that a percent-encoded address stands for.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.count >= 2
      {
        result.append(code)
        rest.removeFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
