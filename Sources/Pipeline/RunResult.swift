/// What a run that published its release reports.
public struct RunResult: Sendable {
  /// The run's id, the name of its release.
  public var runID: String
  /// The folder of the release.
  public var release: String
  /// Whether this run published it; otherwise nothing had changed.
  public var isPublished = true
  /// What is in it.
  public var counts: RunCounts
  /// What was quarantined, and why.
  public var quarantined: [QuarantineEntry]
  /// How the run ended: `success` or `quarantined`.
  public var status: ExitStatus
}
