/// Attributes in braces: `{#id .class key=value}`. (mdit-py-plugins: attrs.)
struct InlineAttributes {
  var id: String?
  var classes: [String] = []
  /// The others.
  private(set) var values = AttributeValues()

  subscript(key: String) -> String? { values[key] }

  /// Adds another block's: its id and values win, its classes come after.
  mutating func merge(_ other: InlineAttributes) {
    if let id = other.id { self.id = id }
    classes += other.classes
    values.merge(other.values)
  }

  /// Parses one block.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - start: where the brace stands.
  /// - Returns: the attributes and the offset behind the closing brace; nil if this is something
  ///   else.
  /// - Complexity: O(*n*) in the length of the block, or up to what cannot be in one.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (attributes: InlineAttributes, end: Int)? {
    var parser = Parser(bytes: bytes, offset: start)
    return parser.parse().map { ($0, parser.offset) }
  }

  private struct Parser {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset: Int

    var byte: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    mutating func parse() -> InlineAttributes? {
      guard byte == 0x7B else { return nil }
      offset += 1
      var result = InlineAttributes()
      while offset < bytes.count {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: offset += 1
        case 0x7D:
          offset += 1
          return result
        case 0x25:
          if !comment() { return result }
        case 0x23, 0x2E:
          let isID = byte == 0x23
          offset += 1
          guard let name = word(Self.isNameByte) else { return nil }
          if name.isEmpty { continue }
          if isID { result.id = name } else { result.classes.append(name) }
        default:
          guard Self.isKeyByte(byte), let key = word(Self.isKeyByte, end: 0x3D) else { return nil }
          offset += 1
          guard let value = value() else { return nil }
          switch key {
          case "class":
            result.classes += value.split(whereSeparator: \.isWhitespace).map(String.init)
          case "id": result.id = value
          default: result.values.set(key, to: value)
          }
        }
      }
      return nil
    }

    /// Skips a comment. It ends at the next `%`, or, if there is none, with the block.
    ///
    /// - Returns: whether the block goes on.
    private mutating func comment() -> Bool {
      offset += 1
      var brace: Int?
      for index in offset..<bytes.count {
        if bytes[index] == 0x25 {
          offset = index + 1
          return true
        }
        if bytes[index] == 0x7D, brace == nil { brace = index }
      }
      offset = brace.map { $0 + 1 } ?? bytes.count
      return brace == nil
    }

    /// A name up to white space, a closing brace, or `end`.
    private mutating func word(_ isPart: (UInt8) -> Bool, end: UInt8? = nil) -> String? {
      let start = offset
      while offset < bytes.count, isPart(byte) { offset += 1 }
      guard offset < bytes.count else { return nil }
      if let end {
        guard byte == end else { return nil }
      } else {
        guard byte == 0x7D || byte <= 0x20 else { return nil }
      }
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func value() -> String? {
      guard byte == 0x22 else {
        return Self.isKeyByte(byte) ? word(Self.isKeyByte) : nil
      }
      offset += 1
      let start = offset
      while offset < bytes.count {
        switch byte {
        case 0x22:
          let value = String(decoding: bytes[start..<offset], as: UTF8.self)
          offset += 1
          return value
        case 0x7B, 0x7D: return nil
        case 0x5C: offset += 2
        default: offset += 1
        }
      }
      return nil
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x3A || byte == 0x5F
        || byte == 0x2D
    }

    /// Everything but white space and punctuation other than `:`, `_` and `-`.
    private static func isNameByte(_ byte: UInt8) -> Bool {
      byte >= 0x80 || isKeyByte(byte) || byte == 0x5C
    }
  }
}

/// Keys with values. The last value of a key is the one that counts.
struct AttributeValues {
  /// All that were set, as searching for earlier ones would take long where there are many.
  private var all: [(key: String, value: String)] = []

  subscript(key: String) -> String? { all.last { $0.key == key }?.value }

  mutating func set(_ key: String, to value: String) { all.append((key, value)) }

  mutating func merge(_ other: AttributeValues) { all += other.all }

  /// Each key once, in the order in which their values were set.
  var items: [(key: String, value: String)] {
    guard all.count > 1 else { return all }
    var known: Set<String> = []
    return all.reversed().filter { known.insert($0.key).inserted }.reversed()
  }
}
