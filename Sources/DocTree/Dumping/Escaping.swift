/// Which bytes of a text a format writes in another way, and how.
///
///     static let xmlText = Escaping(["&": "&amp;", "<": "&lt;", ">": "&gt;"])
public struct Escaping: Sendable {
  /// The place in ``replacements`` plus one for each byte; 0 for a byte that is written as it is.
  private let table: [UInt8]
  private let replacements: [[UInt8]]

  /// - Parameter replacements: what is written for each ASCII character. The order does not matter.
  public init(_ replacements: KeyValuePairs<Unicode.Scalar, String>) {
    precondition(replacements.count < 256, "more replacements than bytes")
    var table = [UInt8](repeating: 0, count: 256)
    for (index, pair) in replacements.enumerated() {
      precondition(pair.key.isASCII, "only ASCII characters can be replaced: \(pair.key)")
      table[Int(pair.key.value)] = UInt8(index + 1)
    }
    self.table = table
    self.replacements = replacements.map { Array($0.value.utf8) }
  }

  /// Appends `text` to `output`, replacing what is to be replaced.
  ///
  /// Bytes are not appended one by one but in runs, between those that are replaced.
  public func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &output) }
  }

  /// Appends UTF-8 to `output`, replacing what is to be replaced.
  public func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    table.withUnsafeBufferPointer { table in
      var start = 0
      var index = 0
      while index < bytes.count {
        let replacement = table[Int(bytes[index])]
        if replacement != 0 {
          if start < index {
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
          }
          output.append(contentsOf: replacements[Int(replacement) - 1])
          start = index + 1
        }
        index += 1
      }
      if start < bytes.count {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
      }
    }
  }
}
