import Foundation
import Logging
import Testing

@testable import Pipeline

/// Runs whose workers are shell scripts that speak the frames of workers, and then misbehave.
@Suite(.timeLimit(.minutes(20))) struct WorkerPoolTests {
  let folder: ScratchFolder

  /// What a worker says before it misbehaves: that it is ready, and, once it has a file, that a stage has begun.
  private static let ready = #"printf '\004\0\0\0\0\0\0\0\0' >&0"#
  // Takes more than the head of the frame with the file, so that all of it has been sent.
  private static let transform = #"head -c 36 >/dev/null; printf '\002\011\0\0\0\0\0\0\0transform' >&0"#

  init() throws {
    folder = try ScratchFolder()
    for name in ["a", "b", "c"] { try folder.write("in/\(name).txt", "text \(name)") }
  }

  /// A program of these lines of shell. Another process writes it: this one may start processes meanwhile, which would
  /// hold it open for writing, and the system runs no such program.
  private func program(_ lines: String...) throws -> String {
    let path = folder.path + "/worker.sh"
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = [
      "-c", "printf '%s\\n' \"$1\" > \"$0\"; chmod +x \"$0\"", path, (["#!/bin/sh"] + lines).joined(separator: "\n"),
    ]
    try writer.run()
    writer.waitUntilExit()
    return path
  }

  private func run(_ program: String, seconds: Int? = nil) async throws -> RunResult {
    var configuration = PipelineConfiguration(inputs: [folder.path + "/in"], output: folder.path + "/out", jobs: 2)
    configuration.secondsPerDocument = seconds
    var run = PipelineRun(
      configuration: configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    run.workerProgram = program
    return try await run.execute()
  }

  /// Runs with a worker that has a document in `transform` and then does what the lines of shell say.
  private func quarantined(_ lines: String, seconds: Int? = nil) async throws -> [QuarantineEntry] {
    let result = try await run(try program(Self.ready, Self.transform, lines), seconds: seconds)
    #expect(result.status == .quarantined)
    #expect(result.quarantined.map(\.path) == ["a.txt", "b.txt", "c.txt"])
    return result.quarantined
  }

  @Test func aSignalIsNamedWithTheStage() async throws {
    for entry in try await quarantined("kill -ILL $$") {
      #expect(entry.reason == "crashed" && entry.stage == "transform")
      #expect(entry.message.contains("SIGILL") && entry.message.contains("transform"))
    }
  }

  @Test func whatCouldNotBeReadHasARowOfDocuments() async throws {
    let entries = try await quarantined("kill -SEGV $$")
    let rows = try String(contentsOfFile: folder.path + "/out/current/documents.csv", encoding: .utf8)
    for entry in entries { #expect(rows.contains("\(try #require(entry.documentID)),\(entry.path)")) }
  }

  @Test func anExitIsACrash() async throws {
    #expect(try await quarantined("exit 3").first?.message.contains("with the exit code 3") == true)
  }

  @Test func aProcessThatTheSystemKillsMayBeTriedAgain() async throws {
    #expect(try await quarantined("kill -KILL $$").allSatisfy { $0.reason == "killed" && $0.transient })
  }

  @Test func processorTimeIsATimeLimit() async throws {
    #expect(try await quarantined("kill -XCPU $$").allSatisfy { $0.reason == "time-limit" })
  }

  @Test(arguments: [
    "echo 'Fatal error: failed to allocate 900 bytes of memory with alignment 8' >&2; kill -ABRT $$",
    "echo 'Fatal error: failed to allocate 900 bytes of memory with alignment 8' >&2; kill -SEGV $$",
  ])
  func whatTheRuntimeSaysOfMemoryIsAMemoryLimit(lines: String) async throws {
    #expect(try await quarantined(lines).allSatisfy { $0.reason == "memory-limit" })
  }

  @Test(arguments: [
    "exec sleep 1000",
    // In the midst of a head, and of what it announces.
    #"printf '\003\0\0' >&0; exec sleep 1000"#,
    #"printf '\003\377\0\0\0\0\0\0\0abc' >&0; exec sleep 1000"#,
    #"while :; do printf '\002\011\0\0\0\0\0\0\0transform'; done >&0"#,
  ])
  func theTimeLimitHoldsWhateverAWorkerSends(lines: String) async throws {
    #expect(
      try await quarantined(lines, seconds: 1).allSatisfy { $0.reason == "time-limit" && $0.stage == "transform" })
  }

  @Test(arguments: [
    #"printf '\003\0\0\0\0\0\0\0\077' >&0; exec sleep 1000"#,
    #"printf '\003\377\377\377\377\377\377\377\177' >&0; exec sleep 1000"#,
    #"printf '\002\377\0\0\0\0\0\0\0' >&0; exec sleep 1000"#,
    #"printf '\011\0\0\0\0\0\0\0\0' >&0; exec sleep 1000"#,
    #"printf '\003\003\0\0\0\0\0\0\0abc' >&0; exec sleep 1000"#,
  ])
  func whatIsNoFrameIsNotWaitedFor(lines: String) async throws {
    #expect(try await quarantined(lines).allSatisfy { $0.reason == "crashed" && $0.message.contains("wrong answer") })
  }

  @Test func aWorkerThatDoesNotReadIsCutOff() async throws {
    let name = String(repeating: "很长的名字/", count: 15)
    try folder.write("in/\(name)x.txt", "text")
    let result = try await run(try program(Self.ready, "exec sleep 1000"), seconds: 1)
    #expect(result.quarantined.count == 4 && result.quarantined.allSatisfy { $0.reason == "time-limit" })
  }

  @Test func aRunWhoseWorkersCannotStartPublishesNothing() async throws {
    for program in [folder.path + "/nowhere", try program("exit 7")] {
      let error = await #expect(throws: RunError.self) { try await run(program) }
      #expect(error?.status == .inputOutput)
      #expect(error?.message.contains("isolation: none") == true)
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/current"))
    }
  }

  @Test func aRunThatIsStoppedWaitsForNoWorker() async throws {
    let program = try program(Self.ready, "echo $$ >> \(folder.path)/pids", "exec sleep 1000")
    let task = Task { try await run(program) }
    func pids() -> [Substring] {
      ((try? String(contentsOfFile: folder.path + "/pids", encoding: .utf8)) ?? "").split(separator: "\n")
    }
    while pids().isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    for pid in pids() { #expect(!FileManager.default.fileExists(atPath: "/proc/\(pid)/exe")) }
  }
}
