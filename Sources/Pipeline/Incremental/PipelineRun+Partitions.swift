import FoundationEssentials

/// Runs of partitioned pipelines.
extension PipelineRun {
  /// Reads what is new or changed into a release of partitions.
  func publishPartitions(_ found: DiscoveredInputs, _ clock: RunClock, _ log: RunLog) async throws -> EndedRun {
    let run = try IncrementalRun(self, runID: clock.runID, disk: disk, log: log)
    let outcome = try await run.execute(found, startedAt: clock.started) { try self.record(of: $0, clock).json() }
    if outcome.isPublished { logger.info("release published", metadata: ["run": "\(clock.runID)"]) }
    try retain(keeping: Set([outcome.release].compactMap { $0 }))
    var record = self.record(of: outcome, clock)
    record.release = outcome.release
    let result = RunResult(
      runID: clock.runID, release: "\(configuration.output)/releases/\(outcome.release ?? "")",
      isPublished: outcome.isPublished, counts: outcome.counts, quarantined: outcome.quarantined,
      status: Self.status(of: outcome))
    return (result, record, warnings(of: outcome))
  }

  private static func status(of outcome: IncrementalRun.Outcome) -> ExitStatus {
    outcome.quarantined.isEmpty ? .success : .quarantined
  }

  private func warnings(of outcome: IncrementalRun.Outcome) -> [String] {
    let idle = !outcome.isPublished && configuration.noChange == .warning ? ["nothing has changed"] : []
    return idle + outcome.staleDecisions.map { "decision about \($0.document) \($0.key) is stale" }
  }

  private func record(of outcome: IncrementalRun.Outcome, _ clock: RunClock) -> RunRecord {
    var record = clock.record(configuration, Self.status(of: outcome), outcome.counts, outcome.timings)
    record.quarantined = outcome.quarantined
    record.setAside = outcome.setAside
    if configuration.decisions != nil { record.staleDecisions = outcome.staleDecisions }
    return record
  }
}
