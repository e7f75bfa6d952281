import Foundation

/// A night over a small archive that can be repeated from the same state, and killed.
struct KilledNight {
  /// Seconds that it takes where nothing disturbs it.
  let seconds: Double
  private let binary: URL
  private let archive: OperationsArchive
  /// A copy of the output before the night.
  private let before: URL
  /// The files of the release before the night, and of that which an undisturbed night publishes.
  private let old, new: [String: Data]

  init(binary: URL, scratch: URL) throws {
    self.binary = binary
    archive = try OperationsArchive(scratch.appendingPathComponent("killed"), documents: 40, copies: 4)
    before = archive.folder.appendingPathComponent("before")
    _ = try Self.run(binary, archive)
    try FileManager.default.moveItem(at: archive.output, to: before)
    try archive.change(20, spread: true, mark: "second")
    old = try Self.files(before)
    // The first run after a build may wait for the disk: the second tells how long one takes.
    var seconds = 0.0
    for _ in 0..<2 {
      try Self.copy(before, to: archive.output)
      seconds = try Self.run(binary, archive).seconds
    }
    self.seconds = seconds
    new = try Self.files(archive.output)
  }

  /// Runs the night, kills it, and runs it again.
  func kill(after delay: Double) throws -> KilledRun {
    try Self.copy(before, to: archive.output)
    let killed = try MeasuredProcess.run(binary, Self.arguments(archive), killAfter: delay)
    let seen = try Self.files(archive.output)
    var failures: [String] = []
    if seen != old, seen != new { failures.append("a mixed release") }
    let phase = try phase(of: killed, showsNew: seen == new)
    _ = try Self.run(binary, archive)
    if try Self.files(archive.output) != new { failures.append("the next run gives other bytes") }
    let left = try FileManager.default.contentsOfDirectory(atPath: archive.output.path)
      .filter { $0.hasPrefix(".") && $0 != ".lock" }
    if !left.isEmpty { failures.append("the next run leaves \(left.joined(separator: ", "))") }
    return KilledRun(phase: phase, showsNew: seen == new, failures: failures)
  }

  /// How far a run had come, by what stands in its output.
  private func phase(of run: MeasuredProcess, showsNew: Bool) throws -> KillPhase {
    if run.status != -SIGKILL { return .ended }
    if showsNew { return .committing }
    let files = FileManager.default
    let releases = try files.contentsOfDirectory(atPath: archive.output.appendingPathComponent("releases").path)
    if releases.count > 1 { return .publishing }
    let names = try files.contentsOfDirectory(atPath: archive.output.path)
    guard let staging = names.first(where: { $0.hasPrefix(".staging-") && !$0.hasSuffix("-spool") }) else {
      return .starting
    }
    let staged = try files.contentsOfDirectory(atPath: archive.output.appendingPathComponent(staging).path)
    return staged.isEmpty ? .reading : staged.contains("datapackage.json") ? .publishing : .writing
  }

  private static func arguments(_ archive: OperationsArchive) -> [String] {
    ["run", archive.pipeline.path, "--log-level", "critical"]
  }

  /// A run that nothing disturbs.
  private static func run(_ binary: URL, _ archive: OperationsArchive) throws -> MeasuredProcess {
    let process = try MeasuredProcess.run(binary, arguments(archive))
    guard process.status == 0 else {
      throw BenchmarkFailure("a run that nothing disturbs ended with \(process.status)")
    }
    return process
  }

  private static func copy(_ folder: URL, to target: URL) throws {
    if FileManager.default.fileExists(atPath: target.path) { try FileManager.default.removeItem(at: target) }
    try FileManager.default.copyItem(at: folder, to: target)
  }

  /// The files of the current release, but for the run record.
  private static func files(_ output: URL) throws -> [String: Data] {
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
