/// How a run of the program ended: the one table of exit codes, after `sysexits.h` and the shell's signals.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  /// All is well.
  case success = 0
  /// Some documents were quarantined and the others published, or a gate failed and nothing was published.
  case quarantined = 1
  /// The command line cannot be understood, or names something unknown.
  case usage = 64
  /// A dataset does not hold what it must.
  case datasetCheckFailed = 65
  /// An input, a pipeline file or a release does not exist.
  case inputMissing = 66
  /// Reading or writing failed.
  case inputOutput = 74
  /// Another run writes to the same output.
  case locked = 75
  /// The pipeline file is wrong.
  case configuration = 78
  /// Stopped by SIGINT.
  case interrupted = 130
  /// Stopped by SIGTERM.
  case terminated = 143

  /// A few words for people.
  public var meaning: String {
    switch self {
    case .success: "ok"
    case .quarantined: "some documents quarantined or a gate failed"
    case .usage: "usage"
    case .datasetCheckFailed: "dataset check failed"
    case .inputMissing: "input missing"
    case .inputOutput: "I/O error"
    case .locked: "another run holds the lock"
    case .configuration: "configuration"
    case .interrupted: "interrupted"
    case .terminated: "terminated"
    }
  }
}
