import ArgumentParser
import Check
import Pipeline

/// `juesuan check`: replays a release.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Replays a release: hashes, schemas, counts, values, proofs and, with --input, the sources.",
    discussion: """
      Ends with exit code 65 where something does not hold, and prints the rows. It shares no code with the stages that \
      made the release. It demands that:
      \(CheckRule.allCases.map { "  \($0.rawValue): \($0.explanation)" }.joined(separator: "\n"))
      """)

  /// As many rows as fit on a few screens.
  private static let rowsShown = 100

  @Argument(help: "A release, or the output folder whose current release is meant.", completion: .directory)
  var release: String

  @Option(
    name: .customLong("input"),
    help: ArgumentHelp(
      "A folder or file that the release was made from; may be repeated. Checks the sources too.", valueName: "path"),
    completion: .directory)
  var inputs: [String] = []

  @Flag(name: .customLong("all"), help: "Print all rows that do not hold, not only the first \(rowsShown).")
  var printsAll = false

  func run() throws {
    let folder = try ReleaseFolder.resolve(release)
    let report: CheckReport
    do {
      report = try ReleaseCheck(release: folder, inputs: inputs, failures: printsAll ? .max : Self.rowsShown).run()
    } catch {
      throw RunError(.inputOutput, "\(error)")
    }
    for failure in report.failures { StandardOutput.write("\(failure)") }
    let applied = report.applied.values.reduce(0, +)
    guard !report.holds else {
      StandardOutput.write("All holds: \(report.documents) documents, \(applied) checks.")
      return
    }
    if report.failures.count < report.failureCount {
      StandardOutput.write("... and \(report.failureCount - report.failures.count) more; --all prints them.")
    }
    let rows = report.failureCount == 1 ? "1 row does" : "\(report.failureCount) rows do"
    throw RunError(
      .datasetCheckFailed, "\(rows) not hold, of \(report.documents) documents and \(applied) checks.")
  }
}
