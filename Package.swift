// swift-tools-version: 6.0
import PackageDescription
let package = Package(name: "juesuan", dependencies: [.package(url: "https://github.com/apple/swift-crypto", from: "4.5.0")], targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
 .target(name: "Accounts"), .target(name: "Classification", dependencies: ["Accounts"]),
 .target(name: "Extract", dependencies: ["Accounts", "CLibXML2", .product(name: "Crypto", package: "swift-crypto")]),
 .target(name: "Clean", dependencies: ["Accounts","Classification"]),
 .target(name: "Transform", dependencies: ["Accounts","Classification"]),
 .target(name: "Synthesis", dependencies: ["Accounts","Classification"]),
 .testTarget(name: "TransformTests", dependencies: ["Accounts", "Classification", "Extract", "Clean", "Transform", "Synthesis"]),
], swiftLanguageModes: [.v6])
