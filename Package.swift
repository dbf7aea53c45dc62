// swift-tools-version: 6.1
import Foundation
import PackageDescription

// `Sources/DocTree` (library) and `Sources/doctree` (command) are one folder on a case-insensitive
// disk. `sources:` keeps the two targets apart on both kinds of disk; `exclude:` silences SwiftPM's
// note about the other target's files, and only where the folders are merged.
let treeFolders = [
  "Diagnostics", "Dumping", "Editing", "Elements", "Extending", "Facts", "Languages", "Nodes",
  "Transforms", "Traversal",
]
let commandFolders = ["Command"]
let merged = FileManager.default.fileExists(
  atPath: Context.packageDirectory + "/Sources/DocTree/Command")

var settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]
// Only here and in CI: a warning of a newer compiler must not break anybody's build.
var cSettings: [CSetting] = []
if Context.environment["DOCTREE_WARNINGS"] == "error" {
  settings.append(.unsafeFlags(["-warnings-as-errors"]))
  cSettings.append(.unsafeFlags(["-Werror"]))
}

let package = Package(
  name: "DocTree",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "DocTree", targets: ["DocTree"]),
    .library(name: "Translators", targets: ["Translators"]),
    .library(name: "DocTreeMarkdown", targets: ["DocTreeMarkdown"]),
    .library(name: "DocTreeExtensions", targets: ["DocTreeExtensions"]),
    .library(name: "DocTreeProject", targets: ["DocTreeProject"]),
    .library(name: "DocTreeCommandLine", targets: ["DocTreeCommandLine"]),
    .library(name: "DocTreeTesting", targets: ["DocTreeTesting"]),
    // SwiftPM's newer build engine puts a product `doctree` and a module `DocTree` in one place on
    // a case-insensitive disk, so the product has another name there, and only there.
    .executable(name: merged ? "doctree-cli" : "doctree", targets: ["DocTreeCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CCmarkShim", dependencies: ["CCmark"], cSettings: cSettings),
    // Of the program alone: a library does not choose the memory of who uses it.
    .target(name: "CAllocator", cSettings: cSettings),
    .target(
      name: "DocTree", path: "Sources/DocTree", exclude: merged ? commandFolders : [],
      sources: treeFolders, swiftSettings: settings),
    .target(
      name: "DocTreeMarkdown",
      dependencies: ["DocTree", "CCmark", "CCmarkShim", .product(name: "Yams", package: "Yams")],
      path: "Sources/Markdown", swiftSettings: settings),
    .target(
      name: "Translators", dependencies: ["DocTree"], path: "Sources/Translators",
      swiftSettings: settings),
    .target(
      name: "DocTreeExtensions", dependencies: ["DocTree", "Translators"],
      path: "Sources/Extensions", swiftSettings: settings),
    .target(
      name: "DocTreeProject",
      dependencies: ["CZlib", "DocTree", "DocTreeExtensions", "DocTreeMarkdown", "Translators"],
      path: "Sources/Project", swiftSettings: settings),
    .target(
      name: "DocTreeCommandLine",
      dependencies: [
        "DocTree", "DocTreeMarkdown", "DocTreeProject", "Translators",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/CommandLine", swiftSettings: settings),
    .executableTarget(
      name: "DocTreeCommand", dependencies: ["CAllocator", "DocTreeCommandLine"],
      path: "Sources/doctree",
      exclude: merged ? treeFolders : [], sources: commandFolders, swiftSettings: settings),
    .target(
      name: "DocTreeTesting", dependencies: ["DocTree", "DocTreeProject", "Translators"],
      path: "Sources/Testing", swiftSettings: settings),

    .testTarget(
      name: "DocTreeTests", dependencies: ["DocTree", "DocTreeTesting"],
      swiftSettings: settings),
    .testTarget(
      name: "TestingTests", dependencies: ["DocTree", "DocTreeTesting"], exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "MarkdownTests", dependencies: ["DocTreeMarkdown", "DocTreeTesting", "CCmark"],
      swiftSettings: settings),
    .testTarget(
      name: "TranslatorsTests", dependencies: ["Translators", "DocTreeTesting"],
      swiftSettings: settings),
    .testTarget(
      name: "ExtensionsTests",
      dependencies: ["DocTreeExtensions", "DocTreeProject", "DocTreeTesting", "Translators"],
      swiftSettings: settings),
    .testTarget(
      name: "ProjectTests",
      dependencies: [
        "DocTreeExtensions", "DocTreeMarkdown", "DocTreeProject", "DocTreeTesting", "Translators",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["DocTreeCommandLine", "DocTreeTesting", "DocTreeMarkdown", "Translators"],
      swiftSettings: settings),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "DocTreeCommandLine", "DocTreeExtensions", "DocTreeMarkdown", "DocTreeProject",
        "DocTreeTesting",
        "Translators",
      ],
      exclude: ["Cases"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
