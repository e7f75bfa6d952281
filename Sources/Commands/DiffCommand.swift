import ArgumentParser
import Load
import Pipeline

/// `juesuan diff`: compares two releases.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compares two releases value by value, and says why values changed.",
    discussion: """
      Values are those that provenance lists. Documents whose sources have the same bytes belong together, and of the \
      others those whose sources have the same path. 'program' are values that changed though their source did not; \
      beside them stand the rules that took part in only one of the two values. Values of documents that only one \
      release has have appeared or disappeared.
      """)

  /// How the result is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case summary, csv
  }

  @Argument(help: "The old release, or an output folder.", completion: .directory)
  var old: String

  @Argument(help: "The new release, or an output folder.", completion: .directory)
  var new: String

  @Option(help: "summary: counts by cause and rule; csv: one row for each value that is not the same.")
  var format: Format = .summary

  func run() throws {
    do {
      var diff = try ReleaseDiff(old: ReleaseFolder.resolve(old), new: ReleaseFolder.resolve(new))
      if format == .csv {
        StandardOutput.write(Self.columns.joined(separator: ","))
        try diff.run { StandardOutput.write(Self.row($0)) }
      } else {
        try diff.run { _ in }
        for line in Self.summary(diff) { StandardOutput.write(line) }
      }
    } catch let error as ReleaseReaderError {
      throw RunError(.inputOutput, "\(error)")
    }
  }

  private static let columns = [
    "cause", "rules", "dataset", "document_id", "source_path", "key", "old_value", "new_value",
  ]

  private static func row(_ change: ValueChange) -> String {
    [
      change.cause.rawValue, change.rules, change.dataset, change.documentID, change.sourcePath, change.key,
      change.old, change.new,
    ].map(CSVText.field).joined(separator: ",")
  }

  private static func summary(_ diff: ReleaseDiff) -> [String] {
    var lines = ["unchanged    \(diff.unchanged)"]
    for cause in ValueChange.Cause.allCases {
      let name = cause == .source || cause == .program ? "by \(cause.rawValue)" : cause.rawValue
      lines.append(name + String(repeating: " ", count: 13 - name.utf8.count) + "\(diff.counts[cause] ?? 0)")
    }
    if diff.changedWithoutSource > 0 {
      lines.append("Values that are not the same though their source is, by rule:")
      for (rule, count) in diff.byRule.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        lines.append("  \(count)  \(rule)")
      }
    }
    return lines
  }
}

/// Text as fields of CSV.
enum CSVText {
  /// The field, in quotes where it must be.
  static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
