// swift-tools-version: 6.0
import PackageDescription

// Arrows point down only: Accounts <- Classification <- the stages <- Pipeline <- Commands <- juesuan.
let package = Package(
  name: "juesuan",
  products: [.executable(name: "juesuan", targets: ["juesuan"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "Digests", dependencies: ["CLibCrypto"]),
    .target(name: "Accounts"),
    .target(name: "Classification", dependencies: ["Accounts"]),
    .target(name: "Extract", dependencies: ["Accounts", "CLibXML2", "Digests"]),
    .target(name: "Clean", dependencies: ["Accounts", "Classification"]),
    .target(name: "Transform", dependencies: ["Accounts", "Classification"]),
    .target(name: "Load", dependencies: ["Accounts", "Classification", "Digests"]),
    .target(
      name: "Pipeline",
      dependencies: [
        "Accounts", "Classification", "Digests", "Extract", "Clean", "Transform", "Load",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Logging", package: "swift-log"), "Yams",
      ]),
    .target(name: "Check", dependencies: ["Accounts", "CLibXML2", "Classification", "Digests", "Load"]),
    .target(name: "Synthesis", dependencies: ["Accounts", "Classification"]),
    .target(name: "Evaluation", dependencies: ["Accounts"]),
    .target(
      name: "Commands",
      dependencies: [
        "Accounts", "Check", "Classification", "Extract", "Clean", "Transform", "Load", "Pipeline", "Evaluation",
        "Synthesis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(name: "juesuan", dependencies: ["Commands"]),
    .executableTarget(
      name: "Benchmark",
      dependencies: ["Accounts", "Classification", "Extract", "Clean", "Transform", "Load", "Synthesis", "CLibXML2"]),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Accounts", "Check", "Clean", "Extract", "Load", "Pipeline", "Synthesis", "Transform",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "Articles", path: "Tests/Articles"),
    .testTarget(name: "AccountsTests", dependencies: ["Accounts", "Articles"]),
    .testTarget(name: "ClassificationTests", dependencies: ["Accounts", "Articles", "Classification"]),
    .testTarget(name: "ExtractTests", dependencies: ["Accounts", "Extract"]),
    .testTarget(name: "CleanTests", dependencies: ["Accounts", "Clean", "Extract"]),
    .testTarget(
      name: "TransformTests",
      dependencies: ["Accounts", "Classification", "Extract", "Clean", "Transform", "Synthesis"]),
    .target(name: "DiskFaults", dependencies: ["Load"], path: "Tests/DiskFaults"),
    .testTarget(
      name: "LoadTests", dependencies: ["Accounts", "Articles", "Classification", "Digests", "DiskFaults", "Load"]),
    .testTarget(
      name: "PipelineTests",
      dependencies: ["Accounts", "Classification", "DiskFaults", "Pipeline", "Load", "Synthesis"]),
    .testTarget(name: "CheckTests", dependencies: ["Accounts", "Check", "Extract", "Load", "Synthesis"]),
    .testTarget(
      name: "SynthesisTests", dependencies: ["Accounts", "Articles", "Classification", "Synthesis", "Extract"]),
    .testTarget(name: "EvaluationTests", dependencies: ["Accounts", "Evaluation"]),
    .testTarget(name: "CommandsTests", dependencies: ["Articles", "Commands", "Pipeline"]),
    .testTarget(name: "FuzzTests", dependencies: ["Fuzz"], exclude: ["Corpora"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Accounts", "Articles", "Check", "Classification", "Digests", "Synthesis", "Extract", "Clean", "Transform",
        "juesuan",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
