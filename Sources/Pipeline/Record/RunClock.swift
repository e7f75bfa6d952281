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
