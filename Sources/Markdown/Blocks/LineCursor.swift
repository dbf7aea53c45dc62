/// A place in one line, in bytes and in columns of the screen.
struct LineCursor {
  let base: UnsafePointer<UInt8>
  private(set) var end = 0
  private(set) var offset = 0
  /// With tab stops at every fourth.
  private(set) var column = 0
  /// Whether `offset` is a tab of which some columns are used up.
  private(set) var isInsideTab = false
  /// The offset of the first byte from `offset` on that is neither space nor tab.
  private(set) var nonspace = 0
  private var nonspaceColumn = 0

  init(base: UnsafePointer<UInt8>) { self.base = base }

  @inline(__always)
  mutating func begin(_ line: LineSpan) {
    end = Int(line.end)
    offset = Int(line.start)
    column = Int(line.column)
    isInsideTab = line.isInsideTab
    findNonspace()
  }

  /// The columns between here and ``nonspace``.
  @inline(__always) var indent: Int { nonspaceColumn &- column }
  @inline(__always) var isBlank: Bool { nonspace >= end }
  /// The first byte that is neither space nor tab; a line feed in a blank line.
  @inline(__always) var byte: UInt8 { peek(nonspace) }

  @inline(__always)
  func peek(_ offset: Int) -> UInt8 { offset < end ? base[offset] : 0x0A }

  @inline(__always)
  private mutating func findNonspace() {
    nonspace = offset
    nonspaceColumn = column
    while nonspace < end {
      let byte = base[nonspace]
      if byte == 0x20 {
        nonspaceColumn &+= 1
      } else if byte == 0x09 {
        nonspaceColumn = (nonspaceColumn & ~3) &+ 4
      } else {
        return
      }
      nonspace &+= 1
    }
  }

  /// Goes on by columns; a tab may be used up in part.
  mutating func advance(columns count: Int) {
    var count = count
    while count > 0, offset < end {
      if base[offset] == 0x09 {
        let width = 4 &- (column & 3)
        isInsideTab = width > count
        let step = min(width, count)
        column &+= step
        if !isInsideTab { offset &+= 1 }
        count &-= step
      } else {
        isInsideTab = false
        offset &+= 1
        column &+= 1
        count &-= 1
      }
    }
    if nonspace < offset { findNonspace() }
  }

  /// Goes behind `count` bytes at ``nonspace``, none of which is a tab.
  @inline(__always)
  mutating func advance(pastNonspace count: Int) {
    offset = nonspace &+ count
    column = nonspaceColumn &+ count
    isInsideTab = false
    findNonspace()
  }

  @inline(__always)
  mutating func advanceToNonspace() {
    offset = nonspace
    column = nonspaceColumn
    isInsideTab = false
  }

  /// Uses up the space or tab column after a marker, if there is one.
  @inline(__always)
  mutating func advancePastSpace() {
    if offset < end, base[offset] == 0x20 || base[offset] == 0x09 { advance(columns: 1) }
  }

  mutating func advanceToEnd() {
    offset = end
    nonspace = end
    nonspaceColumn = column
    isInsideTab = false
  }

  /// What is left of `line`, in which the cursor is.
  func rest(of line: LineSpan) -> LineSpan {
    var rest = line
    rest.start = UInt32(offset)
    rest.column = UInt32(column)
    rest.isInsideTab = isInsideTab
    return rest
  }

  /// The spaces that stand for what is left of a tab.
  @inline(__always) var spacesInsideTab: Int { isInsideTab ? 4 &- (column & 3) : 0 }
}
