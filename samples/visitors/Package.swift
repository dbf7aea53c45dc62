// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "visitors",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "DocTree", path: "../..")],
  targets: [
    .executableTarget(
      name: "visitors", dependencies: [.product(name: "DocTree", package: "DocTree")])
  ]
)
