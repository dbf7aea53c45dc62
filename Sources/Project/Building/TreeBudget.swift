import DocTree
import Synchronization

/// Limits how many trees wait between reading and writing. Those over the limit are let go and read
/// again, which costs time where it would cost memory.
final class TreeBudget: Sendable {
  /// In bytes of source. A tree takes some ten times as many.
  private static let limit = 64 << 20

  private let used = Atomic(0)

  /// The page, without its tree if there are too many.
  func limited(_ page: PageReader.Page) -> PageReader.Page {
    let size = page.source?.bytes.count ?? 0
    guard used.wrappingAdd(size, ordering: .relaxed).newValue > Self.limit else { return page }
    return PageReader.Page(
      tree: nil, stamp: page.stamp, contentHash: page.contentHash, files: page.files,
      values: page.values, diagnostics: page.diagnostics, source: nil)
  }
}
