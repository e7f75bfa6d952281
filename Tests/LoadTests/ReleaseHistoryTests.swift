import Foundation
import Testing

@testable import Load

@Suite struct ReleaseHistoryTests {
  private let scratch: ScratchDirectory
  private var output: String { "\(scratch.path)/out" }
  private var history: ReleaseHistory { ReleaseHistory(output: output) }

  init() throws {
    scratch = try ScratchDirectory()
    for runID in ["20261101T000000Z", "20261101T000000Z-2", "20261101T000000Z-10", "20261102T000000Z"] {
      try publish([Fixtures.tiny()], to: output, runID: runID)
    }
  }

  @Test func releasesStandInTheOrderOfTheirRuns() throws {
    #expect(
      try history.releases() == [
        "20261101T000000Z", "20261101T000000Z-2", "20261101T000000Z-10", "20261102T000000Z",
      ])
    #expect(try history.current() == "20261102T000000Z")
  }

  @Test func currentSwitchesToAnyRelease() throws {
    try history.switchCurrent(to: "20261101T000000Z-2")
    #expect(try history.current() == "20261101T000000Z-2")
    #expect(try scratch.text("out/current/run.json").contains("20261101T000000Z-2"))
  }

  @Test func theCurrentReleaseAndThoseNamedAreNeverRemoved() throws {
    try history.switchCurrent(to: "20261101T000000Z")
    let removed = try history.retain(1, keeping: ["20261101T000000Z-10"])
    #expect(removed == ["20261101T000000Z-2"])
    #expect(try history.releases() == ["20261101T000000Z", "20261101T000000Z-10", "20261102T000000Z"])
    #expect(try scratch.names() == ["out"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: output).sorted() == ["current", "releases"])
  }

  @Test func anOutputWithoutReleasesHasNone() throws {
    let empty = ReleaseHistory(output: "\(scratch.path)/nowhere")
    #expect(try empty.releases().isEmpty)
    #expect(try empty.current() == nil)
  }
}
