import FoundationEssentials
import Load

/// The record of a run, `run.json`: the one file of a release that holds times.
struct RunRecord: Encodable {
  /// How the run ended.
  struct Outcome: Encodable {
    var exitCode: Int32
    var meaning: String

    private enum CodingKeys: String, CodingKey {
      case exitCode = "exit_code"
      case meaning
    }
  }

  /// What the run was told.
  struct Settings: Encodable {
    var inputs: [String]
    var output: String
    var jobs: Int
    var maxFileBytes: Int
    var partition: String?

    private enum CodingKeys: String, CodingKey {
      case inputs, output, jobs, partition
      case maxFileBytes = "max_file_bytes"
    }
  }

  /// Seconds; those of the stages are summed over all workers.
  struct Timings: Encodable {
    var extract: Double
    var clean: Double
    var transform: Double
    var render: Double
    var total: Double
  }

  var program = "juesuan"
  var version = ProgramVersion.current
  var runID: String
  var started: String
  var finished: String
  var outcome: Outcome
  /// Why the run failed; nil where it did not.
  var error: String?
  /// The release that stands after the run; left out where the record stands in the release itself.
  var release: String?
  var configuration: Settings
  var counts: RunCounts
  /// The sources; nil in runs of partitioned releases, whose sources are listed in `runs/<id>.jsonl`.
  var inputs: [InputEntry]?
  var quarantined: [QuarantineEntry]
  var setAside: [QuarantineEntry]
  /// Reviewers' decisions that do not hold any more; nil where the pipeline has no decisions.
  var staleDecisions: [StaleDecision]?
  var timings: Timings

  private enum CodingKeys: String, CodingKey {
    case program, version
    case runID = "run_id"
    case started, finished, outcome, error, release, configuration, counts, inputs, quarantined
    case setAside = "set_aside"
    case staleDecisions = "stale_decisions"
    case timings
  }

  /// The record as indented JSON that ends in a line feed, with the SHA-256 of its content as its last member.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return ContentDigest.closed(Array(try encoder.encode(self)))
  }
}
