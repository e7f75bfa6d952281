import FoundationEssentials

/// The text file that Prometheus' node exporter collects: how the last run ended.
struct MetricsFile {
  private var lines: [String] = []

  /// The metrics of a run.
  ///
  /// - Parameter lastSuccess: when the last run ended that did not fail; nil where none did.
  init(_ end: RunEnd, lastSuccess: Date?) {
    gauge("juesuan_last_run_timestamp_seconds", "When the last run ended.", end.finished.timeIntervalSince1970)
    if let lastSuccess {
      gauge(
        "juesuan_last_success_timestamp_seconds", "When the last run ended that did not fail.",
        lastSuccess.timeIntervalSince1970)
    }
    gauge("juesuan_last_run_exit_code", "Exit code of the last run.", Double(end.status.rawValue))
    gauge(
      "juesuan_last_run_duration_seconds", "How long the last run took.",
      end.finished.timeIntervalSince(end.started))
    gauge("juesuan_last_run_published", "Whether the last run published a release.", end.isPublished ? 1 : 0)
    guard end.error == nil else { return }
    gauges("juesuan_documents", "Documents of the release.", "outcome", end.counts.documents)
    gauges("juesuan_amounts", "Amounts of the release.", "status", end.counts.amounts)
    gauges("juesuan_findings", "Findings of the release.", "severity", end.counts.findings)
  }

  /// The bytes of the file.
  var bytes: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

  private mutating func head(_ name: String, _ help: String) {
    lines += ["# HELP \(name) \(help)", "# TYPE \(name) gauge"]
  }

  private mutating func gauge(_ name: String, _ help: String, _ value: Double) {
    head(name, help)
    lines.append("\(name) \(value)")
  }

  private mutating func gauges(_ name: String, _ help: String, _ label: String, _ values: [String: Int]) {
    head(name, help)
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      lines.append("\(name){\(label)=\"\(key)\"} \(value)")
    }
  }
}
