import Foundation
import Testing

@testable import Commands

@Suite struct StandardOutputTests {
  @Test func commandsPrintNothingPastIt() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Commands")
    let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
    #expect(names.count > 20)
    for name in names where !name.hasSuffix("StandardOutput.swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
      #expect(!text.contains(try Regex(#"(^|[^.\w])print\("#)), "\(name)")
    }
  }
}
