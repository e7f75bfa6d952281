import Foundation
import Testing

@testable import Pipeline

@Suite struct QuarantineTests {
  let night: Night
  private var quarantine: Quarantine { Quarantine(output: night.output) }

  init() throws {
    night = try Night()
    try night.write("good.txt", figure: 1)
    try night.folder.write("in/empty.txt", "")
    let past = Date(timeIntervalSince1970: 1_700_000_000)
    try FileManager.default.setAttributes(
      [.modificationDate: past], ofItemAtPath: night.folder.path + "/in/empty.txt")
  }

  @Test func whatFailedIsListedWithStageAndReason() async throws {
    let run = try await night.run().execute()
    #expect(run.status == .quarantined)
    let entries = try quarantine.entries()
    #expect(entries.map(\.path) == ["empty.txt"])
    #expect(entries.first?.stage == "extract")
    #expect(entries.first?.reason == "empty-file")
    #expect(entries.first?.run == run.runID)
  }

  @Test func whatFailedIsNotTriedAgain() async throws {
    _ = try await night.run().execute()
    let second = try await night.run().execute()
    #expect(second.status == .success)
    #expect(try night.sourcesRead(by: second).isEmpty)
  }

  @Test func anotherProgramTriesAgain() async throws {
    _ = try await night.run().execute()
    let second = try await night.run(program: "two").execute()
    #expect(try night.sourcesRead(by: second).contains("empty.txt"))
  }

  @Test func whatIsAskedForIsTriedAgainOnce() async throws {
    _ = try await night.run().execute()
    #expect(try quarantine.retry(["nothing*"]) == 0)
    #expect(try quarantine.retry(["e*.txt"]) == 1)
    #expect(try night.sourcesRead(by: await night.run().execute()) == ["empty.txt"])
    #expect(try night.sourcesRead(by: await night.run().execute()).isEmpty)
  }

  @Test func aSourceThatIsRepairedLeavesTheQuarantine() async throws {
    _ = try await night.run().execute()
    try night.write("empty.txt", figure: 2)
    _ = try await night.run().execute()
    #expect(try quarantine.entries().isEmpty)
  }

  @Test func anOutputWithoutAStateHasNoQuarantine() throws {
    let error = #expect(throws: RunError.self) { try Quarantine(output: night.folder.path).entries() }
    #expect(error?.status == .inputMissing)
  }
}
