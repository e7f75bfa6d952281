import ArgumentParser
import FoundationEssentials
import Pipeline

/// `juesuan quarantine`: what could not be read, and another try.
struct QuarantineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine",
    abstract: "Lists sources that could not be read, or lets the next run try them again.",
    discussion: """
      Runs of a partitioned pipeline do not try a source again that failed, unless its bytes, the program, its \
      configuration or its reference data changed, or the failure may pass of itself.
      """,
    subcommands: [List.self, Retry.self])

  /// `juesuan quarantine list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists sources in quarantine with stage, reason and the run that gave up.")

    /// How the list is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text, json
    }

    @Argument(help: "The output folder.", completion: .directory)
    var output: String

    @Option(help: "text: one line each, parted by tabs; json: one array.")
    var format: Format = .text

    func run() throws {
      let entries = try Quarantine(output: output).entries()
      if format == .json {
        StandardOutput.write(json: try prettyJSON(entries))
        return
      }
      for entry in entries {
        let again = entry.retry || entry.transient ? "next run tries again" : ""
        StandardOutput.write(
          [entry.path, entry.stage, entry.reason, entry.message, entry.run, again].joined(separator: "\t"))
      }
    }
  }

  /// `juesuan quarantine retry`.
  struct Retry: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lets the next run read sources in quarantine again.")

    @Argument(help: "The output folder.", completion: .directory)
    var output: String

    @Argument(help: "Globs over paths relative to their input; without one, all.")
    var paths: [String] = []

    func run() throws {
      let count = try Quarantine(output: output).retry(paths)
      StandardOutput.write("The next run tries \(count) \(count == 1 ? "source" : "sources") again.")
    }
  }
}
