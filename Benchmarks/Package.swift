// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who depends on DocTree builds it.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "DocTree", path: "..")],
  targets: [
    .executableTarget(
      name: "walkabout", dependencies: [.product(name: "DocTree", package: "DocTree")])
  ],
  swiftLanguageModes: [.v6]
)
