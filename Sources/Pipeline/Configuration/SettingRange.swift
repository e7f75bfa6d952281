/// The numbers that a configuration may hold, wherever they are given: beyond them they are mistakes, and what is
/// computed from them could be no number.
public enum SettingRange {
  /// How many documents may be read at the same time.
  public static let jobs = 1...1_024
  /// The bytes of a file, up to a gibibyte: Extract and libxml2 count the bytes of a page in 32 bits.
  public static let maxFileBytes = 1...(1 << 30)
  /// Every whole number that is asked for, where its key has no range of its own.
  static let any = 1...(1 << 50)

  /// The ranges of the keys of a pipeline file: a document may take a week and a pebibyte.
  private static let byKey = [
    "jobs": jobs, "max_file_bytes": maxFileBytes, "seconds_per_document": 1...604_800, "releases": 1...1_000_000,
  ]

  /// The range of a key of a pipeline file.
  static func of(_ key: String) -> ClosedRange<Int> { byKey[key] ?? any }

  /// Checks what origins without keys of their own, such as the environment, have given.
  ///
  /// - Throws: a `RunError` of status `configuration` that names the range.
  static func check(_ configuration: PipelineConfiguration) throws(RunError) {
    let numbers = [
      ("jobs", configuration.jobs), ("max_file_bytes", configuration.maxFileBytes),
      ("releases", configuration.releasesKept ?? 1), ("seconds_per_document", configuration.secondsPerDocument ?? 1),
    ]
    for (key, number) in numbers where !of(key).contains(number) {
      throw RunError(.configuration, "'\(key)' must be \(of(key).words), not \(number).")
    }
  }
}

extension ClosedRange<Int> {
  /// The range as messages have it.
  public var words: String { "a whole number from \(lowerBound) to \(upperBound)" }
}
