/// Settings that the environment gives: over the pipeline file, under the command line.
public enum EnvironmentSettings {
  /// The variables, with what they set.
  static let variables: [(name: String, set: @Sendable (String, inout PipelineSettings) -> Bool)] = [
    (
      "JUESUAN_INPUTS",
      { text, settings in
        settings.inputs = text.split(separator: ":").map(String.init)
        return !settings.inputs.isEmpty
      }
    ),
    ("JUESUAN_OUTPUT", { text, settings in given(text.isEmpty ? nil : text) { settings.output = $0 } }),
    ("JUESUAN_JOBS", { text, settings in positive(text) { settings.jobs = $0 } }),
    ("JUESUAN_MAX_FILE_BYTES", { text, settings in positive(text) { settings.maxFileBytes = $0 } }),
    ("JUESUAN_ISOLATION", { text, settings in given(Isolation(rawValue: text)) { settings.isolation = $0 } }),
    ("JUESUAN_SECONDS_PER_DOCUMENT", { text, settings in limit(text) { settings.secondsPerDocument = $0 } }),
    ("JUESUAN_MEMORY_PER_DOCUMENT", { text, settings in limit(text) { settings.memoryPerDocument = $0 } }),
    ("JUESUAN_RETENTION_RELEASES", { text, settings in positive(text) { settings.releasesKept = $0 } }),
    ("JUESUAN_PARTITION", { text, settings in given(Partitioning(rawValue: text)) { settings.partitioning = $0 } }),
    ("JUESUAN_NO_INPUT", { text, settings in given(Idleness(rawValue: text)) { settings.noInput = $0 } }),
    ("JUESUAN_NO_CHANGE", { text, settings in given(Idleness(rawValue: text)) { settings.noChange = $0 } }),
    ("JUESUAN_DECISIONS", { text, settings in given(text.isEmpty ? nil : text) { settings.decisions = $0 } }),
  ]

  /// Reads the settings.
  ///
  /// - Throws: a `RunError` of status `configuration` for a value of the wrong kind, and for a variable that is
  ///   probably a known one misspelt; other programs may have variables of their own.
  public static func read(_ environment: [String: String]) throws(RunError) -> PipelineSettings {
    var settings = PipelineSettings()
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) where name.hasPrefix("JUESUAN_") {
      if let variable = variables.first(where: { $0.name == name }) {
        guard variable.set(value, &settings) else {
          throw RunError(.configuration, "The environment variable \(name) cannot be '\(value)'.")
        }
      } else if let nearest = NearestNames.nearest(to: name, in: variables.map(\.name)).first,
        NearestNames.distance(Array(name.utf8), Array(nearest.utf8)) <= 2
      {
        throw RunError(.configuration, "There is no environment variable \(name). The nearest is \(nearest).")
      }
    }
    return settings
  }

  private static func positive(_ text: String, _ set: (Int) -> Void) -> Bool {
    given(Int(text).flatMap { SettingRange.any.contains($0) ? $0 : nil }, set)
  }

  private static func limit(_ text: String, _ set: (DocumentLimit) -> Void) -> Bool {
    if text == "none" { return given(DocumentLimit.unlimited, set) }
    return positive(text) { set(.most($0)) }
  }

  /// Sets a value, where the text of a variable gives one; false where it does not.
  private static func given<Value>(_ value: Value?, _ set: (Value) -> Void) -> Bool {
    guard let value else { return false }
    set(value)
    return true
  }
}
