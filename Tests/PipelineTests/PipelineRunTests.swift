import Foundation
import Logging
import Testing

@testable import Pipeline

@Suite struct PipelineRunTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private var output: String { folder.path + "/out" }

  private func run(jobs: Int = 2, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) -> PipelineRun {
    PipelineRun(
      configuration: PipelineConfiguration(inputs: [folder.path + "/in"], output: output, jobs: jobs),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, progress: progress)
  }

  private func record(_ result: RunResult) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: result.release + "/run.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func aFileThatVanishesIsQuarantinedAndTheOthersArePublished() async throws {
    try folder.write("in/a.txt", "")
    let second = try folder.write("in/b.txt", "")
    let result = try await run(jobs: 1) { done, _ in if done == 1 { unlink(second) } }.execute()
    #expect(result.status == .quarantined)
    let vanished = try #require(result.quarantined.first { $0.path == "b.txt" })
    #expect(vanished.reason == "vanished")
    #expect(vanished.transient)
    #expect(FileManager.default.fileExists(atPath: output + "/current/documents.csv"))
  }

  @Test func identicalBytesAreOneDocumentWithTheFirstPathInOrder() async throws {
    for name in ["in/c.txt", "in/a.txt", "in/b.txt"] { try folder.write(name, "same") }
    let result = try await run(jobs: 4).execute()
    let inputs = try #require(try record(result)["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["path"] as? String } == ["a.txt"])
    #expect(inputs.first?["duplicates"] as? [String] == ["b.txt", "c.txt"])
    #expect(result.counts.files.duplicates == 2)
    let documents = try String(contentsOfFile: output + "/current/documents.csv", encoding: .utf8)
    #expect(documents.split(separator: "\n").count == 2)
  }

  @Test func aFileWhoseBytesWereReadButNotUnderstoodIsARowOfDocuments() async throws {
    try folder.write("in/empty.txt", "")
    let result = try await run().execute()
    #expect(result.quarantined.map(\.documentID) == ["e3b0c44298fc1c14"])
    let documents = try String(contentsOfFile: output + "/current/documents.csv", encoding: .utf8)
    #expect(documents.contains("e3b0c44298fc1c14,empty.txt"))
    let findings = try String(contentsOfFile: output + "/current/findings.csv", encoding: .utf8)
    #expect(findings.contains(",quarantined,error,"))
  }

  @Test func theRecordSaysWhatWasReadAndHowItEnded() async throws {
    try folder.write("in/empty.txt", "")
    let record = try record(try await run().execute())
    #expect(record["version"] as? String == ProgramVersion.current)
    #expect((record["outcome"] as? [String: Any])?["exit_code"] as? Int == 1)
    #expect((record["configuration"] as? [String: Any])?["jobs"] as? Int == 2)
    #expect((record["quarantined"] as? [[String: Any]])?.first?["path"] as? String == "empty.txt")
    let input = (record["inputs"] as? [[String: Any]])?.first
    #expect((input?["sha256"] as? String)?.hasPrefix("e3b0c442") == true)
  }

  @Test func aCancelledRunPublishesNothing() async throws {
    for index in 0..<50 { try folder.write("in/\(index).txt", "\(index)") }
    let run = run { done, _ in if done == 10 { withUnsafeCurrentTask { $0?.cancel() } } }
    let task = Task { try await run.execute() }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(!FileManager.default.fileExists(atPath: output + "/current"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: output + "/releases").isEmpty)
  }
}
