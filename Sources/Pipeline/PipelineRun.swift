import Accounts
import FoundationEssentials
import Load
import Logging

/// One run: from the inputs of a configuration to a published release.
public struct PipelineRun: Sendable {
  /// What to read and where to write.
  public var configuration: PipelineConfiguration
  /// Where the run says what it does.
  public var logger: Logger
  /// Called after each file with the number of files done and of all files.
  public var progress: @Sendable (Int, Int) -> Void

  /// Makes a run.
  public init(
    configuration: PipelineConfiguration, logger: Logger,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) {
    self.configuration = configuration
    self.logger = logger
    self.progress = progress
  }

  /// Reads all inputs and publishes what they say as one release.
  ///
  /// A document that fails is quarantined and the run goes on. When the task is cancelled nothing is published.
  ///
  /// - Throws: a `RunError`, or `CancellationError`.
  public func execute() async throws -> RunResult {
    let started = Date()
    let clock = ContinuousClock.now
    let found = try InputDiscovery.discover(configuration.inputs)
    let lock = try OutputLock(output: configuration.output)
    defer { lock.release() }
    let runID = RunID.make(at: started, releases: ReleaseLayout(output: configuration.output, runID: "next").releases)
    logger.info("run started", metadata: ["run": "\(runID)", "files": "\(found.files.count)"])
    for failure in found.failures { report(failure) }

    let writer = try writing { () throws(DiskError) in
      try ReleaseWriter(output: configuration.output, runID: runID)
    }
    do {
      let tally = try await read(found, into: writer)
      try Task.checkCancellation()
      let status: ExitStatus = tally.quarantined.isEmpty ? .success : .quarantined
      let record = record(of: tally, runID: runID, started: started, duration: ContinuousClock.now - clock, status)
      let bytes = try record.json()
      try writing { () throws(DiskError) in try writer.publish(runRecord: bytes) }
      logger.info("release published", metadata: ["run": "\(runID)", "release": "\(writer.layout.release)"])
      return RunResult(
        runID: runID, release: writer.layout.release, counts: tally.counts, quarantined: tally.quarantined,
        status: status)
    } catch {
      // What cannot be removed now is removed by the next run.
      try? writer.abandon()
      throw error
    }
  }

  private func read(_ found: DiscoveredInputs, into writer: ReleaseWriter) async throws -> RunTally {
    let processor = SourceProcessor(stages: StageRunner(maxFileBytes: configuration.maxFileBytes))
    let fanOut = OrderedFanOut(jobs: configuration.jobs, lookAhead: 4 * configuration.jobs)
    var tally = RunTally(found)
    var done = 0
    try await fanOut.run(found.files, work: processor.process) { source in
      if let sha256 = source.sha256, processor.duplicates.first(sha256) != source.index {
        tally.addDuplicate(source)
      } else {
        tally.add(source)
        if let failure = source.failure { report(failure) }
        for document in source.documents {
          if let entry = document.quarantine { report(entry, isSetAside: document.isSetAside) }
          try writing { () throws(DiskError) in try writer.append(document.rendering) }
        }
      }
      done += 1
      progress(done, found.files.count)
    }
    return tally
  }

  private func report(_ failure: StageFailure) {
    logger.error(
      "quarantined",
      metadata: [
        "file": "\(failure.document)", "stage": "\(failure.stage.rawValue)", "reason": "\(failure.reason)",
        "message": "\(failure.message)",
      ])
  }

  private func report(_ entry: QuarantineEntry, isSetAside: Bool) {
    logger.log(
      level: isSetAside ? .notice : .error, isSetAside ? "set aside" : "quarantined",
      metadata: [
        "file": "\(entry.path)", "stage": "\(entry.stage)", "reason": "\(entry.reason)",
        "message": "\(entry.message)",
      ])
  }

  /// Runs `body`, whose failures are failures to write the release.
  private func writing<Result>(_ body: () throws(DiskError) -> Result) throws(RunError) -> Result {
    do {
      return try body()
    } catch {
      throw RunError(.inputOutput, "The release cannot be written: \(error).")
    }
  }

  private func record(
    of tally: RunTally, runID: String, started: Date, duration: Duration, _ status: ExitStatus
  ) -> RunRecord {
    RunRecord(
      runID: runID,
      started: started.formatted(.iso8601),
      finished: Date().formatted(.iso8601),
      outcome: RunRecord.Outcome(exitCode: status.rawValue, meaning: status.meaning),
      configuration: RunRecord.Settings(
        inputs: configuration.inputs, output: configuration.output, jobs: configuration.jobs,
        maxFileBytes: configuration.maxFileBytes),
      counts: tally.counts,
      inputs: tally.inputs,
      quarantined: tally.quarantined,
      setAside: tally.setAside,
      timings: RunRecord.Timings(
        extract: tally.timings.extract.seconds, clean: tally.timings.clean.seconds,
        transform: tally.timings.transform.seconds, render: tally.timings.render.seconds,
        total: duration.seconds))
  }
}
