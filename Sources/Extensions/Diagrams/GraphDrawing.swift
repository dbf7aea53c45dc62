import DocTree
import Synchronization

/// Pictures of graphs, drawn by the program `dot`.
enum GraphDrawing {
  /// Why there is no picture.
  struct Problem: Error {
    let severity: Severity
    let message: String
  }

  private struct Request: Hashable {
    let command: [String]
    let source: String
  }

  /// What was drawn, so that each graph is drawn once in a process.
  private static let drawn = Mutex<[Request: Result<String, Problem>]>([:])

  static func svg(
    of node: Graphviz, _ configuration: Configuration
  ) -> Result<String, Problem> {
    var command = [configuration[Diagrams.dot], "-Tsvg"] + configuration[Diagrams.dotArguments]
    if let layout = node.layout { command.append("-K\(layout)") }
    let request = Request(command: command, source: node.text)
    if let known = drawn.withLock({ $0[request] }) { return known }
    // Not under the lock: others can be drawn meanwhile.
    let result = draw(request, seconds: configuration[Diagrams.timeout])
    drawn.withLock { $0[request] = result }
    return result
  }

  private static func draw(_ request: Request, seconds: Int) -> Result<String, Problem> {
    let program = request.command.first ?? ""
    do throws(ChildProcess.Failure) {
      let result = try ChildProcess.run(
        request.command, input: Array(request.source.utf8), seconds: seconds)
      guard result.status == 0 else {
        let reason = String(decoding: result.errors.prefix(500), as: UTF8.self).trimmed
        return .failure(
          Problem(severity: .warning, message: "\(program) cannot draw the graph: \(reason)"))
      }
      return .success(picture(in: String(decoding: result.output, as: UTF8.self)))
    } catch {
      switch error {
      case .notFound:
        return .failure(
          Problem(
            severity: .info,
            message: "the program '\(program)' is not installed; the graph is shown as text"))
      case .timeout:
        return .failure(
          Problem(
            severity: .warning, message: "\(program) did not draw the graph in \(seconds) seconds"))
      case .failed(let number):
        return .failure(
          Problem(severity: .warning, message: "\(program) cannot be run (error \(number))"))
      }
    }
  }

  /// The picture without what stands before it in a file of its own.
  private static func picture(in document: String) -> String {
    guard let start = document.firstRange(of: "<svg") else { return document }
    return String(document[start.lowerBound...])
  }
}
