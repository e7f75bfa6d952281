import FoundationEssentials
import Load

/// What a run that did not fail hands on: its result, its record, and what it warned of.
typealias EndedRun = (result: RunResult, record: RunRecord, warnings: [String])

/// How runs are written down, `OUTPUT/runs/<run id>.jsonl` and `.json`, however they end.
extension PipelineRun {
  /// Opens the log of a run.
  func openLog(_ clock: RunClock) throws(RunError) -> RunLog {
    try writing { () throws(DiskError) in
      let log = try RunLog(output: configuration.output, runID: clock.runID, disk: disk)
      try log.add(RunEvent("started"))
      return log
    }
  }

  /// Ends the log, and writes the record beside it.
  func finish(_ log: RunLog, _ record: RunRecord, _ clock: RunClock) throws {
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

  /// Writes down that a run failed, and tells it.
  func conclude(_ log: RunLog, _ error: any Error, _ clock: RunClock) {
    let end = clock.end(error)
    var record = clock.record(configuration, end.status, RunCounts(), StageTimings())
    record.error = end.error
    // The failure counts, not that it could not be written down.
    try? finish(log, record, clock)
    tell(end)
  }

  /// Writes down a run that failed before it could begin.
  func record(_ error: RunError, started: Date) throws(RunError) {
    let lock = try OutputLock(output: configuration.output)
    defer { lock.release() }
    let clock = RunClock(runID: RunID.make(at: started, output: configuration.output), started: started)
    conclude(try openLog(clock), error, clock)
  }
}
