import Accounts
import Foundation
import Testing

@testable import Load

/// The executable of frictionless, where the environment names one.
private let frictionless = ProcessInfo.processInfo.environment["JUESUAN_FRICTIONLESS"]

@Suite struct DataPackageTests {
  private let scratch: ScratchDirectory

  init() throws {
    scratch = try ScratchDirectory()
  }

  private func resources() throws -> [ParsedJSON] {
    try ParsedJSON(try scratch.text("current/datapackage.json").utf8)["resources"].elements
  }

  @Test func hashesAndCountsWhatItWrites() throws {
    var file = try DatasetFile("\(scratch.path)/abc", on: POSIXDisk())
    try file.append(Array("a".utf8))
    try file.append(Array("bc".utf8))
    let written = try file.finish()
    // The first test vector of FIPS 180-2.
    #expect(written.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(written.bytes == 3)
    #expect(try scratch.text("abc") == "abc")
  }

  @Test func statesTheSizeOfEveryFile() throws {
    try publish([Fixtures.tiny(), Fixtures.awkward()], to: scratch.path)
    for resource in try resources() {
      let path = try #require(resource["path"].flat(String.self).first)
      #expect(resource["bytes"].flat(Int.self) == [try scratch.text("current/\(path)").utf8.count])
    }
  }

  @Test func describesEveryColumnOfEveryHeader() throws {
    try publish([Fixtures.tiny()], to: scratch.path)
    for resource in try resources() {
      let path = try #require(resource["path"].flat(String.self).first)
      let names = resource["schema.fields.name"].flat(String.self)
      #expect(try scratch.text("current/\(path)").hasPrefix(names.joined(separator: ",") + "\n"))
    }
  }

  @Test func namesTheVersionOfItsContract() throws {
    try publish([Fixtures.tiny()], to: scratch.path)
    let package = try ParsedJSON(try scratch.text("current/datapackage.json").utf8)
    #expect(package["version"].flat(String.self) == [DataPackage.contractVersion])
    #expect(DataPackage.contractVersion.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+/) != nil)
  }

  @Test func isTheSameForTheSameDatasetsWhateverTheRun() throws {
    let other = try ScratchDirectory()
    try publish([Fixtures.tiny(), Fixtures.awkward()], to: scratch.path, runID: "r1")
    try publish([Fixtures.tiny(), Fixtures.awkward()], to: other.path, runID: "r2")
    var first = try scratch.files(under: "\(scratch.path)/current/")
    var second = try other.files(under: "\(other.path)/current/")
    #expect(first.removeValue(forKey: "run.json") != second.removeValue(forKey: "run.json"))
    #expect(first == second)
  }

  @Test(.enabled(if: frictionless != nil, "JUESUAN_FRICTIONLESS names no executable"), arguments: [true, false])
  func isValidForFrictionless(hasDocuments: Bool) throws {
    try publish(hasDocuments ? [Fixtures.tiny(), Fixtures.awkward(), Fixtures.large(600)] : [], to: scratch.path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(frictionless))
    process.arguments = ["validate", "datapackage.json", "--json"]
    process.currentDirectoryURL = URL(fileURLWithPath: "\(scratch.path)/current")
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let report = try ParsedJSON(output)
    let text = String(decoding: output, as: UTF8.self)
    #expect(report["valid"].flat(Bool.self) == [true], "\(text)")
    #expect(report["tasks"].elements.count == Dataset.all.count)
    #expect(report["warnings"].flat(String.self) + report["tasks.warnings"].flat(String.self) == [], "\(text)")
    #expect(process.terminationStatus == 0)
  }
}
