import Foundation
import Testing

@testable import DocTreeProject

/// After any changes, a build of what changed gives the files and the diagnostics of a build from
/// nothing.
///
/// `DOCTREE_EDIT_STEPS` says how many steps each project takes, `DOCTREE_EDIT_SEED` which ones.
@Suite struct RandomEditTests {
  static let environment = ProcessInfo.processInfo.environment
  static let steps = environment["DOCTREE_EDIT_STEPS"].flatMap { Int($0) } ?? 40
  static let seed =
    environment["DOCTREE_EDIT_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000)

  static let builders = ["html", "html", "singlehtml", "dirhtml"]

  @Test(arguments: 0..<4)
  func incrementalBuildsEqualCleanOnes(number: UInt64) throws {
    let seed = Self.seed + number
    print("random edits: DOCTREE_EDIT_SEED=\(seed), \(Self.steps) steps")
    let site = try ProjectSite()
    site.builder = Self.builders[Int(number)]
    var project = try RandomProject(site, seed: seed)
    try site.build()
    for step in 0..<Self.steps {
      let count = 1 + Int(project.random.next() % 3)
      for _ in 0..<count { try project.step() }
      site.jobs = step % 2 == 0 ? 1 : 4
      try site.expectSameAsClean(
        "DOCTREE_EDIT_SEED=\(seed), step \(step): \(project.log.suffix(3).joined(separator: "; "))")
    }
  }
}
