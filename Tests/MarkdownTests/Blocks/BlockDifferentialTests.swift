import DocTree
import Foundation
import Testing

@testable import DocTreeMarkdown

/// With the rules of the specification alone, our blocks are libcmark's.
@Suite struct BlockDifferentialTests {
  @Test("Specification examples") func specification() throws {
    guard let folder = SharedFolder.conformance else { return }
    let file = folder.appendingPathComponent("commonmark-0.30.json")
    let data = try Data(contentsOf: file)
    let examples = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(examples.count == 652)
    for example in examples {
      guard let text = example["markdown"] as? String else { continue }
      let difference = try BlockDifferential.difference(text)
      #expect(difference == nil, "example \(example["example"] ?? 0): \(text.debugDescription)")
      let returns = text.replacingOccurrences(of: "\n", with: "\r\n")
      let same = try BlockDifferential.difference(returns)
      if !text.contains("*\n") {
        #expect(same == nil, "CR LF, example \(example["example"] ?? 0)")
      }
    }
  }

  @Test("Books") func corpora() throws {
    guard let folder = SharedFolder.corpora else { return }
    var files: [URL] = []
    if let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) {
      for case let file as URL in all where file.pathExtension == "md" { files.append(file) }
    }
    #expect(!files.isEmpty)
    for file in files {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let difference = try BlockDifferential.difference(text)
      #expect(difference == nil, "\(file.lastPathComponent)")
    }
  }

  @Test("Generated texts", arguments: 0..<8) func generated(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<1500 {
      let text = NastyText.make(&generator)
      let difference = try BlockDifferential.difference(text)
      #expect(difference == nil, "\(text.debugDescription)")
      if difference != nil { return }
    }
  }
}

/// Folders with data of other implementations, beside the checkout or named by the environment.
enum SharedFolder {
  static let conformance = folder("DOCTREE_CONFORMANCE", "conformance")
  static let corpora = folder("DOCTREE_CORPORA", "corpora")

  private static func folder(_ variable: String, _ name: String) -> URL? {
    let url =
      ProcessInfo.processInfo.environment[variable].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../shared/\(name)").standardized
    guard FileManager.default.fileExists(atPath: url.path) else {
      print("no folder \(url.path); set \(variable) to compare with it")
      return nil
    }
    return url
  }
}
