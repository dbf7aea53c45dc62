/// The link reference definitions of a document, as they were written.
///
/// A later text of the same document is given those that it may use.
struct LinkDefinitions {
  private var texts: [String: [UInt8]] = [:]

  var isEmpty: Bool { texts.isEmpty }

  /// Takes the definitions from the beginning of a paragraph.
  ///
  /// - Parameter duplicate: is told of each label that is defined already, and where.
  /// - Returns: the offset behind them, which begins a line or is the end.
  mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, duplicate: (_ label: String, _ offset: Int) -> Void
  ) -> Int {
    let tail = LinkTail(bytes: bytes)
    var offset = 0
    while offset < bytes.count, let (label, end) = Self.definition(tail, offset) {
      let name = Self.normalize(bytes, label)
      if texts[name] == nil {
        texts[name] = Array(bytes[offset..<end])
      } else {
        duplicate(name, offset)
      }
      offset = end
    }
    return offset
  }

  private static func definition(_ tail: LinkTail, _ start: Int) -> (Range<Int>, Int)? {
    let bytes = tail.bytes
    guard let (label, labelEnd) = tail.label(start), labelEnd < bytes.count,
      bytes[labelEnd] == 0x3A, bytes[label].contains(where: { !ByteClass.isSpace($0) })
    else { return nil }
    let start = oneLineEnd(bytes, labelEnd + 1)
    guard let destination = tail.destination(start), destination > start,
      !LinkAddress.isRefused(bytes, at: start)
    else { return nil }
    let titleStart = oneLineEnd(bytes, destination)
    if titleStart > destination, let title = tail.title(titleStart),
      let end = lineEnd(bytes, title)
    {
      return (label, end)
    }
    return lineEnd(bytes, destination).map { (label, $0) }
  }

  /// Whether a text begins with what would be a definition if a link might have its address.
  static func isRefused(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let (_, end) = LinkTail(bytes: bytes).label(0), end < bytes.count, bytes[end] == 0x3A
    else { return false }
    return LinkAddress.isRefused(bytes, at: oneLineEnd(bytes, end + 1))
  }

  /// Behind spaces, tabs and at most one line end.
  private static func oneLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var offset = start
    var lineEnds = 0
    while offset < bytes.count {
      if bytes[offset] == 0x0A {
        lineEnds += 1
        if lineEnds > 1 { break }
      } else if !ByteClass.isBlank(bytes[offset]) {
        break
      }
      offset += 1
    }
    return offset
  }

  /// Behind the end of the line, if nothing but white space is left of it.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var offset = start
    while offset < bytes.count, ByteClass.isBlank(bytes[offset]) { offset += 1 }
    if offset >= bytes.count { return bytes.count }
    return bytes[offset] == 0x0A ? offset + 1 : nil
  }

  func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ label: Range<Int>) -> Bool {
    guard !texts.isEmpty, label.count <= 1000 else { return false }
    return texts[Self.normalize(bytes, label)] != nil
  }

  /// The definitions that a text may use, one behind the other.
  func used(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard !texts.isEmpty else { return [] }
    var result: [UInt8] = []
    var taken: Set<String> = []
    var open: Int?
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x5C: offset += 1
      case 0x5B: open = offset + 1
      case 0x5D:
        if let start = open, offset - start <= 1000 {
          let name = Self.normalize(bytes, start..<offset)
          if let text = texts[name], taken.insert(name).inserted {
            result += text
            if text.last != 0x0A { result.append(0x0A) }
          }
        }
        open = nil
      default: break
      }
      offset += 1
    }
    return result
  }

  /// Labels are equal but for case and white space. (markdown-it: normalizeReference.)
  private static func normalize(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var isASCII = true
    for byte in bytes[range] {
      if ByteClass.isSpace(byte) {
        if let last = result.last, last != 0x20 { result.append(0x20) }
      } else {
        if byte >= 0x80 { isASCII = false }
        result.append(byte &- 0x61 < 26 ? byte & 0xDF : byte)
      }
    }
    if result.last == 0x20 { result.removeLast() }
    let name = String(decoding: result, as: UTF8.self)
    return isASCII ? name : name.lowercased().uppercased()
  }
}
