import Accounts
import FoundationEssentials
import Glibc
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
  /// The program whose command `worker` reads documents, where the configuration asks for processes of their own; nil
  /// to read them in this process all the same.
  public var workerProgram: String?
  /// Where everything is written; tests let it fail.
  var disk: any Disk = POSIXDisk()
  /// How much of what is read into partitions is held in memory before it is written, in bytes.
  var spooledBytes = PartitionedReleaseWriter.defaultSpooledBytes
  /// What results depend on; tests change it.
  var fingerprint: Fingerprint?

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
    let found = try discover(startedAt: started)
    let lock = try OutputLock(output: configuration.output)
    defer { lock.release() }
    let clock = RunClock(runID: RunID.make(at: started, output: configuration.output), started: started)
    let count = try found.files.count()
    logger.info("run started", metadata: ["run": "\(clock.runID)", "files": "\(count)"])
    tellStart(clock)
    let log = try openLog(clock)
    let outcome: Result<EndedRun, any Error>
    do { outcome = .success(try await run(found, clock, log)) } catch { outcome = .failure(error) }
    return try end(outcome, log, clock)
  }

  /// Writes down how a run ended, and tells it.
  private func end(_ outcome: Result<EndedRun, any Error>, _ log: RunLog, _ clock: RunClock) throws -> RunResult {
    do {
      let (result, record, warnings) = try outcome.get()
      try finish(log, record, clock)
      tell(clock.end(result, warnings: warnings))
      return result
    } catch {
      conclude(log, error, clock)
      throw error
    }
  }

  /// Finds the files, and writes down that there is nothing to read.
  private func discover(startedAt started: Date) throws(RunError) -> DiscoveredInputs {
    do {
      return try InputDiscovery.discover(configuration.inputs, mayBeEmpty: configuration.noInput != .failure)
    } catch {
      // The output of a first run is not made for nothing.
      if access(configuration.output, F_OK) == 0 { try record(error, started: started) }
      throw error
    }
  }

  private func run(_ found: DiscoveredInputs, _ clock: RunClock, _ log: RunLog) async throws -> EndedRun {
    if try found.isEmpty() { return try idle(clock) }
    switch configuration.partitioning {
    case .none: return try await publishWhole(found, clock)
    case .yearAndDivision: return try await publishPartitions(found, clock, log)
    }
  }

  /// Ends a run that found no file: what is published stays, whatever it holds.
  private func idle(_ clock: RunClock) throws(RunError) -> EndedRun {
    let isWarning = configuration.noInput == .warning
    logger.log(level: isWarning ? .warning : .notice, "there is no file to read")
    let current = try writing { () throws(DiskError) in
      try ReleaseHistory(output: configuration.output, disk: disk).current()
    }
    var record = clock.record(configuration, .success, RunCounts(), StageTimings())
    record.release = current
    let result = RunResult(
      runID: clock.runID, release: current.map { "\(configuration.output)/releases/\($0)" } ?? "", isPublished: false,
      counts: RunCounts(), quarantined: [], status: .success)
    return (result, record, isWarning ? ["there is no file to read"] : [])
  }

  /// Reads everything into a release of whole datasets.
  private func publishWhole(_ found: DiscoveredInputs, _ clock: RunClock) async throws -> EndedRun {
    for failure in found.failures { report(failure) }
    let writer = try writing { () throws(DiskError) in
      try ReleaseWriter(output: configuration.output, runID: clock.runID, disk: disk)
    }
    do {
      let tally = try await read(found, into: writer)
      try Task.checkCancellation()
      try pass(configuration.gates.failures(of: tally.measures, last: nil, changedValues: 0))
      let status: ExitStatus = tally.quarantined.isEmpty ? .success : .quarantined
      var record = record(of: tally, clock, status)
      let bytes = try record.json()
      try writing { () throws(DiskError) in try writer.publish(runRecord: bytes) }
      logger.info("release published", metadata: ["run": "\(clock.runID)", "release": "\(writer.layout.release)"])
      try retain(keeping: [])
      // The record in the release lists the inputs.
      (record.inputs, record.release) = (nil, clock.runID)
      let result = RunResult(
        runID: clock.runID, release: writer.layout.release, counts: tally.counts, quarantined: tally.quarantined,
        status: status)
      return (result, record, tally.stale.map { "decision about \($0.document) \($0.key) is stale" })
    } catch {
      // What cannot be removed now is removed by the next run.
      try? writer.abandon()
      throw error
    }
  }

  /// Goes on where all gates are passed.
  ///
  /// - Throws: a `RunError` that names the others.
  func pass(_ failures: [GateFailure]) throws(RunError) {
    if failures.isEmpty { return }
    for failure in failures {
      logger.error("gate failed", metadata: ["gate": "\(failure.gate)", "message": "\(failure.message)"])
    }
    let list = failures.map { "\($0.gate): \($0.message)" }.joined(separator: "; ")
    throw RunError(.quarantined, "Nothing was published, since gates failed: \(list).")
  }

  /// Removes releases that the configuration does not keep.
  func retain(keeping kept: Set<String>) throws(RunError) {
    guard let count = configuration.releasesKept else { return }
    let removed = try writing { () throws(DiskError) in
      try ReleaseHistory(output: configuration.output, disk: disk).retain(count, keeping: kept)
    }
    if !removed.isEmpty {
      logger.info("old releases removed", metadata: ["releases": "\(removed.joined(separator: ", "))"])
    }
  }

  private func read(_ found: DiscoveredInputs, into writer: ReleaseWriter) async throws -> RunTally {
    var processor = SourceProcessor(stages: StageRunner(maxFileBytes: configuration.maxFileBytes))
    processor.book = try configuration.decisions.map(DecisionFile.read) ?? DecisionBook()
    let reader = SourceReader(processor, configuration, program: workerProgram)
    let fanOut = OrderedFanOut(jobs: configuration.jobs, lookAhead: 4 * configuration.jobs)
    let files = try found.files.all()
    var tally = RunTally(files: files.count, failures: found.failures)
    var done = 0
    try await reader.whileReading {
      try await fanOut.run(files, work: reader.process) { [duplicates = processor.duplicates] source in
        if let sha256 = source.sha256, let first = duplicates?.first(sha256), first != source.index {
          tally.addDuplicate(source)
        } else {
          tally.add(source)
          try add(source, to: writer)
        }
        done += 1
        progress(done, files.count)
      }
    }
    return tally
  }

  /// Says what is to be said of a source, and writes its documents.
  private func add(_ source: ProcessedSource, to writer: ReleaseWriter) throws(RunError) {
    for decision in source.stale { report(decision) }
    if let failure = source.failure { report(failure) }
    for document in source.documents {
      if let entry = document.quarantine { report(entry, isSetAside: document.isSetAside) }
      try writing { () throws(DiskError) in try writer.append(document.rendering) }
    }
  }

  private func report(_ failure: StageFailure) {
    logger.error(
      "quarantined",
      metadata: [
        "file": "\(failure.document)", "stage": "\(failure.stage.rawValue)", "reason": "\(failure.reason)",
        "message": "\(failure.message)",
      ])
  }

  /// Says that a reviewer's decision was not applied.
  func report(_ decision: StaleDecision) {
    logger.warning(
      "decision is stale",
      metadata: [
        "document": "\(decision.document)", "key": "\(decision.key)", "message": "\(decision.message)",
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
  func writing<Result>(_ body: () throws(DiskError) -> Result) throws(RunError) -> Result {
    do {
      return try body()
    } catch {
      throw RunError(.inputOutput, "The release cannot be written: \(error).")
    }
  }

  private func record(of tally: RunTally, _ clock: RunClock, _ status: ExitStatus) -> RunRecord {
    var record = clock.record(configuration, status, tally.counts, tally.timings)
    record.inputs = tally.inputs
    record.quarantined = tally.quarantined
    record.setAside = tally.setAside
    if configuration.decisions != nil { record.staleDecisions = tally.stale }
    return record
  }
}
