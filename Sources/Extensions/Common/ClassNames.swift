import DocTree

/// Class names between spaces. Each of the words has to make one. (docutils: directives.class_option.)
public struct ClassNames: Decodable, Sendable {
  public var names: [String]

  public init(_ names: [String]) { self.names = names }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    let words = text.split(whereSeparator: \.isWhitespace)
    names = words.map { Identifier.make(from: String($0)) }
    let problem: String
    if words.isEmpty {
      problem = "argument required but none supplied"
    } else if let index = names.firstIndex(of: "") {
      problem = "cannot make \"\(words[index])\" into a class name"
    } else {
      return
    }
    throw DecodingError.dataCorrupted(
      .init(codingPath: decoder.codingPath, debugDescription: problem))
  }
}
