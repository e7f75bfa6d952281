import ArgumentParser
import Pipeline

/// `juesuan run`: reads disclosures and publishes a release.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Reads disclosures and publishes their datasets as one release.",
    discussion: """
      Options go over the pipeline file, and the file over the defaults. Below folders, files that end in .txt, .text, \
      .md, .html, .htm or .xhtml are read; a file that is named is read whatever it is called. A document that cannot \
      be read is quarantined, the others are published, and the exit code is 1. A pipeline file with 'partition' makes \
      runs incremental: only what is new or changed is read, and only partitions that this touches are written.
      """)

  @OptionGroup var options: PipelineOptions
  @OptionGroup var logging: LoggingOptions

  func run() async throws {
    let bar = ProgressBar(output: .shared)
    var run = PipelineRun(
      configuration: try options.configuration(), logger: logging.logger(),
      progress: { done, total in bar.update(done: done, total: total) })
    run.workerProgram = "/proc/self/exe"
    let result = try await Self.execute(run)
    StandardOutput.write(RunSummary(result).text)
    if result.status != .success { throw ExitCode(result.status.rawValue) }
  }

  /// Executes a run that SIGINT and SIGTERM stop without a release.
  private static func execute(_ run: PipelineRun) async throws -> RunResult {
    defer { ProgressBar(output: .shared).clear() }
    let task = Task { try await run.execute() }
    let watcher = SignalWatcher()
    do {
      return try await watcher.watch(stop: { task.cancel() }, while: { try await task.value })
    } catch is CancellationError {
      throw RunError(watcher.status ?? .interrupted, "Stopped by a signal; nothing was published.")
    }
  }
}
