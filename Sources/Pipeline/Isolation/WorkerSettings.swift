/// What a worker process is told when it starts.
public struct WorkerSettings: Equatable, Sendable {
  /// Files with more bytes are failures.
  public var maxFileBytes: Int
  /// Whether documents are rendered for a partitioned release.
  public var isPartitioned: Bool
  /// The folder of reviewers' decisions; nil without one.
  public var decisions: String?
  /// How long one document may take; nil for any time.
  public var seconds: Int?
  /// How many bytes of memory the process may hold; nil for any.
  public var memory: Int?

  /// Makes the settings of a worker.
  public init(maxFileBytes: Int, isPartitioned: Bool, decisions: String?, seconds: Int?, memory: Int?) {
    self.maxFileBytes = maxFileBytes
    self.isPartitioned = isPartitioned
    self.decisions = decisions
    self.seconds = seconds
    self.memory = memory
  }

  init(_ configuration: PipelineConfiguration) {
    self.init(
      maxFileBytes: configuration.maxFileBytes, isPartitioned: configuration.partitioning != .none,
      decisions: configuration.decisions, seconds: configuration.secondsPerDocument,
      memory: configuration.memoryPerDocument)
  }

  /// The settings as the arguments of `juesuan worker`.
  var arguments: [String] {
    var arguments = ["--max-file-bytes", "\(maxFileBytes)"]
    if isPartitioned { arguments.append("--partitioned") }
    // One word, since the name of a folder may start with a hyphen.
    if let decisions { arguments.append("--decisions=\(decisions)") }
    if let seconds { arguments += ["--seconds", "\(seconds)"] }
    if let memory { arguments += ["--memory", "\(memory)"] }
    return arguments
  }
}
