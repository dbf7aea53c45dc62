import DocTree
import Synchronization

/// Limits how many trees wait between reading and writing. Those over the limit are let go and read
/// again, which costs time where it would cost memory.
final class TreeBudget: Sendable {
  /// In bytes of source. A tree takes some ten times as many.
  static let defaultLimit = 64 << 20
  /// What is kept of each page besides its tree takes as much as the tree of so many bytes.
  private static let costOfPage = 400

  private let limit: Int
  private let used = Atomic(0)

  /// - Parameters:
  ///   - limit: in bytes of source.
  ///   - pageCount: how many pages the project has. Where there are very many, fewer trees can wait.
  init(limit: Int, pageCount: Int) {
    self.limit = max(limit / 4, limit - pageCount * Self.costOfPage)
  }

  /// Whether there were too many.
  var isExceeded: Bool { used.load(ordering: .relaxed) > limit }

  /// The page, without its tree if there are too many.
  func limited(_ page: PageReader.Page) -> PageReader.Page {
    let size = page.source?.bytes.count ?? 0
    guard used.wrappingAdd(size, ordering: .relaxed).newValue > limit else { return page }
    return PageReader.Page(
      tree: nil, stamp: page.stamp, contentHash: page.contentHash, files: page.files,
      values: page.values, diagnostics: page.diagnostics, source: nil)
  }
}
