import Accounts
import DiskFaults
import Foundation
import Testing

@testable import Load

@Suite struct ReleaseWriterTests {
  private let scratch: ScratchDirectory
  private var output: String { "\(scratch.path)/out/deep" }

  init() throws {
    scratch = try ScratchDirectory()
  }

  @Test func aReleaseHoldsItsDatasetsAndDocuments() throws {
    try publish([Fixtures.tiny(), Fixtures.awkward()], to: output)
    let names = try scratch.files(under: "\(output)/current/").keys.sorted()
    #expect(
      names == [
        "amounts.csv", "datapackage.json", "documents.csv", "documents/0123456789abcdef.json",
        "documents/fedcba9876543210.json", "facts.csv", "findings.csv", "glossary.csv", "indicators.csv",
        "priorities.csv", "projects.csv", "provenance/0123456789abcdef.jsonl", "provenance/fedcba9876543210.jsonl",
        "repairs.csv", "run.json",
      ])
  }

  @Test func theRunRecordIsWrittenAsGiven() throws {
    try publish([Fixtures.tiny()], to: output, runID: "r7")
    #expect(try scratch.text("out/deep/current/run.json") == "{\"run\": \"r7\"}\n")
  }

  @Test func currentIsARelativeLinkToTheNewestRelease() throws {
    try publish([Fixtures.tiny()], to: output, runID: "r1")
    try publish([Fixtures.awkward()], to: output, runID: "r2")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(output)/current") == "releases/r2")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(output)/releases").sorted() == ["r1", "r2"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: output).sorted() == ["current", "releases"])
  }

  @Test func rowsStandInTheOrderInWhichDocumentsWereGiven() throws {
    try publish([Fixtures.awkward(), Fixtures.tiny()], to: output)
    let lines = try scratch.text("out/deep/current/findings.csv") + scratch.text("out/deep/current/repairs.csv")
    let documents = try scratch.text("out/deep/current/documents.csv")
    let first = try #require(documents.range(of: "fedcba9876543210"))
    let second = try #require(documents.range(of: "0123456789abcdef"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(lines.contains("complete-code"))
  }

  @Test func theLaterDisclosureOfAUnitAndYearSupersedesTheEarlier() throws {
    var issues = ["2025-08-01", "2025-09-01"].enumerated().map { index, date in
      var disclosure = Fixtures.large(3, hash: "000000000000000\(index)")
      disclosure.identification.unitName = "测试市甲局"
      disclosure.identification.publishedOn = date
      return disclosure
    }
    try publish(issues, to: output, runID: "r1")
    #expect(try supersededBy("r1") == [issues[1].documentID, ""])
    let first = try scratch.text("out/deep/releases/r1/documents/\(issues[0].documentID).json")
    #expect(first.contains("\"superseded_by\": \"\(issues[1].documentID)\""))
    issues[0].identification.divisionCode = ""
    try publish(issues, to: output, runID: "r2")
    #expect(try supersededBy("r2") == ["", ""])
    #expect(try !FileManager.default.contentsOfDirectory(atPath: output + "/current/").contains("unmarked"))
  }

  private func supersededBy(_ runID: String) throws -> [String] {
    try scratch.text("out/deep/releases/\(runID)/documents.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }
  }

  @Test func nothingIsVisibleBeforeThePublication() throws {
    let writer = try ReleaseWriter(output: output, runID: "r1")
    try writer.append(DocumentRendering(Fixtures.tiny()))
    #expect(!FileManager.default.fileExists(atPath: "\(output)/current"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(output)/releases").isEmpty)
  }

  @Test(arguments: [
    ("sync", "amounts.csv"), ("write", "datapackage.json"), ("write", "run.json"), ("syncFileSystem", ".staging-r2"),
    ("rename", ".staging-r2"), ("syncDirectory", "releases"), ("link", ".current-r2"), ("rename", ".current-r2"),
  ])
  func aCrashAtAnyStepOfThePublicationLeavesTheOldRelease(operation: String, file: String) throws {
    try publish([Fixtures.tiny()], to: output, runID: "r1")
    let before = try scratch.files(under: "\(output)/current/")
    let disk = FaultyDisk { $0 == operation && $1.hasSuffix("/\(file)") }
    #expect(throws: DiskError.self) { try publish([Fixtures.awkward()], to: output, runID: "r2", disk: disk) }
    #expect(try scratch.files(under: "\(output)/current/") == before)
  }

  @Test func theNextRunRemovesWhatACrashedRunLeft() throws {
    let disk = FaultyDisk { operation, path in operation == "rename" && path.hasSuffix("/.staging-r1") }
    #expect(throws: DiskError.self) { try publish([Fixtures.awkward()], to: output, runID: "r1", disk: disk) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: output).contains(".staging-r1"))
    try publish([Fixtures.tiny()], to: output, runID: "r2")
    #expect(try FileManager.default.contentsOfDirectory(atPath: output).sorted() == ["current", "releases"])
  }

  @Test func aReleaseIsNeverWrittenTwice() throws {
    try publish([Fixtures.tiny()], to: output, runID: "r1")
    let error = #expect(throws: DiskError.self) { try ReleaseWriter(output: output, runID: "r1") }
    #expect(error?.description == "cannot create release \(output)/releases/r1: File exists")
  }

  @Test func anAbandonedReleaseLeavesNothing() throws {
    let writer = try ReleaseWriter(output: output, runID: "r1")
    try writer.append(DocumentRendering(Fixtures.tiny()))
    try writer.abandon()
    #expect(try FileManager.default.contentsOfDirectory(atPath: output) == ["releases"])
  }

  @Test func aFullDiskIsAnErrorThatNamesTheFile() throws {
    let disk = FaultyDisk { operation, path in operation == "write" && path.hasSuffix(".json") }
    let error = #expect(throws: DiskError.self) { try publish([Fixtures.tiny()], to: output, disk: disk) }
    #expect(
      error?.description
        == "cannot write \(output)/.staging-run-1/documents/0123456789abcdef.json: No space left on device")
  }

  @Test func sumsUpWhatItHolds() throws {
    let writer = try ReleaseWriter(output: output, runID: "r1")
    for disclosure in [Fixtures.tiny(), Fixtures.awkward()] { try writer.append(DocumentRendering(disclosure)) }
    #expect(writer.summary.documents == 2)
    #expect(writer.summary.byOutcome == [.complete: 1, .partial: 1])
    #expect(writer.summary.rows == [2, 4, 0, 0, 0, 0, 0, 3, 1])
    #expect(writer.summary.counts.amounts == 3)
  }

  @Test func piecesLargerThanTheBufferKeepTheirOrder() throws {
    let figures = 4_000
    try publish([Fixtures.tiny(), Fixtures.large(figures), Fixtures.awkward()], to: output)
    let amounts = try Data(contentsOf: URL(fileURLWithPath: "\(output)/current/amounts.csv"))
    let expected =
      Dataset.amounts.schema.header
      + [Fixtures.tiny(), Fixtures.large(figures), Fixtures.awkward()].flatMap { DocumentRendering($0).rows[1] }
    #expect(amounts.count > DatasetFile.pieceSize)
    #expect(Array(amounts) == expected)
  }
}
