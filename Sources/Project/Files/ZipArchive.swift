internal import CZlib

/// A zip archive that is made in memory. Its bytes depend on what is put in and on nothing else: each
/// file has the oldest time that the format can say, 1980-01-01 0:00.
struct ZipArchive {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var bytes: [UInt8] = []
  /// The entries of the directory that ends the archive.
  private var directory: [UInt8] = []
  private var count = 0

  /// - Throws: ``Failure`` if there are more files or bytes than fit without the format's extension
  ///   for large archives, which few programs know.
  mutating func add(
    _ content: [UInt8], named name: String, isCompressed: Bool = true
  ) throws(Failure) {
    var data = content[...]
    if isCompressed {
      let compressed = Self.deflate(content)
      if compressed.count < content.count { data = compressed[...] }
    }
    let name = Array(name.utf8)
    guard count < UInt16.max, bytes.count + data.count < Int(UInt32.max),
      content.count < UInt32.max,
      name.count <= UInt16.max
    else { throw Failure(description: "has more than 65535 files or 4 GB") }
    let isDeflated = data.count < content.count
    let start = bytes.count

    // What both headers say.
    var header: [UInt8] = []
    // Version 2.0 of the format, and names in UTF-8.
    for field in [20, 0x800, isDeflated ? 8 : 0, 0, 0x21] { header.add(field, size: 2) }
    let check = content.withUnsafeBufferPointer {
      crc32(0, $0.baseAddress, uInt($0.count))
    }
    for field in [Int(check), data.count, content.count] { header.add(field, size: 4) }
    for field in [name.count, 0] { header.add(field, size: 2) }

    bytes.add(0x0403_4B50, size: 4)
    bytes += header
    bytes += name
    bytes += data
    directory.add(0x0201_4B50, size: 4)
    directory.add(20, size: 2)
    directory += header
    for (field, size) in [(0, 2), (0, 2), (0, 2), (0, 4), (start, 4)] {
      directory.add(field, size: size)
    }
    directory += name
    count += 1
  }

  /// - Returns: the whole archive.
  consuming func finish() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes.add(0x0605_4B50, size: 4)
    for field in [0, 0, count, count] { bytes.add(field, size: 2) }
    for field in [directory.count, start] { bytes.add(field, size: 4) }
    bytes.add(0, size: 2)
    return bytes
  }

  /// Compresses without zlib's own header, as zip wants it.
  private static func deflate(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let code = deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(code == Z_OK, "zlib has no memory")
    defer { deflateEnd(&stream) }
    var input = content
    let bound = Int(deflateBound(&stream, uLong(content.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        // There is room for all of it.
        let code = CZlib.deflate(&stream, Z_FINISH)
        precondition(code == Z_STREAM_END, "zlib has no memory")
      }
      count = output.count - Int(stream.avail_out)
    }
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  fileprivate mutating func add(_ number: Int, size: Int) {
    for index in 0..<size { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
