// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "todo",
  platforms: [.macOS(.v15)],
  products: [.library(name: "Todo", targets: ["Todo"])],
  dependencies: [.package(name: "DocTree", path: "../..")],
  targets: [
    .target(
      name: "Todo",
      dependencies: [
        .product(name: "DocTree", package: "DocTree"),
        .product(name: "Translators", package: "DocTree"),
      ]),
    // `doctree` with the extension in it: three lines.
    .executableTarget(
      name: "doctree-todo",
      dependencies: ["Todo", .product(name: "DocTreeCommandLine", package: "DocTree")]),
    .testTarget(
      name: "TodoTests",
      dependencies: ["Todo", .product(name: "DocTreeTesting", package: "DocTree")]),
  ]
)
