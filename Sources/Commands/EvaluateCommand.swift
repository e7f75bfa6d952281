import ArgumentParser
import Evaluation
import Pipeline
import Transform

/// `juesuan evaluate`: compares a release with the truth of generated disclosures.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Reports how accurate a release of generated disclosures is.",
    discussion: """
      Compares every figure with the truth that the generator wrote. A wrong value is silent where its confidence is \
      0.95 or more. A threshold that is missed is named on standard error, and the exit code is 1.
      """)

  @Argument(help: "A release, or the output folder whose current release is meant.", completion: .directory)
  var release: String

  @Option(
    help: ArgumentHelp("The folder that the generator wrote, with the truth in its folder truth.", valueName: "dir"),
    completion: .directory)
  var truth: String

  @Option(help: "text (aligned tables), json or csv (one line for each number).")
  var format: AccuracyReport.Format = .text

  @Option(
    help: ArgumentHelp(
      "List the first N wrong values, the silent ones first, and as many wrong or missing facts.", valueName: "n"))
  var errors = 0

  @Flag(help: "Print the calibration table only, as the documentation holds it (Markdown).")
  var calibration = false

  @OptionGroup(title: "Thresholds") var thresholds: ThresholdOptions

  func validate() throws {
    if errors < 0 { throw ValidationError("--errors must be 0 or more.") }
  }

  func run() throws {
    let directory = try ReleaseFolder.resolve(release)
    let evaluation: Evaluation
    do {
      evaluation = try Evaluation(release: directory, truth: truth)
    } catch {
      throw Self.runError(error)
    }
    if calibration {
      let classes = Calibration.classes.map {
        CalibrationTable.Line(name: $0.name, status: $0.status, proof: $0.proof, confidence: $0.confidence)
      }
      StandardOutput.write(CalibrationTable(classes, evaluation).text)
    } else {
      StandardOutput.write(AccuracyReport(evaluation, errors: errors).text(as: format))
    }
    let failures = thresholds.values.failures(of: evaluation)
    for failure in failures { StandardError.shared.write("Threshold: \(failure)") }
    if !failures.isEmpty { throw ExitCode(ExitStatus.quarantined.rawValue) }
  }

  private static func runError(_ error: EvaluationError) -> RunError {
    let status: ExitStatus =
      switch error.kind {
      case .missing: .inputMissing
      case .unreadable: .inputOutput
      case .malformed: .datasetCheckFailed
      }
    return RunError(status, "\(error)")
  }
}

extension AccuracyReport.Format: ExpressibleByArgument {}

/// The options that make `evaluate` fail.
struct ThresholdOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The most wrong values.", valueName: "n"))
  var maxWrong: Int?

  @Option(help: ArgumentHelp("The most wrong values with a confidence of 0.95 or more.", valueName: "n"))
  var maxSilent: Int?

  @Option(help: ArgumentHelp("The most repairs in documents without damage.", valueName: "n"))
  var maxRepairs: Int?

  @Option(help: ArgumentHelp("The least share of the identifiable cells that is right, 0 to 1.", valueName: "share"))
  var minIdentifiable: Double?

  @Option(help: ArgumentHelp("The least share of the ambiguous ranges that contain the truth.", valueName: "share"))
  var minRangeCover: Double?

  @Option(help: ArgumentHelp("The least share of the cut codes that are completed.", valueName: "share"))
  var minCodes: Double?

  @Option(help: ArgumentHelp("The least share of the completed codes that are right.", valueName: "share"))
  var minCodePrecision: Double?

  @Option(
    help: ArgumentHelp(
      "The greatest difference between confidence and observed share, in classes of 200 values or more.",
      valueName: "share"))
  var maxCalibrationError: Double?

  @Option(help: ArgumentHelp("The least F1 of the facts, 0 to 1.", valueName: "f1"))
  var minFacts: Double?

  /// The thresholds that are asked for.
  var values: Thresholds {
    var values = Thresholds()
    values.maxWrong = maxWrong
    values.maxSilent = maxSilent
    values.maxRepairs = maxRepairs
    values.minIdentifiable = minIdentifiable
    values.minRangeCover = minRangeCover
    values.minCodes = minCodes
    values.minCodePrecision = minCodePrecision
    values.maxCalibrationError = maxCalibrationError
    values.minFacts = minFacts
    return values
  }

  func validate() throws {
    for count in [maxWrong, maxSilent, maxRepairs] {
      if let count, count < 0 { throw ValidationError("A threshold must be 0 or more: \(count).") }
    }
    for share in [minIdentifiable, minRangeCover, minCodes, minCodePrecision, maxCalibrationError, minFacts] {
      if let share, !(0...1 ~= share) { throw ValidationError("A threshold must be between 0 and 1: \(share).") }
    }
  }
}
