import ArgumentParser
import Load
import Pipeline

/// `juesuan rollback`: lets `current` point at an earlier release.
struct RollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback",
    abstract: "Lets current point at an earlier release, in one step.",
    discussion: """
      Without --to it is the release before the current one. Nothing is removed, and the state is not touched: the \
      next run that finds something new or changed publishes again what the inputs give. So stop the timer, or put \
      right what was wrong.
      """)

  @Argument(help: "The output folder.", completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("The run id of the release to go to.", valueName: "run"))
  var to: String?

  func run() throws {
    let runID = try Rollback(output: output).execute(to: to)
    StandardOutput.write("current is now \(output)/releases/\(runID)")
  }
}
