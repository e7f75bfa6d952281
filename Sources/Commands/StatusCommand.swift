import ArgumentParser
import FoundationEssentials
import Pipeline

/// `juesuan status`: how the pipeline of an output stands.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Says which release is current, how the last run ended, and what is in quarantine.")

  /// How the status is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// What is said.
  private struct Status: Encodable {
    var current: String?
    var lastRun: String?
    var lastRunEnded: String?
    var lastRunExitCode: Int32?
    var lastRunError: String?
    var lastSuccess: String?
    var lastSuccessEnded: String?
    var documents: [String: Int]?
    var quarantined: Int?

    private enum CodingKeys: String, CodingKey {
      case current
      case lastRun = "last_run"
      case lastRunEnded = "last_run_ended"
      case lastRunExitCode = "last_run_exit_code"
      case lastRunError = "last_run_error"
      case lastSuccess = "last_success"
      case lastSuccessEnded = "last_success_ended"
      case documents, quarantined
    }
  }

  @Argument(help: "The output folder.", completion: .directory)
  var output: String

  @Option(help: "text: one line each; json: one object.")
  var format: Format = .text

  func run() throws {
    let history = RunHistory(output: output)
    let (last, success) = (history.last, history.lastSuccess)
    guard last != nil || history.current != nil else {
      throw RunError(.inputMissing, "There is neither a run nor a release in \(output).")
    }
    let status = Status(
      current: history.current, lastRun: last?.runID, lastRunEnded: last?.finishedAt,
      lastRunExitCode: last?.outcome.exitCode, lastRunError: last?.error, lastSuccess: success?.runID,
      lastSuccessEnded: success?.finishedAt, documents: success?.counts.documents,
      quarantined: try? Quarantine(output: output).entries().count)
    if format == .json {
      StandardOutput.write(json: try prettyJSON(status))
    } else {
      for line in Self.lines(status, last) { StandardOutput.write(line) }
    }
  }

  private static func lines(_ status: Status, _ last: PastRun?) -> [String] {
    var lines = ["current      \(status.current ?? "none")"]
    if let last {
      lines.append(
        "last run     \(last.runID), ended \(last.finishedAt) with \(last.outcome.exitCode) (\(last.outcome.meaning))")
      if let error = last.error { lines.append("             \(error)") }
    }
    if let run = status.lastSuccess, let ended = status.lastSuccessEnded {
      lines.append("last success \(run), ended \(ended)")
    }
    if let documents = status.documents {
      let parts = documents.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      lines.append("documents    \(parts.joined(separator: ", "))")
    }
    if let quarantined = status.quarantined { lines.append("quarantine   \(quarantined) sources") }
    return lines
  }
}
