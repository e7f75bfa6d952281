import Foundation
import Testing

@testable import Pipeline

@Suite struct RunIDTests {
  private let time = Date(timeIntervalSince1970: 1_795_230_000)

  @Test func aRunIsNamedByItsStartInUTC() {
    #expect(RunID.make(at: time, releases: "/nowhere") == "20261121T030000Z")
  }

  @Test func aNameThatIsTakenGetsANumber() throws {
    let folder = try ScratchFolder()
    try folder.write("20261121T030000Z/run.json")
    #expect(RunID.make(at: time, releases: folder.path) == "20261121T030000Z-2")
    try folder.write("20261121T030000Z-2/run.json")
    #expect(RunID.make(at: time, releases: folder.path) == "20261121T030000Z-3")
  }
}
