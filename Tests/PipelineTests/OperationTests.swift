import Foundation
import Testing

@testable import Pipeline

@Suite struct OperationTests {
  private func end(error: String? = nil, warnings: [String] = [], published: Bool = true) -> RunEnd {
    var counts = RunCounts()
    counts.documents["complete"] = 7
    return RunEnd(
      runID: "r1", started: Date(timeIntervalSince1970: 100), finished: Date(timeIntervalSince1970: 160),
      status: error == nil ? .success : .inputOutput, release: "out/releases/r1", isPublished: published, error: error,
      warnings: warnings, counts: counts)
  }

  @Test func metricsAreTextThatPrometheusReads() {
    let text = String(decoding: MetricsFile(end(), lastSuccess: Date(timeIntervalSince1970: 160)).bytes, as: UTF8.self)
    #expect(text.contains("# TYPE juesuan_last_run_duration_seconds gauge\njuesuan_last_run_duration_seconds 60.0\n"))
    #expect(text.contains("juesuan_documents{outcome=\"complete\"} 7\n"))
    #expect(text.contains("juesuan_last_success_timestamp_seconds 160.0\n"))
    for line in text.split(separator: "\n") { #expect(line.hasPrefix("# ") || line.split(separator: " ").count == 2) }
  }

  @Test func aFailedRunSaysNothingOfDocuments() {
    let text = String(decoding: MetricsFile(end(error: "x"), lastSuccess: nil).bytes, as: UTF8.self)
    #expect(text.contains("juesuan_last_run_exit_code 74.0\n"))
    #expect(!text.contains("juesuan_documents"))
  }

  @Test(arguments: [(nil, true, "COMPLETE", 1), ("x", false, "FAIL", 0)] as [(String?, Bool, String, Int)])
  func lineageNamesInputsAndOutputs(error: String?, published: Bool, type: String, outputs: Int) throws {
    let configuration = PipelineConfiguration(inputs: ["in"], output: "out")
    let event = LineageEvent(
      runID: "r1", at: Date(timeIntervalSince1970: 0), end: end(error: error, published: published), configuration)
    let object = try #require(JSONSerialization.jsonObject(with: Data(event.line)) as? [String: Any])
    #expect(object["eventType"] as? String == type)
    #expect((object["inputs"] as? [[String: Any]])?.first?["name"] as? String == "in")
    #expect((object["outputs"] as? [[String: Any]])?.count == outputs)
    #expect(UUID(uuidString: (object["run"] as? [String: Any])?["runId"] as? String ?? "") != nil)
  }

  @Test func endsAreSuccessWarningOrFailure() {
    #expect(end().kind == .success)
    #expect(end(warnings: ["x"]).kind == .warning)
    #expect(end(error: "x").kind == .failure)
  }

  @Test func aHookFindsTheRunInItsEnvironment() throws {
    let folder = try ScratchFolder()
    var hooks = Hooks()
    hooks.onFailure = "printf '%s %s' \"$JUESUAN_RUN_ID\" \"$JUESUAN_RUN_MESSAGE\" > \(folder.path)/seen; exit 3"
    #expect(hooks.run(end(), output: "out") == nil)
    #expect(hooks.run(end(error: "no space"), output: "out") == 3)
    #expect(try String(contentsOfFile: folder.path + "/seen", encoding: .utf8) == "r1 no space")
  }

  @Test func aHookFindsNothingElseInItsEnvironment() throws {
    let folder = try ScratchFolder()
    setenv("JUESUAN_TEST_SECRET", "secret", 1)
    var hooks = Hooks()
    hooks.onFailure = "env > \(folder.path)/seen"
    #expect(hooks.run(end(error: "no space"), output: "out") == nil)
    let lines = try String(contentsOfFile: folder.path + "/seen", encoding: .utf8).split(separator: "\n")
    let names = Set(lines.compactMap { $0.split(separator: "=").first.map(String.init) })
    // The shell itself sets the last three.
    let known = Hooks.inherited + ["PWD", "SHLVL", "_"]
    #expect(names.filter { !$0.hasPrefix("JUESUAN_RUN_") }.isSubset(of: known))
    #expect(names.isSuperset(of: ["PATH", "JUESUAN_RUN_MESSAGE"]))
  }

  @Test func runsTellMetricsLineageAndHooks() async throws {
    let night = try Night()
    try night.write("a.txt", figure: 1)
    let path = night.folder.path
    let watched = { (configuration: inout PipelineConfiguration) in
      configuration.metrics = path + "/juesuan.prom"
      configuration.lineage = path + "/lineage.jsonl"
      configuration.hooks.onSuccess = "echo good >> \(path)/hooks"
      configuration.hooks.onWarning = "echo warning >> \(path)/hooks"
      configuration.hooks.onFailure = "echo bad >> \(path)/hooks"
    }
    _ = try await night.run(watched).execute()
    try night.folder.write("in/empty.txt", "")
    _ = try await night.run(watched).execute()
    _ = try? await night.run {
      watched(&$0)
      $0.noChange = .failure
    }.execute()
    #expect(try String(contentsOfFile: path + "/hooks", encoding: .utf8) == "good\nwarning\nbad\n")
    let lineage = try String(contentsOfFile: path + "/lineage.jsonl", encoding: .utf8)
    #expect(lineage.split(separator: "\n").count == 6)
    #expect(try String(contentsOfFile: path + "/juesuan.prom", encoding: .utf8).contains("exit_code 1.0"))
    let history = RunHistory(output: night.output)
    #expect(history.last?.error != nil)
    #expect(history.lastSuccess?.outcome.exitCode == 1)
    #expect(history.current == history.lastSuccess?.release)
  }

  @Test func theUnitsOfTheRepositoryAreThoseThatSchedulePrints() throws {
    let schedule = try #require(
      Schedule(pipeline: "/etc/juesuan/nightly.yaml", program: "/usr/local/bin/juesuan", at: "03:00"))
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Pipelines/systemd")
    for (name, text) in [("juesuan.service", schedule.service), ("juesuan.timer", schedule.timer)] {
      #expect(try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) == text)
    }
    #expect(schedule.crontab.contains("0 3 * * * "))
  }

  @Test(arguments: ["3", "24:00", "03:60", "a:b", ""])
  func aWrongTimeGivesNoSchedule(time: String) {
    #expect(Schedule(pipeline: "p", program: "juesuan", at: time) == nil)
  }

  @Test func thePipelinesOfTheRepositoryAreValid() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Pipelines").path
    for name in ["nightly.yaml", "archive.yaml"] {
      #expect(try PipelineFile.read("\(folder)/\(name)").partitioning == .yearAndDivision)
    }
  }
}
