import FoundationEssentials
import Load

/// Runs of partitioned pipelines: what surrounds the reading and writing.
extension PipelineRun {
  /// Reads what is new or changed into a release of partitions; logs and records the run however it ends.
  func publishPartitions(_ found: DiscoveredInputs, _ clock: RunClock) async throws -> RunResult {
    let log = try writing { () throws(DiskError) in
      try RunLog(output: configuration.output, runID: clock.runID, disk: disk)
    }
    do {
      try writing { () throws(DiskError) in try log.add(RunEvent("started")) }
      let result = try await publishPartitions(found, clock, log)
      return result
    } catch {
      // The failure counts, not that it could not be written down.
      try? finish(log, failure(of: error, clock), clock)
      throw error
    }
  }

  private func publishPartitions(_ found: DiscoveredInputs, _ clock: RunClock, _ log: RunLog) async throws -> RunResult
  {
    var found = found
    // Sources have one order whatever the order of the inputs.
    found.files.sort { $0.precedes($1.relativePath, root: $1.root) }
    let fingerprint = try self.fingerprint ?? Fingerprint.current(configuration)
    let run = try IncrementalRun(self, runID: clock.runID, disk: disk, log: log, fingerprint: fingerprint)
    let outcome = try await run.execute(found, startedAt: clock.started) { try self.record(of: $0, clock).json() }
    if outcome.isPublished { logger.info("release published", metadata: ["run": "\(clock.runID)"]) }
    try retain(keeping: Set([outcome.release].compactMap { $0 }))
    var record = self.record(of: outcome, clock)
    record.release = outcome.release
    try finish(log, record, clock)
    return RunResult(
      runID: clock.runID, release: "\(configuration.output)/releases/\(outcome.release ?? "")",
      isPublished: outcome.isPublished, counts: outcome.counts, quarantined: outcome.quarantined,
      status: Self.status(of: outcome))
  }

  private static func status(of outcome: IncrementalRun.Outcome) -> ExitStatus {
    outcome.quarantined.isEmpty ? .success : .quarantined
  }

  private func record(of outcome: IncrementalRun.Outcome, _ clock: RunClock) -> RunRecord {
    var record = clock.record(configuration, Self.status(of: outcome), outcome.counts, outcome.timings)
    record.quarantined = outcome.quarantined
    record.setAside = outcome.setAside
    if configuration.decisions != nil { record.staleDecisions = outcome.staleDecisions }
    return record
  }

  private func failure(of error: any Error, _ clock: RunClock) -> RunRecord {
    let status = (error as? RunError)?.status ?? .interrupted
    var record = clock.record(configuration, status, RunCounts(), StageTimings())
    record.error = (error as? RunError)?.message ?? "The run was stopped."
    return record
  }

  /// Ends the log, and writes the record beside it.
  private func finish(_ log: RunLog, _ record: RunRecord, _ clock: RunClock) throws {
    var event = RunEvent("finished")
    event.exitCode = record.outcome.exitCode
    event.message = record.error
    event.release = record.release
    let bytes = try record.json()
    try writing { () throws(DiskError) in
      try log.add(event)
      try log.flush()
      try disk.writeFile("\(RunLog.folder(of: configuration.output))/\(clock.runID).json", bytes)
    }
  }
}
