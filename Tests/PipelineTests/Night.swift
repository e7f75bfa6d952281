import Foundation
import Load
import Logging
import Testing

@testable import Pipeline

/// A partitioned pipeline over a few small sources, for tests of what one run hands to the next.
struct Night {
  let folder: ScratchFolder
  var output: String { folder.path + "/out" }

  /// Makes an empty pipeline, in memory where it can be: no test looks at how long a disk takes.
  init() throws {
    folder = try ScratchFolder(inMemory: true)
  }

  /// Writes a small source of a unit in a division; the figure makes its bytes its own.
  func write(_ name: String, year: Int = 2023, district: String = "江汉区", figure: Int = 100) throws {
    try folder.write(
      "in/" + name,
      """
      武汉市\(district)水网调度局\(year)年度部门决算
      公开08表
      国有资本经营预算财政拨款支出决算表
      部门：武汉市\(district)水网调度局\t金额单位：万元
      科目编码\t科目名称\t合计\t基本支出\t项目支出
      合计\t\t\(figure).00\t\(figure).00\t0.00
      223\t国有资本经营预算支出\t\(figure).00\t\(figure).00\t0.00
      """)
    // Older than the clock's tick, so that size and time can be believed.
    let past = Date(timeIntervalSince1970: Double(1_700_000_000 + (year - 2023) * 1_000 + figure))
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: folder.path + "/in/" + name)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder.path + "/in/" + name) }

  /// A run of this pipeline.
  func run(
    program: String = "one", disk: any Disk = POSIXDisk(), output: String? = nil,
    _ change: (inout PipelineConfiguration) -> Void = { _ in }
  ) -> PipelineRun {
    var configuration = PipelineConfiguration(
      inputs: [folder.path + "/in"], output: output ?? self.output, jobs: 2, partitioning: .yearAndDivision)
    change(&configuration)
    var run = PipelineRun(
      configuration: configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    run.disk = disk
    run.fingerprint = Fingerprint(version: "1", program: program, configuration: "", reference: "")
    return run
  }

  /// The files that `current` shows, but for the run record.
  func current(_ output: String? = nil) throws -> [String: Data] {
    let folder = (output ?? self.output) + "/current/"
    var files: [String: Data] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] where name != "run.json" {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: folder + name, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = FileManager.default.contents(atPath: folder + name)
      }
    }
    return files
  }

  /// What a run over the same sources gives that knows nothing of any run before it.
  func afresh() async throws -> [String: Data] {
    let other = folder.path + "/afresh-\(UUID().uuidString)"
    _ = try await run(output: other).execute()
    return try current(other)
  }

  /// The paths of the sources that the last run has read, in order.
  func sourcesRead(by result: RunResult) throws -> [String] {
    let log = try String(contentsOfFile: "\(output)/runs/\(result.runID).jsonl", encoding: .utf8)
    return log.split(separator: "\n").compactMap { line in
      let event = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return event?["event"] as? String == "read" ? event?["path"] as? String : nil
    }
  }
}
