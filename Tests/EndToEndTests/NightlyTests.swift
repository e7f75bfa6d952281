import Foundation
import Synthesis
import Testing

/// A partitioned pipeline as a timer runs it: the real binary, again and again.
@Suite struct NightlyTests {
  let folder: ScratchFolder
  private var output: String { folder.path + "/out" }

  init() throws {
    folder = try ScratchFolder()
    for seed in 1...6 { try write(seed) }
    try folder.write("p.yaml", Self.pipeline(output: "out"))
  }

  private static func pipeline(output: String, _ more: String = "") -> String {
    "inputs: in\noutput: \(output)\npartition: fiscal_year/division_code\n\(more)"
  }

  private func write(_ number: Int, seed: Int? = nil) throws {
    let bytes = Renderer.render(SyntheticDisclosure(seed: UInt64(seed ?? number)), as: .tabs)
    let file = try folder.write("in/\(number).txt", bytes: bytes)
    let past = Date(timeIntervalSince1970: Double(1_700_000_000 + (seed ?? number)))
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: file)
  }

  private func run(_ arguments: String...) throws -> Program.Result { try Program.run(arguments, in: folder.path) }

  private func files(_ output: String = "out") throws -> [String: Data] {
    try PublishedRelease(output: folder.path + "/" + output).files().filter { name, _ in
      [".csv", ".json", ".jsonl"].contains { name.hasSuffix($0) }
    }
  }

  @Test func aKilledNightIsOldOrNewAndItsRerunGivesTheSameBytes() throws {
    #expect(try run("run", "p.yaml").status == 0)
    let old = try files()
    try FileManager.default.moveItem(atPath: output, toPath: folder.path + "/before")
    try write(2, seed: 102)
    try write(7)
    try folder.write("q.yaml", Self.pipeline(output: "undisturbed"))
    let start = Date()
    #expect(try run("run", "q.yaml").status == 0)
    let length = Date().timeIntervalSince(start)
    let new = try files("undisturbed")
    for point in 0..<8 {
      try? FileManager.default.removeItem(atPath: output)
      try FileManager.default.copyItem(atPath: folder.path + "/before", toPath: output)
      let night = try Program.start(["run", "p.yaml"], in: folder.path)
      usleep(UInt32(length * Double(point) / 10 * 1_000_000))
      kill(night.process.processIdentifier, SIGKILL)
      _ = night.finish()
      let seen = try files()
      #expect(seen == old || seen == new, "point \(point)")
      #expect(try run("run", "p.yaml").status == 0)
      #expect(try files() == new, "point \(point)")
    }
  }

  @Test func neitherJobsNorPlaceNorProcessesOfTheirOwnChangeAByte() throws {
    #expect(try run("run", "p.yaml", "--jobs", "1").status == 0)
    let expected = try files()
    try folder.write("q.yaml", Self.pipeline(output: "other", "isolation: none\n"))
    let place = ["LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns"]
    #expect(try Program.run(["run", "q.yaml", "--jobs", "3"], in: folder.path, environment: place).status == 0)
    #expect(try files("other") == expected)
  }

  @Test func theOrderOfInputsChangesNoByte() throws {
    let names = (1...6).map { "in/\($0).txt" }
    for (output, inputs) in [("one", names), ("two", names.reversed())] {
      try folder.write(
        "q.yaml",
        "inputs: [\(inputs.joined(separator: ", "))]\noutput: \(output)\n"
          + "partition: fiscal_year/division_code\n")
      #expect(try run("run", "q.yaml").status == 0)
    }
    #expect(try files("one") == files("two"))
  }

  @Test(arguments: [("seconds_per_document: 1", "time-limit"), ("memory_per_document: 200000000", "memory-limit")])
  func aDocumentThatTakesTooMuchIsCutOff(limit: String, reason: String) throws {
    let page = String(decoding: Renderer.render(SyntheticDisclosure(seed: 9), as: .tabs), as: UTF8.self)
    try folder.write("in/long.txt", String(repeating: page, count: 400))
    try folder.write("q.yaml", Self.pipeline(output: "out", "limits: {\(limit)}\n"))
    let result = try run("run", "q.yaml")
    #expect(result.status == 1)
    let list = try run("quarantine", "list", "out").output
    #expect(list.contains("long.txt\t") && list.contains("\t\(reason)\t"))
    #expect(try files().isEmpty == false)
  }

  @Test func aPlanSaysWhyAndWritesNothing() throws {
    #expect(try run("run", "p.yaml").status == 0)
    try write(2, seed: 102)
    try write(7)
    try FileManager.default.removeItem(atPath: folder.path + "/in/1.txt")
    let before = try FileManager.default.subpathsOfDirectory(atPath: output).sorted()
    let plan = try run("plan", "p.yaml").output
    #expect(plan.contains("changed\t2.txt\t"))
    #expect(plan.contains("new\t7.txt\tno run has seen it"))
    #expect(plan.contains("withdrawn\t1.txt\tit is gone"))
    #expect(plan.contains("4 unchanged"))
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: output).sorted().filter { !$0.hasPrefix("state.sqlite-") }
        == before.filter { !$0.hasPrefix("state.sqlite-") })
  }

  @Test func rollbackGoesToTheReleaseBefore() throws {
    #expect(try run("run", "p.yaml").status == 0)
    let first = try files()
    try write(7)
    #expect(try run("run", "p.yaml").status == 0)
    #expect(try files() != first)
    #expect(try run("rollback", "out").status == 0)
    #expect(try files() == first)
    #expect(try run("rollback", "out").status == 66)
  }

  @Test func diffTellsWhatTheSourceChanged() throws {
    #expect(try run("run", "p.yaml").status == 0)
    try write(7)
    #expect(try run("run", "p.yaml").status == 0)
    let releases = try FileManager.default.contentsOfDirectory(atPath: output + "/releases").sorted()
    let result = try run("diff", "out/releases/\(releases[0])", "out")
    #expect(result.status == 0)
    #expect(result.output.contains("by program   0\n"))
    #expect(result.output.contains("disappeared  0"))
    #expect(!result.output.contains("appeared     0\n"))
  }

  @Test func selectionsNeedPartitions() throws {
    #expect(try run("run", "--input", "in", "--output", "out", "--select", "1.txt").status == 64)
  }

  @Test func statusAndFreshnessFollowTheRuns() throws {
    #expect(try run("status", "out").status == 66)
    #expect(try run("freshness", "out", "--max-age", "1h").status == 1)
    #expect(try run("run", "p.yaml").status == 0)
    #expect(try run("freshness", "out", "--max-age", "1h").status == 0)
    #expect(try run("freshness", "out", "--max-age", "0s").status == 1)
    let status = try run("status", "out")
    #expect(status.output.contains("with 0 (ok)"))
    let json = try JSONSerialization.jsonObject(with: Data(try run("status", "out", "--format", "json").output.utf8))
    #expect((json as? [String: Any])?["last_run_exit_code"] as? Int == 0)
  }

  @Test func theSecondRunSaysWhoHoldsTheLock() throws {
    for number in 10..<40 { try write(number) }
    let first = try Program.start(["run", "p.yaml"], in: folder.path)
    while !first.errors.contains("run started"), first.process.isRunning { usleep(500) }
    let second = try run("run", "p.yaml")
    #expect(second.status == 75)
    #expect(second.errors.contains("process \(first.process.processIdentifier) on "))
    #expect(first.finish().status == 0)
  }

  @Test func aRunWithoutInputIsRecorded() throws {
    #expect(try run("run", "p.yaml").status == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/in")
    #expect(try run("run", "p.yaml").status == 66)
    #expect(try run("status", "out").output.contains("with 66 (input missing)"))
  }

  @Test func explainReadsPartitions() throws {
    #expect(try run("run", "p.yaml").status == 0)
    let provenance = try files().filter { name, _ in name.hasPrefix("provenance/") }
    let text = String(decoding: try #require(provenance.values.first), as: UTF8.self)
    let line = Data(try #require(text.split(separator: "\n").first).utf8)
    let object = try #require(JSONSerialization.jsonObject(with: line) as? [String: Any])
    let (id, key) = (object["document_id"] as? String ?? "", object["key"] as? String ?? "")
    let story = try run("explain", "out", "--document", id, "--key", key)
    #expect(story.status == 0)
    #expect(story.output.hasPrefix(key))
    let wrong = try run("explain", "out", "--document", id, "--key", key + "x")
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains(key))
  }
}
