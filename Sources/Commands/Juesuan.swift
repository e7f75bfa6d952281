import ArgumentParser
import Pipeline

/// The command line of juesuan.
public struct Juesuan: AsyncParsableCommand {
  /// Name, help and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "juesuan",
    abstract: "Turns exports of Chinese departmental final accounts (部门决算) into datasets with provenance.",
    discussion: """
      Exit codes: \
      \(ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: ", ")).
      """,
    version: ProgramVersion.current,
    subcommands: [
      RunCommand.self, PlanCommand.self, StatusCommand.self, FreshnessCommand.self, ScheduleCommand.self,
      ConfigCommand.self, RollbackCommand.self, DiffCommand.self, QuarantineCommand.self,
      CheckCommand.self, InspectCommand.self,
      ExplainCommand.self, SynthesizeCommand.self,
      EvaluateCommand.self, FormsCommand.self, SubjectsCommand.self, WorkerCommand.self,
    ])

  /// Makes the command.
  public init() {}

  /// Runs the command that the arguments name, and exits with its status.
  public static func start() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let error as RunError {
      StandardError.shared.write("Error: \(error.message)")
      exit(withError: ExitCode(error.status.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
