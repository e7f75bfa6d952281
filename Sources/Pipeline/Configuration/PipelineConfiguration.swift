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

/// Where documents are read.
public enum Isolation: String, Sendable, CaseIterable {
  /// In processes of their own: one that crashes, hangs or swells is quarantined alone.
  case process
  /// In the process of the run, without limits of time and memory.
  case none
}

/// The most that a document may take of something.
public enum DocumentLimit: Equatable, Sendable {
  /// Any amount.
  case unlimited
  /// So many seconds or bytes.
  case most(Int)

  /// The limit as a number; nil without one.
  var number: Int? {
    if case .most(let number) = self { number } else { nil }
  }
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
  /// Where documents are read.
  public var isolation = Isolation.process
  /// How many seconds one document may take; nil for any number.
  public var secondsPerDocument: Int? = Self.defaultSecondsPerDocument
  /// How many bytes of memory reading one document may take; nil for any number.
  public var memoryPerDocument: Int? = Self.defaultMemoryPerDocument
  /// What a release must hold before it is published.
  public var gates = Gates()
  /// The text file that Prometheus collects; nil without one.
  public var metrics: String?
  /// The file that OpenLineage events are appended to; nil without one.
  public var lineage: String?
  /// Commands that are run when a run has ended.
  public var hooks = Hooks()
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

  /// A minute: the largest real exports take seconds.
  public static let defaultSecondsPerDocument = 60

  /// 2 GiB: the largest real exports take a tenth of it.
  public static let defaultMemoryPerDocument = 2 << 30
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
  /// Where documents are read.
  public var isolation: Isolation?
  /// How many seconds one document may take.
  public var secondsPerDocument: DocumentLimit?
  /// How many bytes of memory reading one document may take.
  public var memoryPerDocument: DocumentLimit?
  /// What a release must hold before it is published.
  public var gates: Gates?
  /// The text file that Prometheus collects.
  public var metrics: String?
  /// The file that OpenLineage events are appended to.
  public var lineage: String?
  /// Commands that are run when a run has ended.
  public var hooks = Hooks()
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

  /// The configuration that settings give together, those of the strongest origin first.
  ///
  /// - Throws: a `RunError` of status `usage` where no input is named at all.
  public static func configuration(_ origins: [PipelineSettings]) throws(RunError) -> PipelineConfiguration {
    try origins.dropFirst().reduce(origins.first ?? PipelineSettings()) { $0.settings(over: $1) }.configuration()
  }

  /// The configuration that these settings give over `lower` ones, and those over the defaults.
  ///
  /// - Throws: a `RunError` of status `usage` where no input is named at all.
  public func configuration(over lower: PipelineSettings = PipelineSettings()) throws(RunError) -> PipelineConfiguration
  {
    let all = settings(over: lower)
    if all.inputs.isEmpty { throw RunError(.usage, "Nothing to read: name a pipeline file or give --input.") }
    var configuration = PipelineConfiguration(inputs: all.inputs)
    if let output = all.output { configuration.output = output }
    if let jobs = all.jobs { configuration.jobs = jobs }
    if let maxFileBytes = all.maxFileBytes { configuration.maxFileBytes = maxFileBytes }
    if let partitioning = all.partitioning { configuration.partitioning = partitioning }
    if let gates = all.gates { configuration.gates = gates }
    if let noInput = all.noInput { configuration.noInput = noInput }
    if let noChange = all.noChange { configuration.noChange = noChange }
    configuration.releasesKept = all.releasesKept
    if let isolation = all.isolation { configuration.isolation = isolation }
    if let limit = all.secondsPerDocument { configuration.secondsPerDocument = limit.number }
    if let limit = all.memoryPerDocument { configuration.memoryPerDocument = limit.number }
    if configuration.isolation == .none {
      (configuration.secondsPerDocument, configuration.memoryPerDocument) = (nil, nil)
    }
    configuration.metrics = all.metrics
    configuration.lineage = all.lineage
    configuration.hooks = all.hooks
    configuration.decisions = all.decisions
    try SettingRange.check(configuration)
    let needsState = configuration.gates.maxUnresolvedRise != nil || configuration.gates.maxChangedValues != nil
    if configuration.partitioning == .none, needsState {
      throw RunError(
        .configuration,
        "The gates max_unresolved_rise and max_changed_values need 'partition': other runs know of no release before.")
    }
    return configuration
  }

  /// These settings, with those of `lower` where they say nothing.
  func settings(over lower: PipelineSettings) -> PipelineSettings {
    var all = self
    if all.inputs.isEmpty { all.inputs = lower.inputs }
    all.output = output ?? lower.output
    all.jobs = jobs ?? lower.jobs
    all.maxFileBytes = maxFileBytes ?? lower.maxFileBytes
    all.partitioning = partitioning ?? lower.partitioning
    all.releasesKept = releasesKept ?? lower.releasesKept
    all.isolation = isolation ?? lower.isolation
    all.secondsPerDocument = secondsPerDocument ?? lower.secondsPerDocument
    all.memoryPerDocument = memoryPerDocument ?? lower.memoryPerDocument
    all.gates = gates ?? lower.gates
    all.decisions = decisions ?? lower.decisions
    all.noInput = noInput ?? lower.noInput
    all.noChange = noChange ?? lower.noChange
    all.metrics = metrics ?? lower.metrics
    all.lineage = lineage ?? lower.lineage
    all.hooks.onSuccess = hooks.onSuccess ?? lower.hooks.onSuccess
    all.hooks.onFailure = hooks.onFailure ?? lower.hooks.onFailure
    all.hooks.onWarning = hooks.onWarning ?? lower.hooks.onWarning
    return all
  }
}
