import ArgumentParser
import FoundationEssentials
import Pipeline

/// The options that say what a pipeline reads and where it writes; they go over environment and file.
struct PipelineOptions: ParsableArguments {
  @Argument(
    help: "A pipeline file (YAML): inputs, output, jobs, limits, partition, ...",
    completion: .file(extensions: ["yaml"]))
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
    help: ArgumentHelp(
      "Read documents in processes of their own (process, the default), so that one that crashes, hangs or swells is "
        + "quarantined alone, or in that of the run (none), without limits of time and memory.",
      valueName: "process|none"))
  var isolation: Isolation?

  @Option(
    help: ArgumentHelp("Larger files are quarantined unread (default: 67108864, 64 MiB).", valueName: "bytes"))
  var maxFileBytes: Int?

  @Option(
    help: ArgumentHelp(
      "Look only at sources whose path matches a glob, or with documents of year=2023,2024 or division=4201*; others "
        + "stay as they are. May be given more than once. Needs a partitioned pipeline.", valueName: "what"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp(
      "Look only at sources modified since: 2026-11-01, 2026-11-01T03:00:00Z, or an age such as 36h or 7d.",
      valueName: "time"), transform: SourceTime.init)
  var since: SourceTime?

  @Flag(help: "Read all selected sources again, whether they have changed or not.")
  var fullRefresh = false

  func validate() throws {
    if let jobs, !SettingRange.jobs.contains(jobs) {
      throw ValidationError("--jobs must be \(SettingRange.jobs.words).")
    }
    if let maxFileBytes, !SettingRange.maxFileBytes.contains(maxFileBytes) {
      throw ValidationError("--max-file-bytes must be \(SettingRange.maxFileBytes.words).")
    }
  }

  /// The settings of each origin, from the strongest to the weakest.
  func origins() throws -> [(name: String, settings: PipelineSettings)] {
    var given = PipelineSettings(inputs: input, output: output, jobs: jobs, maxFileBytes: maxFileBytes)
    given.isolation = isolation
    return [
      ("command line", given),
      ("environment", try EnvironmentSettings.read(ProcessInfo.processInfo.environment)),
      ("pipeline file", try pipeline.map { try PipelineFile.read($0) } ?? PipelineSettings()),
    ]
  }

  /// The configuration that options, environment, pipeline file and defaults give together.
  func configuration() throws -> PipelineConfiguration {
    var configuration = try PipelineSettings.configuration(origins().map(\.settings))
    for text in select { configuration.selection.add(text) }
    configuration.selection.since = since?.nanoseconds
    configuration.isFullRefresh = fullRefresh
    if configuration.partitioning == .none, !configuration.selection.isEverything {
      throw RunError(.usage, "--select and --since need a pipeline file with 'partition': other runs read everything.")
    }
    return configuration
  }
}

extension Isolation: ExpressibleByArgument {}

/// A point in time as options take it.
struct SourceTime {
  /// Nanoseconds since 1970.
  let nanoseconds: Int

  init(_ argument: String) throws {
    guard let nanoseconds = TimeText.nanoseconds(argument) else {
      throw ValidationError("It must be a time between 1678 and 2262, such as 2026-11-01, or an age such as 36h.")
    }
    self.nanoseconds = nanoseconds
  }
}
