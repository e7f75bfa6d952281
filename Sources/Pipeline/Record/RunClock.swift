import FoundationEssentials

/// When a run started and what it is called.
struct RunClock {
  var runID: String
  var started: Date
  private let start = ContinuousClock.now

  init(runID: String, started: Date) {
    self.runID = runID
    self.started = started
  }

  /// How the run ended, now.
  func end(_ result: RunResult, warnings: [String]) -> RunEnd {
    var warnings = warnings
    if !result.quarantined.isEmpty { warnings.append("\(result.quarantined.count) quarantined") }
    return RunEnd(
      runID: runID, started: started, finished: Date(), status: result.status, release: result.release,
      isPublished: result.isPublished, warnings: warnings, counts: result.counts)
  }

  /// How the run failed, now.
  func end(_ error: any Error) -> RunEnd {
    RunEnd(
      runID: runID, started: started, finished: Date(), status: (error as? RunError)?.status ?? .interrupted,
      isPublished: false, error: (error as? RunError)?.message ?? "The run was stopped.", warnings: [],
      counts: RunCounts())
  }

  /// The record of the run as it ends now.
  func record(
    _ configuration: PipelineConfiguration, _ status: ExitStatus, _ counts: RunCounts, _ timings: StageTimings
  ) -> RunRecord {
    RunRecord(
      runID: runID,
      started: started.formatted(.iso8601),
      finished: Date().formatted(.iso8601),
      outcome: RunRecord.Outcome(exitCode: status.rawValue, meaning: status.meaning),
      configuration: RunRecord.Settings(
        inputs: configuration.inputs, output: configuration.output, jobs: configuration.jobs,
        maxFileBytes: configuration.maxFileBytes,
        partition: configuration.partitioning == .none ? nil : configuration.partitioning.rawValue),
      counts: counts,
      quarantined: [],
      setAside: [],
      timings: RunRecord.Timings(
        extract: timings.extract.seconds, clean: timings.clean.seconds, transform: timings.transform.seconds,
        render: timings.render.seconds, total: (ContinuousClock.now - start).seconds))
  }
}
