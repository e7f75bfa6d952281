import FoundationEssentials
import Load

/// Whom a run tells that it started and how it ended; none of them can make it fail.
extension PipelineRun {
  /// Tells that the run starts.
  func tellStart(_ clock: RunClock) {
    appendLineage(LineageEvent(runID: clock.runID, at: clock.started, end: nil, configuration))
  }

  /// Tells how the run ended.
  func tell(_ end: RunEnd) {
    appendLineage(LineageEvent(runID: end.runID, at: end.finished, end: end, configuration))
    if let path = configuration.metrics {
      let lastSuccess =
        end.error == nil ? end.finished : RunHistory(output: configuration.output).lastSuccess?.finished
      replace(path, with: MetricsFile(end, lastSuccess: lastSuccess).bytes)
    }
    if let code = configuration.hooks.run(end, output: configuration.output) {
      logger.error("hook failed", metadata: ["kind": "\(end.kind.rawValue)", "code": "\(code)"])
    }
  }

  private func appendLineage(_ event: LineageEvent) {
    guard let path = configuration.lineage else { return }
    attempt(path) { () throws(DiskError) in
      let file = try disk.kind(of: path) == .absent ? disk.create(path) : disk.append(path)
      defer { try? disk.close(file) }
      try disk.write(all: event.line, to: file)
    }
  }

  /// Replaces a file in one step, since others read it at any time.
  private func replace(_ path: String, with bytes: [UInt8]) {
    let next = path + ".next"
    attempt(path) { () throws(DiskError) in
      if try disk.kind(of: next) != .absent { try disk.remove(next) }
      try disk.writeFile(next, bytes)
      try disk.rename(next, to: path)
    }
  }

  private func attempt(_ path: String, _ body: () throws(DiskError) -> Void) {
    do {
      try body()
    } catch {
      logger.error("a notice cannot be written", metadata: ["file": "\(path)", "message": "\(error)"])
    }
  }
}
