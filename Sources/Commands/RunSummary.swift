import Pipeline

/// Says in a few lines where a release is and what is in it.
struct RunSummary {
  private let result: RunResult

  init(_ result: RunResult) {
    self.result = result
  }

  /// The lines, without a line feed at the end.
  var text: String {
    let counts = result.counts
    return [
      result.isPublished
        ? "Release \(result.runID): \(result.release)" : "Nothing has changed: \(result.release) stays current.",
      line("documents", counts.documents, ["complete", "partial", "set_aside", "quarantined"]),
      line("amounts", counts.amounts, ["reported", "aligned", "corrected", "derived", "ambiguous"]),
      line("findings", counts.findings, ["error", "warning", "info"]),
      "  repairs    \(counts.repairs)",
      numbers(counts.numbers),
      files(counts.files),
    ].joined(separator: "\n")
  }

  private func numbers(_ counts: [String: Int]) -> String {
    let parts = ["values", "declared", "unplaced"].map { "\(counts[$0, default: 0]) \($0)" }
    return "  numbers    \(counts["tokens", default: 0]): \(parts.joined(separator: ", "))"
  }

  private func line(_ name: String, _ counts: [String: Int], _ order: [String]) -> String {
    let padded = name + String(repeating: " ", count: max(0, 11 - name.count))
    let parts = order.map { "\(counts[$0, default: 0]) \($0 == "set_aside" ? "set aside" : $0)" }
    return "  \(padded)\(counts.values.reduce(0, +)): \(parts.joined(separator: ", "))"
  }

  private func files(_ files: RunCounts.Files) -> String {
    "  files      \(files.found): \(files.read) read, \(files.duplicates) duplicates, \(files.failed) failed"
  }
}
