import DocTree
import DocTreeProject

extension CleanOptions {
  func run() throws -> ExitStatus {
    let count = try ProjectBuild.clean(
      Path(output), cacheFolder: cacheFolder.map { Path($0) })
    Report.write(
      Array("\(count) file\(count == 1 ? "" : "s") removed from \(Printable.text(output))\n".utf8),
      to: .output)
    return .fine
  }
}
