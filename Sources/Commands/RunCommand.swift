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
      be read is quarantined, the others are published, and the exit code is 1.
      """)

  @Argument(help: "A pipeline file (YAML): inputs, output, jobs, limits.", completion: .file(extensions: ["yaml"]))
  var pipeline: String?

  @Option(
    help: ArgumentHelp("A file, folder or glob to read; may be given more than once.", valueName: "path"),
    completion: .file())
  var input: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder that holds the releases (default: \(PipelineConfiguration.defaultOutput)).", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(help: ArgumentHelp("How many documents to read at once (default: one for each core).", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Larger files are quarantined unread (default: 67108864, 64 MiB).", valueName: "bytes"))
  var maxFileBytes: Int?

  @OptionGroup var logging: LoggingOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if let maxFileBytes, maxFileBytes < 1 { throw ValidationError("--max-file-bytes must be 1 or more.") }
  }

  func run() async throws {
    let flags = PipelineSettings(inputs: input, output: output, jobs: jobs, maxFileBytes: maxFileBytes)
    let file = try pipeline.map { try PipelineFile.read($0) } ?? PipelineSettings()
    let bar = ProgressBar(output: .shared)
    let run = PipelineRun(
      configuration: try flags.configuration(over: file), logger: logging.logger(),
      progress: { done, total in bar.update(done: done, total: total) })
    let result = try await Self.execute(run)
    print(RunSummary(result).text)
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
