/// What `Codable` values become before they are bytes: a number, a text, or several of these.
///
/// Keys stay with their values, so that a type that has changed is read back as damaged, not wrongly.
indirect enum StoredValue: Sendable {
  case null
  case integer(Int64)
  case unsigned(UInt64)
  case floating(Double)
  case text(String)
  case list([StoredValue])
  case map([(key: String, value: StoredValue)])

  private static let depthLimit = 64

  func store(to writer: inout StoreWriter) {
    switch self {
    case .null: writer.write(unsigned: 0)
    case .integer(let value):
      writer.write(unsigned: 1)
      writer.write(Int(value))
    case .unsigned(let value):
      writer.write(unsigned: 2)
      writer.write(unsigned: value)
    case .floating(let value):
      writer.write(unsigned: 3)
      writer.write(fixed: value.bitPattern)
    case .text(let text):
      writer.write(unsigned: 4)
      writer.write(text)
    case .list(let items):
      writer.write(unsigned: 5)
      writer.write(items) { $1.store(to: &$0) }
    case .map(let items):
      writer.write(unsigned: 6)
      writer.write(items) {
        $0.write($1.key)
        $1.value.store(to: &$0)
      }
    }
  }

  init(stored reader: inout StoreReader) throws { try self.init(&reader, depth: 0) }

  /// The depth is that of the types, which is limited, so that damaged bytes cannot use up the stack.
  private init(_ reader: inout StoreReader, depth: Int) throws {
    guard depth < Self.depthLimit else { throw StoreError() }
    switch try reader.readUnsigned() {
    case 0: self = .null
    case 1: self = .integer(Int64(try reader.readInt()))
    case 2: self = .unsigned(try reader.readUnsigned())
    case 3: self = .floating(Double(bitPattern: try reader.readFixed()))
    case 4: self = .text(try reader.readString())
    case 5: self = .list(try reader.readItems { try StoredValue(&$0, depth: depth + 1) })
    case 6:
      self = .map(
        try reader.readItems { (try $0.readString(), try StoredValue(&$0, depth: depth + 1)) })
    default: throw StoreError()
    }
  }
}
