import Foundation

/// Kills the real program at many points of a night: readers see the old release or the new one, and the next run gives
/// the bytes of a run that nothing has disturbed.
struct KillTest {
  let binary: URL
  let scratch: URL
  let points: Int

  /// Prints what was seen, and returns what does not hold.
  func run() throws -> [String] {
    let archive = try OperationsArchive(scratch.appendingPathComponent("killed"), documents: 100)
    let pipeline = ["run", archive.pipeline.path, "--log-level", "critical"]
    try expectSuccess(MeasuredProcess.run(binary, pipeline))
    let before = archive.folder.appendingPathComponent("before")
    try FileManager.default.moveItem(at: archive.output, to: before)
    try archive.change(30, spread: true, mark: "second")
    let old = try files(before)
    try copy(before, to: archive.output)
    let undisturbed = try MeasuredProcess.run(binary, pipeline)
    try expectSuccess(undisturbed)
    let new = try files(archive.output)

    var (killed, seenOld, seenNew) = (0, 0, 0)
    var failures: [String] = []
    for point in 0..<points {
      try copy(before, to: archive.output)
      let delay = undisturbed.seconds * 1.1 * Double(point) / Double(points)
      if try MeasuredProcess.run(binary, pipeline, killAfter: delay).status == -SIGKILL { killed += 1 }
      let seen = try files(archive.output)
      if seen == old { seenOld += 1 } else if seen == new { seenNew += 1 }
      if seen != old, seen != new { failures.append("killed after \(delay) s: a mixed release") }
      try expectSuccess(MeasuredProcess.run(binary, pipeline))
      if try files(archive.output) != new { failures.append("killed after \(delay) s: the next run gives other bytes") }
    }
    print(
      "\(points) kill points, \(killed) before the end: \(seenOld) times the old release, \(seenNew) times the new one")
    if killed < points * 8 / 10 { failures.append("only \(killed) of \(points) runs were killed before their end") }
    return failures
  }

  private func expectSuccess(_ process: MeasuredProcess) throws {
    guard process.status == 0 else {
      throw BenchmarkFailure("a run that nothing disturbs ended with \(process.status)")
    }
  }

  private func copy(_ folder: URL, to target: URL) throws {
    if FileManager.default.fileExists(atPath: target.path) { try FileManager.default.removeItem(at: target) }
    try FileManager.default.copyItem(at: folder, to: target)
  }

  /// The files of the current release, but for the run record.
  private func files(_ output: URL) throws -> [String: Data] {
    let release = output.appendingPathComponent("current").resolvingSymlinksInPath()
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: release.path) where name != "run.json" {
      let file = release.appendingPathComponent(name)
      if name.hasSuffix(".csv") || name.hasSuffix(".jsonl") || name.hasSuffix(".json") {
        files[name] = try Data(contentsOf: file)
      }
    }
    return files
  }
}
