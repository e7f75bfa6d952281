import Foundation
import Testing

@testable import Pipeline

@Suite struct RunIDTests {
  private let time = Date(timeIntervalSince1970: 1_795_230_000)

  @Test func aRunIsNamedByItsStartInUTC() {
    #expect(RunID.make(at: time, output: "/nowhere") == "20261121T030000Z")
  }

  @Test func aNameThatIsTakenGetsANumber() throws {
    let folder = try ScratchFolder()
    try folder.write("releases/20261121T030000Z/run.json")
    #expect(RunID.make(at: time, output: folder.path) == "20261121T030000Z-2")
    try folder.write("releases/20261121T030000Z-2/run.json")
    #expect(RunID.make(at: time, output: folder.path) == "20261121T030000Z-3")
  }

  @Test func aRunThatFailedKeepsItsName() throws {
    let folder = try ScratchFolder()
    try folder.write("runs/20261121T030000Z.jsonl")
    #expect(RunID.make(at: time, output: folder.path) == "20261121T030000Z-2")
  }
}
