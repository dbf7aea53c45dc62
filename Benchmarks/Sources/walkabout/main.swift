// walkabout NODES WALKS: builds a tree of at least NODES nodes, walks it WALKS times with a
// translator that has a handler for every kind, and prints the number of nodes. The format is
// found by its name, as the command does it. See ../measure.sh.
import DocTree

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let size = arguments.first ?? 1_000_000
let walks = arguments.dropFirst().first ?? 1

let registry = try Registry(extensions: [NullFormat()])
guard let format = registry.format("null") else { fatalError("no format") }
let (document, nodes) = try makeSampleTree(size: size)
for _ in 0..<walks {
  let (output, _) = try document.translate(to: format, registry: registry)
  guard output == Array("\(nodes) \(nodes)".utf8) else {
    fatalError("\(String(decoding: output, as: UTF8.self)) calls for \(nodes) nodes")
  }
}
print(nodes)
