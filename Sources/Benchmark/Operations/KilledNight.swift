import Foundation

/// A night over a small archive that can be repeated from the same state, and killed.
struct KilledNight {
  /// Seconds that it takes where nothing disturbs it.
  let seconds: Double
  private let binary: URL
  private let archive: OperationsArchive
  /// A copy of the output before the night.
  private let before: URL
  /// What `current` points at before the night.
  private let oldTarget: String
  /// The files of the release before the night, and of that which an undisturbed night publishes.
  private let old, new: [String: Data]
  /// When each phase begins, in seconds since the start.
  private let begins: [KillPhase: Double]

  init(binary: URL, scratch: URL) throws {
    self.binary = binary
    archive = try OperationsArchive(scratch.appendingPathComponent("killed"), documents: 12, copies: 2)
    before = archive.folder.appendingPathComponent("before")
    _ = try Self.run(binary, archive)
    try FileManager.default.moveItem(at: archive.output, to: before)
    try archive.change(5, spread: true, mark: "second")
    old = try Self.files(before)
    oldTarget = Self.target(of: before)
    var begins: [KillPhase: Double] = [:]
    var seconds = 0.0
    // The first run may wait for the disk: the second tells how long one takes.
    for _ in 0..<2 {
      try Self.copy(before, to: archive.output)
      begins = [:]
      let run = try Self.run(binary, archive) { [archive, oldTarget] elapsed in
        let phase = Self.phase(of: archive.output, oldTarget: oldTarget)
        if begins[phase] == nil { begins[phase] = elapsed }
        return false
      }
      seconds = run.seconds
    }
    begins[.ended] = seconds
    self.begins = begins
    self.seconds = seconds
    new = try Self.files(archive.output)
  }

  /// Runs the night, kills it at a place of a phase, from 0, its beginning, to 1, its end, and runs it again.
  func kill(in phase: KillPhase, at place: Double) throws -> KilledRun {
    try Self.copy(before, to: archive.output)
    let wait = length(of: phase) * place
    var begin: Double?
    let killed = try MeasuredProcess.run(binary, Self.arguments(archive)) { elapsed in
      if begin == nil, Self.phase(of: archive.output, oldTarget: oldTarget).rawValue >= phase.rawValue {
        begin = elapsed
      }
      return begin.map { elapsed >= $0 + wait } ?? false
    }
    let isKilled = killed.status == -SIGKILL
    let reached = isKilled ? Self.phase(of: archive.output, oldTarget: oldTarget) : .ended
    let seen = try Self.files(archive.output)
    var failures: [String] = []
    if !isKilled, killed.status != 0 { failures.append("it ended with \(killed.status)") }
    if seen != old, seen != new { failures.append("a mixed release") }
    _ = try Self.run(binary, archive)
    if try Self.files(archive.output) != new { failures.append("the next run gives other bytes") }
    let left = try FileManager.default.contentsOfDirectory(atPath: archive.output.path)
      .filter { $0.hasPrefix(".") && $0 != ".lock" }
    if !left.isEmpty { failures.append("the next run leaves \(left.joined(separator: ", "))") }
    return KilledRun(phase: reached, showsNew: seen == new, failures: failures)
  }

  private func length(of phase: KillPhase) -> Double {
    let begin = begins[phase] ?? 0
    let end = begins.values.filter { $0 > begin }.min() ?? begin
    return end - begin
  }

  /// How far a run has come, by what stands in its output.
  private static func phase(of output: URL, oldTarget: String) -> KillPhase {
    if target(of: output) != oldTarget { return .committing }
    let files = FileManager.default
    let releases = (try? files.contentsOfDirectory(atPath: output.appendingPathComponent("releases").path)) ?? []
    if releases.count > 1 { return .publishing }
    let names = (try? files.contentsOfDirectory(atPath: output.path)) ?? []
    guard let staging = names.first(where: { $0.hasPrefix(".staging-") && !$0.hasSuffix("-spool") }) else {
      return .starting
    }
    let staged = (try? files.contentsOfDirectory(atPath: output.appendingPathComponent(staging).path)) ?? []
    return staged.isEmpty ? .reading : staged.contains("datapackage.json") ? .publishing : .writing
  }

  private static func target(of output: URL) -> String {
    let link = output.appendingPathComponent("current").path
    return (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) ?? ""
  }

  private static func arguments(_ archive: OperationsArchive) -> [String] {
    ["run", archive.pipeline.path, "--log-level", "critical"]
  }

  /// A run that nothing disturbs, but may be watched.
  private static func run(
    _ binary: URL, _ archive: OperationsArchive, killWhen: ((Double) -> Bool)? = nil
  ) throws -> MeasuredProcess {
    let process = try MeasuredProcess.run(binary, arguments(archive), killWhen: killWhen)
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
