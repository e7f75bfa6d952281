import ArgumentParser
import Pipeline

/// `juesuan worker`: what a run starts to read documents in processes of their own.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Reads documents for a run; started by 'run', not by people.",
    shouldDisplay: false)

  @Option(help: "Larger files are quarantined unread.")
  var maxFileBytes: Int

  @Flag(help: "Render documents for a partitioned release.")
  var partitioned = false

  @Option(help: "The folder of reviewers' decisions.")
  var decisions: String?

  @Option(help: "How much processor time a document may take, in seconds.")
  var seconds: Int?

  @Option(help: "How much memory the process may hold, in bytes.")
  var memory: Int?

  func run() throws {
    try WorkerLoop.run(
      WorkerSettings(
        maxFileBytes: maxFileBytes, isPartitioned: partitioned, decisions: decisions, seconds: seconds, memory: memory))
  }
}
