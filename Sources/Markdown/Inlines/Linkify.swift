/// Addresses without markup as linkify-it finds them, with its default schemes and top-level
/// domains.
struct Linkify {
  private let scalars: [Unicode.Scalar]
  /// The offset in bytes of each scalar, and behind the last one.
  private let offsets: [Int]
  private let fuzzy: Bool
  /// Whether an escaped character stands before the text.
  private let followsEscape: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, fuzzy: Bool, followsEscape: Bool) {
    self.fuzzy = fuzzy
    self.followsEscape = followsEscape
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
  }

  private struct Match {
    var range: Range<Int>
    var prefix: String
  }

  /// How many bytes an address with a scheme has that is at the beginning of the text.
  var addressLength: Int? { address(0).map { offsets[$0] } }

  func find() -> [BareAddress] {
    var result: [BareAddress] = []
    var start = 0
    // Where a word ends that may have an address in it.
    var known = 0
    while start < scalars.count {
      if start >= known {
        let (end, mayHave) = word(at: start)
        guard mayHave else {
          start = end
          continue
        }
        known = end
      }
      // Nothing begins inside a word.
      if start > 0, Self.isAlphanumeric(scalars[start - 1]) {
        start += 1
        continue
      }
      guard let match = match(at: start) else {
        start += 1
        continue
      }
      let first = match.range.lowerBound
      let isEscaped = first == 0 ? followsEscape : followsBackslash(first)
      // One with a scheme is found where it begins, whatever stands before it.
      if !isEscaped || address(first) != nil {
        result.append(
          BareAddress(
            range: offsets[match.range.lowerBound]..<offsets[match.range.upperBound],
            url: match.prefix + text(match.range)))
      }
      start = match.range.upperBound
    }
    return result
  }

  /// Whether a backslash stands before the character before `start`: to markdown-it, both are one
  /// piece, be the character one that can be escaped or not.
  private func followsBackslash(_ start: Int) -> Bool {
    start >= 2 && scalars[start - 2] == "\\" && !Self.isSign(scalars[start - 1])
  }

  /// The end of the word at `start`, or what is behind a space there, and whether it has what is in
  /// every address; see ``TextSigns/address``.
  private func word(at start: Int) -> (end: Int, mayHave: Bool) {
    var end = start
    var mayHave = false
    while end < scalars.count, scalars[end].value > 0x20 {
      let next = end + 1 < scalars.count ? scalars[end + 1].value : 0
      switch scalars[end] {
      case "@": mayHave = true
      case ".": mayHave = mayHave || next > 0x20
      case "/": mayHave = mayHave || next == 0x2F
      default: break
      }
      end += 1
    }
    return (max(end, start + 1), mayHave)
  }

  /// The longest address that begins at `start`.
  private func match(at start: Int) -> Match? {
    let before = start > 0 ? scalars[start - 1] : nil
    var best: Match?
    func consider(_ end: Int?, _ prefix: String) {
      guard let end, end > (best?.range.upperBound ?? start) else { return }
      best = Match(range: start..<end, prefix: prefix)
    }
    let isApart = before.map { $0 != "_" && (Self.isSeparator($0) || Self.isZPC($0)) } ?? true
    if isApart || (before.map(Self.mayPrecedeScheme) ?? true) { consider(address(start), "") }
    if isApart { consider(withScheme(start), "") }
    if before.map({ Self.isSeparator($0) || $0 == "\"" || $0 == "(" || Self.isZC($0) }) ?? true {
      consider(fuzzyMail(start), "mailto:")
    }
    if fuzzy, before.map(Self.mayPrecedeLink) ?? true, !Self.isSign(scalars[start]) {
      consider(fuzzyLink(start), "http://")
    }
    return best
  }

  // MARK: Sorts of addresses

  private func address(_ start: Int) -> Int? {
    for name in ["http://", "https://", "ftp://"] where hasPrefix(name, at: start) {
      let host = skipUser(start + name.unicodeScalars.count)
      guard let end = self.host(host)?.end else { return nil }
      return terminated(port(end)).map(path)
    }
    return nil
  }

  private func withScheme(_ start: Int) -> Int? {
    if hasPrefix("//", at: start) {
      if start > 0, scalars[start - 1] == ":" || scalars[start - 1] == "/" { return nil }
      let host = skipUser(start + 2)
      guard let (end, labels, _) = self.host(host),
        labels > 1 || hasPrefix("localhost", at: host)
      else { return nil }
      return terminated(port(end)).map(path)
    }
    if hasPrefix("mailto:", at: start) {
      guard let at = mailName(start + 7), let end = host(at + 1)?.end else { return nil }
      return terminated(end)
    }
    return nil
  }

  private func fuzzyMail(_ start: Int) -> Int? {
    guard let at = mailName(start), let (end, labels, last) = host(at + 1) else { return nil }
    if labels == 4, isIPv4(at + 1..<end) { return terminated(end) }
    return labels > 1 && isTopLevel(last) ? terminated(end) : nil
  }

  private func fuzzyLink(_ start: Int) -> Int? {
    guard let (end, labels, last) = host(start), labels > 1, isTopLevel(last) else { return nil }
    return terminated(port(end)).map(path)
  }

  // MARK: Parts of addresses

  private func scalar(_ index: Int) -> Unicode.Scalar? {
    index >= 0 && index < scalars.count ? scalars[index] : nil
  }

  private func hasPrefix(_ text: String, at start: Int) -> Bool {
    var index = start
    for expected in text.unicodeScalars {
      guard let scalar = scalar(index),
        scalar == expected
          || (scalar.value &- 0x41 < 26 && scalar.value | 0x20 == expected.value)
      else { return false }
      index += 1
    }
    return true
  }

  /// Behind `user:password@`.
  private func skipUser(_ start: Int) -> Int {
    var index = start
    while let scalar = scalar(index), index - start < 50 {
      if Self.isZC(scalar) || "/[]()".unicodeScalars.contains(scalar) { return start }
      if scalar == "@" { return index > start ? index + 1 : start }
      index += 1
    }
    return scalar(index) == "@" && index > start ? index + 1 : start
  }

  /// Labels between dots, each beginning and ending with something like a letter.
  private func host(_ start: Int) -> (end: Int, labels: Int, last: Range<Int>)? {
    var index = start
    var labels = 0
    var last = start..<start
    while true {
      let label = index
      while let scalar = scalar(index), scalar == "-" || Self.isPseudoLetter(scalar) { index += 1 }
      var end = index
      while end > label, scalars[end - 1] == "-" { end -= 1 }
      guard end > label, end - label <= 63, scalars[label] != "-", index - start <= 253 else {
        return labels > 0 ? (last.upperBound, labels, last) : nil
      }
      labels += 1
      last = label..<end
      guard end == index, scalar(index) == ".", let next = scalar(index + 1),
        Self.isPseudoLetter(next)
      else { return (end, labels, last) }
      index += 1
    }
  }

  private func port(_ start: Int) -> Int {
    guard scalar(start) == ":" else { return start }
    var index = start + 1
    var value = 0
    while let scalar = scalar(index), ("0"..."9").contains(scalar), index - start <= 5 {
      value = value * 10 + Int(scalar.value - 0x30)
      index += 1
    }
    return index > start + 1 && value <= 65535 ? index : start
  }

  /// - Returns: the end of a host, if it may end there.
  private func terminated(_ end: Int) -> Int? {
    guard let next = scalar(end) else { return end }
    guard Self.isSeparator(next) || Self.isZPC(next) else { return nil }
    let second = scalar(end + 1)
    switch next {
    case "-", "_": return nil
    case ":": return second.map { ("0"..."9").contains($0) } ?? false ? nil : end
    case ".": return second.map { $0 == "-" || !Self.isZPC($0) } ?? false ? nil : end
    default: return end
    }
  }

  private func mailName(_ start: Int) -> Int? {
    guard let first = scalar(start), first != "\"", Self.isMailScalar(first) else { return nil }
    var index = start + 1
    while let scalar = scalar(index), Self.isMailScalar(scalar), index - start <= 64 { index += 1 }
    return scalar(index) == "@" ? index : nil
  }

  private func isIPv4(_ range: Range<Int>) -> Bool {
    let parts = scalars[range].split(separator: ".")
    return parts.allSatisfy { part in
      part.count <= 3 && part.allSatisfy { ("0"..."9").contains($0) }
        && part.reduce(0) { $0 * 10 + Int($1.value - 0x30) } <= 255
    }
  }

  private func isTopLevel(_ label: Range<Int>) -> Bool {
    guard label.count <= 63 else { return false }
    return TopLevelDomain.isKnown(text(label).lowercased())
  }

  private func text(_ range: Range<Int>) -> String {
    var text = ""
    for scalar in scalars[range] { text.unicodeScalars.append(scalar) }
    return text
  }

  /// Behind the path, the query and the fragment, without punctuation of the text around.
  private func path(_ start: Int) -> Int {
    guard let first = scalar(start), first == "/" || first == "?" || first == "#" else {
      return start
    }
    var index = start + 1
    while let scalar = scalar(index), let next = pathPart(index, scalar) { index = next }
    if index == start + 1 { return first == "/" ? index : start }
    return index
  }

  private func pathPart(_ index: Int, _ scalar: Unicode.Scalar) -> Int? {
    let next = self.scalar(index + 1)
    let endsHere = next.map(Self.isZC) ?? true
    switch scalar {
    case "[": return pathGroup(index, "]", mayBeEmpty: true)
    case "(": return pathGroup(index, ")", mayBeEmpty: true)
    case "{": return pathGroup(index, "}", mayBeEmpty: true)
    case "\"": return pathGroup(index, "\"", mayBeEmpty: false)
    case "'":
      if let end = pathGroup(index, "'", mayBeEmpty: false) { return end }
      return next.map { $0 == "-" || Self.isPseudoLetter($0) } ?? false ? index + 1 : nil
    case ".":
      var end = index
      while self.scalar(end) == "." { end += 1 }
      if end - index >= 2 {
        guard let behind = self.scalar(end),
          behind == "%" || behind == "/" || behind == "&"
            || (behind.isASCII && ByteClass.isAlphanumeric(UInt8(behind.value)))
        else { return nil }
        return end + 1
      }
      return endsHere ? nil : index + 1
    case "-": return index + 1
    case ",", ";": return endsHere ? nil : index + 1
    case "!":
      var end = index
      while self.scalar(end) == "!" { end += 1 }
      return (self.scalar(end).map(Self.isZC) ?? true) ? nil : end
    case "?": return endsHere || next == "?" ? nil : index + 1
    case "]", ")", "}": return nil
    default: return Self.isZC(scalar) || Self.isSeparator(scalar) ? nil : index + 1
    }
  }

  /// Behind something in brackets or quotes in which there is no white space.
  private func pathGroup(_ start: Int, _ close: Unicode.Scalar, mayBeEmpty: Bool) -> Int? {
    var index = start + 1
    // The limit keeps many openers without an end from being looked at again and again.
    while let scalar = scalar(index), !Self.isZC(scalar), index - start < 1000 {
      if scalar == close { return mayBeEmpty || index > start + 1 ? index + 1 : nil }
      index += 1
    }
    return nil
  }

  // MARK: Characters

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && ByteClass.isAlphanumeric(UInt8(truncatingIfNeeded: scalar.value))
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ">" || scalar == "<" || scalar == "\u{FF5C}"
  }

  private static func isZC(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return true
    default: return false
    }
  }

  /// What Unicode calls punctuation, which does not hold `$+<=>^|~` and the backtick.
  private static func isZPC(_ scalar: Unicode.Scalar) -> Bool {
    if isZC(scalar) { return true }
    return Flanks.isPunctuation(scalar) && !(isSign(scalar) || scalar == "~")
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "$", "+", "<", "=", ">", "^", "`", "|", "\u{FF5C}": true
    default: false
    }
  }

  private static func isPseudoLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII, ByteClass.isAlphanumeric(UInt8(scalar.value)) { return true }
    return !isSeparator(scalar) && !isZPC(scalar)
  }

  private static func mayPrecedeScheme(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return true }
    let byte = UInt8(scalar.value)
    return !(ByteClass.isAlphanumeric(byte) || byte == 0x2E || byte == 0x2B || byte == 0x2D)
  }

  private static func mayPrecedeLink(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ":", "/", "-", "_", "@": false
    default: isSign(scalar) || isZPC(scalar)
    }
  }

  private static func isMailScalar(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return false }
    switch scalar {
    case "-", ";", ":", "&", "=", "+", "$", ",", "\"", ".", "_": return true
    default: return ByteClass.isAlphanumeric(UInt8(scalar.value))
    }
  }
}
