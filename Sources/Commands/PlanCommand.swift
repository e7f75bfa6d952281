import ArgumentParser
import Pipeline

/// `juesuan plan`: says what a run would do.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Says what a run would read, forget and write, and why, without reading or writing anything.",
    discussion: """
      Takes the options of 'run'. Sources are compared by size and time only, so that one called changed may turn out \
      to have the same bytes, and one called new may be a copy of another.
      """)

  /// As many sources as fit on a screen.
  private static let sourcesShown = 20

  @OptionGroup var options: PipelineOptions

  @Flag(name: .customLong("all"), help: "Print all sources, not only the first \(sourcesShown).")
  var printsAll = false

  func run() throws {
    let configuration = try options.configuration()
    let plan = try RunPlan.make(configuration)
    let shown = plan.entries.prefix(printsAll ? .max : Self.sourcesShown)
    for entry in shown { StandardOutput.write("\(entry.cause.name)\t\(entry.path)\t\(entry.cause.explanation)") }
    if shown.count < plan.entries.count {
      StandardOutput.write("... and \(plan.entries.count - shown.count) more; --all prints them.")
    }
    for line in Self.summary(plan, configuration) { StandardOutput.write(line) }
  }

  private static func summary(_ plan: RunPlan, _ configuration: PipelineConfiguration) -> [String] {
    var counts: [String: Int] = [:]
    for entry in plan.entries { counts[entry.cause.name, default: 0] += 1 }
    let causes = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    var lines = ["Sources: \(causes.isEmpty ? "" : causes + ", ")\(plan.unchanged) unchanged."]
    if plan.unselected > 0 { lines.append("Not selected: \(plan.unselected).") }
    if plan.failures > 0 { lines.append("Folders or links that cannot be followed: \(plan.failures).") }
    if configuration.partitioning == .none {
      lines.append("The pipeline is not partitioned: every run reads everything and writes a whole release.")
    } else if let base = plan.base {
      lines.append("Built on release \(base): \(plan.partitions.count) of its partitions lose or renew documents.")
    } else {
      lines.append("There is no release with a state to build on: everything is read.")
    }
    if plan.entries.isEmpty { lines.append("Nothing would be published.") }
    return lines
  }
}
