import DocTree

/// A place in the bytes of a text, and what readers of small formats need there.
struct ByteScanner {
  let bytes: [UInt8]
  /// What is read next.
  var index = 0

  private let file: SourceFile
  /// The category of the errors.
  private let category: String

  // How far lines are counted. Positions are asked for in rising order, so that each byte is
  // looked at once.
  private var counted: Int
  private var line = 1
  private var lineStart: Int

  /// - Parameter category: of the errors that this makes.
  /// - Throws: ``ReadError`` if the bytes are not UTF-8.
  init(_ source: Source, category: String) throws {
    bytes = source.bytes
    file = source.file
    self.category = category
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    index = mark ? 3 : 0
    counted = index
    lineStart = index
    if let place = Self.firstInvalidByte(in: bytes) {
      throw error("expected UTF-8, found the byte 0x" + hex(bytes[place]), at: place)
    }
  }

  var isAtEnd: Bool { index >= bytes.count }

  /// The next byte, or 0 at the end.
  var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// Whether `text` stands here.
  func sees(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - index >= count else { return false }
    for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Steps over `text` if it stands here.
  mutating func skip(_ text: StaticString) -> Bool {
    guard sees(text) else { return false }
    index += text.utf8CodeUnitCount
    return true
  }

  /// Steps over spaces, tabs and line breaks.
  mutating func skipSpace() {
    if isSpace(next) { skip(.space) }
  }

  /// Steps to the next place where `text` stands.
  ///
  /// - Returns: whether there is one; if not, nothing has changed.
  mutating func skip(to text: StaticString) -> Bool {
    let start = index
    let first = text.utf8Start[0]
    while index < bytes.count {
      if bytes[index] == first, sees(text) { return true }
      index += 1
    }
    index = start
    return false
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Line and column of a byte.
  mutating func position(at offset: Int) -> SourcePosition {
    if offset < counted {
      // Errors may be about something further up.
      counted = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      line = 1
      lineStart = counted
    }
    let bytes = bytes
    while counted < offset {
      let byte = bytes[counted]
      counted += 1
      // A carriage return before a line feed is not a line break of its own.
      if byte == 0x0A || byte == 0x0D && (counted == bytes.count || bytes[counted] != 0x0A) {
        line += 1
        lineStart = counted
      }
    }
    return SourcePosition(file: file, line: line, column: offset - lineStart + 1)
  }

  /// An error here, or at `offset`.
  mutating func error(_ message: String, at offset: Int? = nil) -> ReadError {
    ReadError(message, at: position(at: offset ?? index), category: category)
  }

  /// An error here: what was expected, and what stands here instead.
  mutating func expected(_ what: String) -> ReadError {
    error("expected \(what), found \(found)")
  }

  /// What stands here, for messages.
  private var found: String {
    guard index < bytes.count else { return "the end" }
    let rest = String(decoding: bytes[index...].prefix(16), as: UTF8.self)
    // Not empty: there is a byte.
    let scalar = rest.unicodeScalars[rest.startIndex]
    if scalar == "\n" || scalar == "\r" { return "a line break" }
    if scalar.value < 0x20 || scalar.value == 0x7F { return "the byte 0x" + hex(bytes[index]) }
    return "'\(scalar)'"
  }

  private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return offset
  }
}

func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

/// Two hexadecimal digits.
private func hex(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
