import ArgumentParser
import FoundationEssentials
import Pipeline

/// `juesuan freshness`: an exit code for monitoring.
struct FreshnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freshness",
    abstract: "Ends with 0 where the last run that did not fail is recent enough, else with 1.",
    discussion: "A run that found nothing to do counts: what is published is then as fresh as its sources.")

  @Argument(help: "The output folder.", completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("How old it may be, such as 26h, 90m or 2d.", valueName: "age"))
  var maxAge: String

  func validate() throws {
    if TimeText.seconds(maxAge) == nil { throw ValidationError("--max-age must be an age such as 26h, 90m or 2d.") }
  }

  func run() throws {
    guard let last = RunHistory(output: output).lastSuccess, let finished = last.finished else {
      throw RunError(.quarantined, "No run in \(output) has ended without failing.")
    }
    let age = Date().timeIntervalSince(finished)
    let text = "\(last.runID) ended \(Int(age / 60)) minutes ago"
    if age > TimeText.seconds(maxAge) ?? 0 {
      throw RunError(.quarantined, "Stale: the last run that did not fail, \(text), more than \(maxAge).")
    }
    StandardOutput.write("Fresh: \(text).")
  }
}
