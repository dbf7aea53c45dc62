internal import CCmark
internal import DocTree

/// What stands behind an opening fence.
enum InfoString {
  /// Replaces entities and backslash escapes.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { $0 == 0x26 || $0 == 0x5C }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    // libcmark knows the names of the entities and does not give them away otherwise.
    let fence = Array("~~~~ ".utf8) + bytes + [0x0A]
    let root = fence.withUnsafeBytes {
      cmark_parse_document(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, CMARK_OPT_DEFAULT)
    }
    guard let root else { return String(decoding: bytes, as: UTF8.self) }
    defer { cmark_node_free(root) }
    guard let block = cmark_node_first_child(root), let info = cmark_node_get_fence_info(block)
    else { return String(decoding: bytes, as: UTF8.self) }
    return String(cString: info)
  }
}
