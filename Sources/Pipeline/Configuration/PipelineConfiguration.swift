import FoundationEssentials

/// How the datasets of a release are laid out.
public enum Partitioning: String, Sendable, CaseIterable {
  /// One file per dataset; each run reads everything.
  case none
  /// Hive partitions; each run reads what is new or changed.
  case yearAndDivision = "fiscal_year/division_code"
}

/// What becomes of a run that has nothing to do.
public enum Idleness: String, Sendable, CaseIterable {
  /// It says so and succeeds.
  case ok
  /// It warns and succeeds.
  case warning
  /// It fails.
  case failure
}

/// What a run reads, where it writes, and within which limits.
public struct PipelineConfiguration: Equatable, Sendable {
  /// Paths or globs of files and folders; absolute, or relative to the working directory.
  public var inputs: [String]
  /// The folder that holds the releases.
  public var output: String
  /// How many documents are read at the same time.
  public var jobs: Int
  /// Files larger than so many bytes are quarantined unread.
  public var maxFileBytes: Int
  /// How the datasets are laid out.
  public var partitioning: Partitioning
  /// How many releases are kept; nil for all.
  public var releasesKept: Int?
  /// How long one document may take; nil for any time.
  public var secondsPerDocument: Double?
  /// How many bytes of memory reading one document may take; nil for any.
  public var memoryPerDocument: Int?
  /// What a release must hold before it is published.
  public var gates = Gates()
  /// The folder of reviewers' decisions; nil without one.
  public var decisions: String?
  /// What becomes of a run that finds no file at all.
  public var noInput = Idleness.failure
  /// What becomes of a run of a partitioned pipeline that finds nothing new, changed or withdrawn.
  public var noChange = Idleness.ok
  /// Which sources are looked at; only where the datasets are partitioned.
  public var selection = Selection()
  /// Whether all selected sources are read again; only where the datasets are partitioned.
  public var isFullRefresh = false

  /// Makes a configuration; everything but the inputs has a default.
  public init(
    inputs: [String], output: String = Self.defaultOutput, jobs: Int = Self.defaultJobs,
    maxFileBytes: Int = Self.defaultMaxFileBytes, partitioning: Partitioning = .none, releasesKept: Int? = nil
  ) {
    self.inputs = inputs
    self.output = output
    self.jobs = jobs
    self.maxFileBytes = maxFileBytes
    self.partitioning = partitioning
    self.releasesKept = releasesKept
  }

  /// Where releases go when nothing says otherwise.
  public static let defaultOutput = "juesuan-output"

  /// One job for each core that this process may use.
  public static var defaultJobs: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// 64 MiB: the largest real exports stay below 20.
  public static let defaultMaxFileBytes = 64 << 20
}

/// Settings of one origin, the command line or a pipeline file; nil where it says nothing.
public struct PipelineSettings: Equatable, Sendable {
  /// Paths or globs; empty where it names none.
  public var inputs: [String]
  /// The folder that holds the releases.
  public var output: String?
  /// How many documents are read at the same time.
  public var jobs: Int?
  /// The largest file that is read, in bytes.
  public var maxFileBytes: Int?
  /// How the datasets are laid out.
  public var partitioning: Partitioning?
  /// How many releases are kept.
  public var releasesKept: Int?
  /// How long one document may take.
  public var secondsPerDocument: Double?
  /// How many bytes of memory reading one document may take.
  public var memoryPerDocument: Int?
  /// What a release must hold before it is published.
  public var gates: Gates?
  /// The folder of reviewers' decisions.
  public var decisions: String?
  /// What becomes of a run that finds no file at all.
  public var noInput: Idleness?
  /// What becomes of a run that finds nothing new, changed or withdrawn.
  public var noChange: Idleness?

  /// Makes settings.
  public init(
    inputs: [String] = [], output: String? = nil, jobs: Int? = nil, maxFileBytes: Int? = nil,
    partitioning: Partitioning? = nil, releasesKept: Int? = nil
  ) {
    self.inputs = inputs
    self.output = output
    self.jobs = jobs
    self.maxFileBytes = maxFileBytes
    self.partitioning = partitioning
    self.releasesKept = releasesKept
  }

  /// The configuration that these settings give over `lower` ones, and those over the defaults.
  ///
  /// - Throws: a `RunError` of status `usage` where no input is named at all.
  public func configuration(over lower: PipelineSettings = PipelineSettings()) throws(RunError) -> PipelineConfiguration
  {
    let chosen = inputs.isEmpty ? lower.inputs : inputs
    if chosen.isEmpty { throw RunError(.usage, "Nothing to read: name a pipeline file or give --input.") }
    var configuration = PipelineConfiguration(
      inputs: chosen,
      output: output ?? lower.output ?? PipelineConfiguration.defaultOutput,
      jobs: jobs ?? lower.jobs ?? PipelineConfiguration.defaultJobs,
      maxFileBytes: maxFileBytes ?? lower.maxFileBytes ?? PipelineConfiguration.defaultMaxFileBytes,
      partitioning: partitioning ?? lower.partitioning ?? .none,
      releasesKept: releasesKept ?? lower.releasesKept)
    configuration.secondsPerDocument = secondsPerDocument ?? lower.secondsPerDocument
    configuration.memoryPerDocument = memoryPerDocument ?? lower.memoryPerDocument
    configuration.gates = gates ?? lower.gates ?? Gates()
    configuration.decisions = decisions ?? lower.decisions
    configuration.noInput = noInput ?? lower.noInput ?? .failure
    configuration.noChange = noChange ?? lower.noChange ?? .ok
    return configuration
  }
}
