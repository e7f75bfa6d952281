import ArgumentParser
import Pipeline

/// `juesuan config`: what a run would be told.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Shows the configuration of a run.", subcommands: [Show.self])

  /// `juesuan config show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints every setting with its value and where it came from.",
      discussion: """
        The command line goes over the environment (JUESUAN_OUTPUT, JUESUAN_JOBS, ...), that over the pipeline file, \
        and the file over the defaults.
        """)

    @OptionGroup var options: PipelineOptions

    func run() throws {
      let report = ConfigurationReport(try options.configuration(), origins: try options.origins())
      for line in report.lines { StandardOutput.write("\(line.key)\t\(line.value)\t\(line.origin)") }
    }
  }
}
