public import DocTree

/// A diagnostic with the text that it is about.
public struct LocatedDiagnostic: Sendable {
  public let diagnostic: Diagnostic
  /// Nil where the line is not known.
  public let excerpt: SourceExcerpt?
  /// The name nearest to the one that was looked up in vain; nil if none is near.
  var suggestion: String?

  public init(_ diagnostic: Diagnostic, excerpt: SourceExcerpt? = nil) {
    self.diagnostic = diagnostic
    self.excerpt = excerpt
  }

  /// The diagnostic as one that is as bad as this.
  func with(_ severity: Severity) -> LocatedDiagnostic {
    guard severity != diagnostic.severity else { return self }
    var diagnostic = diagnostic
    diagnostic.severity = severity
    return LocatedDiagnostic(diagnostic, excerpt: excerpt)
  }

  /// The diagnostic with the suggestion in its message.
  var complete: LocatedDiagnostic {
    LocatedDiagnostic(diagnostic.suggesting(suggestion), excerpt: excerpt)
  }
}

extension SuggestionFinder {
  /// The diagnostics with their suggestions.
  mutating func complete(_ diagnostics: [LocatedDiagnostic]) -> [LocatedDiagnostic] {
    diagnostics.map { item in
      guard let lookup = item.diagnostic.lookup else { return item }
      var item = item
      item.suggestion = nearest(to: lookup)
      return item
    }
  }
}

/// A line of a source, or of a very long one the part around a place.
public struct SourceExcerpt: Hashable, Sendable {
  /// UTF-8 without line ends.
  public let bytes: [UInt8]
  /// How many of the bytes come before the place; nil if only the line is known.
  public let offset: Int?
  /// Whether the line has more before and after this.
  public let isCutBefore: Bool
  public let isCutAfter: Bool

  init(bytes: [UInt8], offset: Int?, isCutBefore: Bool, isCutAfter: Bool) {
    self.bytes = bytes
    self.offset = offset
    self.isCutBefore = isCutBefore
    self.isCutAfter = isCutAfter
  }

  /// - Parameters:
  ///   - line: without line ends.
  ///   - column: from 1, in bytes; 0 if it is not known.
  ///   - reach: how many bytes at most are kept on each side of the place.
  init(line: ArraySlice<UInt8>, column: Int, reach: Int = 100) {
    let place = min(line.startIndex + max(column - 1, 0), line.endIndex)
    var low = max(line.startIndex, place - reach)
    var high = min(line.endIndex, place + reach)
    // Not within a character.
    while low > line.startIndex, line[low] & 0xC0 == 0x80 { low -= 1 }
    while high < line.endIndex, line[high] & 0xC0 == 0x80 { high += 1 }
    bytes = Array(line[low..<high])
    offset = column > 0 ? place - low : nil
    isCutBefore = low > line.startIndex
    isCutAfter = high < line.endIndex
  }
}

/// Finds the lines that diagnostics are about.
public struct ExcerptFinder {
  /// By the names of files.
  private var texts: [String: LineTable?] = [:]
  /// The one that was asked for last, as most diagnostics of a file come together.
  private var last: (file: SourceFile, text: LineTable?)?
  private let source: Source?

  /// - Parameter source: a text that need not be read again.
  public init(_ source: Source? = nil) { self.source = source }

  /// Finds the line in the source, or in the file of that name.
  public mutating func locate(_ diagnostic: Diagnostic) -> LocatedDiagnostic {
    let position = diagnostic.position
    // What is less than a warning is not shown.
    guard diagnostic.severity >= .warning, position.line > 0, let text = text(of: position.file),
      position.line <= text.count
    else { return LocatedDiagnostic(diagnostic) }
    let range = text.range(ofLine: position.line)
    return LocatedDiagnostic(
      diagnostic,
      excerpt: SourceExcerpt(line: text.bytes[range], column: position.column))
  }

  private mutating func text(of file: SourceFile) -> LineTable? {
    if let last, last.file == file { return last.text }
    let name = file.name
    let text = texts[name] ?? read(file)
    texts[name] = .some(text)
    last = (file, text)
    return text
  }

  private func read(_ file: SourceFile) -> LineTable? {
    let bytes: [UInt8]?
    if let source, source.file == file {
      bytes = source.bytes
    } else {
      bytes = file.name.hasPrefix("<") ? nil : try? FileSystem.read(Path(file.name))
    }
    return bytes.map(LineTable.init)
  }

  /// Sorted by the file's name, line and column; what is at one place keeps its order. What several
  /// pages say of a file that they have in common is said once.
  public static func sorted(_ diagnostics: [LocatedDiagnostic]) -> [LocatedDiagnostic] {
    let order = diagnostics.enumerated().sorted { left, right in
      let first = left.element.diagnostic.position
      let second = right.element.diagnostic.position
      if first.file != second.file {
        let names = (Path(first.file.name), Path(second.file.name))
        if names.0 != names.1 { return names.0 < names.1 }
      }
      return (first.line, first.column, left.offset) < (second.line, second.column, right.offset)
    }
    var result: [LocatedDiagnostic] = []
    result.reserveCapacity(diagnostics.count)
    for (_, item) in order {
      if let last = result.last, item.diagnostic == last.diagnostic,
        item.diagnostic.position.isKnown
      {
        continue
      }
      result.append(item)
    }
    return result
  }
}
