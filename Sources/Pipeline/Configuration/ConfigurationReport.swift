/// The configuration of a pipeline with where each value came from.
public struct ConfigurationReport {
  /// One setting.
  public struct Line: Sendable {
    /// Its key in the pipeline file.
    public var key: String
    /// Its value as text; empty where it has none.
    public var value: String
    /// `command line`, `environment`, `pipeline file` or `default`.
    public var origin: String
  }

  /// The settings, in the order of the pipeline file.
  public private(set) var lines: [Line] = []

  /// Reports on the configuration that settings give, from the strongest origin to the weakest.
  public init(_ configuration: PipelineConfiguration, origins: [(name: String, settings: PipelineSettings)]) {
    for (key, isSet, value) in Self.settings {
      let origin = origins.first { isSet($0.settings) }?.name ?? "default"
      lines.append(Line(key: key, value: value(configuration), origin: origin))
    }
  }

  private static let settings:
    [(key: String, isSet: @Sendable (PipelineSettings) -> Bool, value: @Sendable (PipelineConfiguration) -> String)] = [
      ("inputs", { !$0.inputs.isEmpty }, { $0.inputs.joined(separator: ", ") }),
      ("output", { $0.output != nil }, { $0.output }),
      ("jobs", { $0.jobs != nil }, { "\($0.jobs)" }),
      ("isolation", { $0.isolation != nil }, { $0.isolation.rawValue }),
      ("limits.max_file_bytes", { $0.maxFileBytes != nil }, { "\($0.maxFileBytes)" }),
      ("limits.seconds_per_document", { $0.secondsPerDocument != nil }, { limit($0.secondsPerDocument) }),
      ("limits.memory_per_document", { $0.memoryPerDocument != nil }, { limit($0.memoryPerDocument) }),
      ("partition", { $0.partitioning != nil }, { $0.partitioning.rawValue }),
      ("retention.releases", { $0.releasesKept != nil }, { text($0.releasesKept) }),
      ("gates.min_documents", { $0.gates?.minDocuments != nil }, { text($0.gates.minDocuments) }),
      ("gates.max_documents", { $0.gates?.maxDocuments != nil }, { text($0.gates.maxDocuments) }),
      ("gates.min_complete", { $0.gates?.minComplete != nil }, { text($0.gates.minComplete) }),
      (
        "gates.min_fill", { $0.gates?.minFill.isEmpty == false },
        { configuration in
          configuration.gates.minFill.map { "\($0.key.rawValue): \($0.value)" }.sorted().joined(separator: ", ")
        }
      ),
      ("gates.max_unresolved_rise", { $0.gates?.maxUnresolvedRise != nil }, { text($0.gates.maxUnresolvedRise) }),
      ("gates.max_changed_values", { $0.gates?.maxChangedValues != nil }, { text($0.gates.maxChangedValues) }),
      ("decisions", { $0.decisions != nil }, { text($0.decisions) }),
      ("no_input", { $0.noInput != nil }, { $0.noInput.rawValue }),
      ("no_change", { $0.noChange != nil }, { $0.noChange.rawValue }),
      ("metrics", { $0.metrics != nil }, { text($0.metrics) }),
      ("openlineage", { $0.lineage != nil }, { text($0.lineage) }),
      ("on_success", { $0.hooks.onSuccess != nil }, { text($0.hooks.onSuccess) }),
      ("on_warning", { $0.hooks.onWarning != nil }, { text($0.hooks.onWarning) }),
      ("on_failure", { $0.hooks.onFailure != nil }, { text($0.hooks.onFailure) }),
    ]

  private static func limit(_ number: Int?) -> String { number.map { "\($0)" } ?? "none" }

  private static func text(_ value: (some CustomStringConvertible)?) -> String { value.map { "\($0)" } ?? "" }
}
