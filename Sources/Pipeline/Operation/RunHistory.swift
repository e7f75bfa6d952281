import FoundationEssentials
import Load

/// A run as its record tells of it.
public struct PastRun: Decodable, Sendable {
  /// How it ended.
  public struct Outcome: Decodable, Sendable {
    /// Its exit code.
    public var exitCode: Int32
    /// The code in words.
    public var meaning: String

    private enum CodingKeys: String, CodingKey {
      case exitCode = "exit_code"
      case meaning
    }
  }

  /// Its id.
  public var runID: String
  /// When it started; UTC.
  public var started: String
  /// When it ended; UTC.
  public var finishedAt: String
  /// How it ended.
  public var outcome: Outcome
  /// Why it failed; nil where it did not.
  public var error: String?
  /// The release that stood after it.
  public var release: String?
  /// What that release held.
  public var counts: RunCounts

  /// When it ended; nil where the record does not tell.
  public var finished: Date? { try? Date(finishedAt, strategy: .iso8601) }

  private enum CodingKeys: String, CodingKey {
    case runID = "run_id"
    case started
    case finishedAt = "finished"
    case outcome, error, release, counts
  }
}

/// The runs of an output folder, as their records tell of them.
public struct RunHistory: Sendable {
  private let output: String

  /// The runs of an output folder.
  public init(output: String) {
    self.output = output
  }

  /// The run that ended last; nil where there was none.
  public var last: PastRun? { newest.first }

  /// The run that ended last of those that did not fail.
  public var lastSuccess: PastRun? { newest.first { $0.error == nil } }

  /// The release that `current` points at; nil without one.
  public var current: String? { try? ReleaseHistory(output: output).current() }

  /// The runs, newest first, read as they are asked for.
  private var newest: LazyMapSequence<LazyFilterSequence<LazyMapSequence<[String], PastRun?>>, PastRun> {
    let folder = RunLog.folder(of: output)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let paths = names.filter { $0.hasSuffix(".json") }.sorted(by: Self.isLater).map { "\(folder)/\($0)" }
    return paths.lazy.compactMap { path in
      guard let bytes = try? FileReader(maxBytes: 256 << 20).read(FilePath(path)) else { return nil }
      return try? JSONDecoder().decode(PastRun.self, from: Data(bytes))
    }
  }

  private static func isLater(_ left: String, _ right: String) -> Bool {
    let (a, b) = (left.dropLast(5), right.dropLast(5))
    return ReleaseHistory.isEarlier(String(b), String(a))
  }
}
