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
    (
      "JUESUAN_OUTPUT",
      { text, settings in
        settings.output = text
        return !text.isEmpty
      }
    ),
    ("JUESUAN_JOBS", { text, settings in positive(text) { settings.jobs = $0 } }),
    ("JUESUAN_MAX_FILE_BYTES", { text, settings in positive(text) { settings.maxFileBytes = $0 } }),
    ("JUESUAN_SECONDS_PER_DOCUMENT", { text, settings in positive(text) { settings.secondsPerDocument = Double($0) } }),
    ("JUESUAN_MEMORY_PER_DOCUMENT", { text, settings in positive(text) { settings.memoryPerDocument = $0 } }),
    ("JUESUAN_RETENTION_RELEASES", { text, settings in positive(text) { settings.releasesKept = $0 } }),
    (
      "JUESUAN_PARTITION",
      { text, settings in
        settings.partitioning = Partitioning(rawValue: text)
        return settings.partitioning != nil
      }
    ),
    (
      "JUESUAN_NO_INPUT",
      { text, settings in
        settings.noInput = Idleness(rawValue: text)
        return settings.noInput != nil
      }
    ),
    (
      "JUESUAN_NO_CHANGE",
      { text, settings in
        settings.noChange = Idleness(rawValue: text)
        return settings.noChange != nil
      }
    ),
    (
      "JUESUAN_DECISIONS",
      { text, settings in
        settings.decisions = text
        return !text.isEmpty
      }
    ),
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
    guard let number = Int(text), number > 0 else { return false }
    set(number)
    return true
  }
}
