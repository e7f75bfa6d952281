import Glibc

extension FilePath {
  /// Whether one of the globs matches the path, or is its text.
  func matches(anyOf globs: [String]) -> Bool {
    withCPath { path in globs.contains { $0 == description || fnmatch($0, path, 0) == 0 } }
  }
}

/// Which sources a run looks at; all others stay as the last release has them, neither read nor forgotten.
public struct Selection: Equatable, Sendable {
  /// Globs over paths relative to their input; empty for all. `*` stands for slashes too.
  public var globs: [String] = []
  /// Fiscal years of known documents; empty for all.
  public var years: [String] = []
  /// Division codes of known documents, or globs over them; empty for all.
  public var divisions: [String] = []
  /// Only sources modified at this time or later, in nanoseconds since 1970; nil for all.
  public var since: Int?

  /// Selects everything.
  public init() {}

  /// Adds one `--select`: `year=2023,2024`, `division=4201*`, or a glob over paths.
  public mutating func add(_ text: String) {
    for (key, field) in [("year=", \Selection.years), ("division=", \Selection.divisions)] where text.hasPrefix(key) {
      self[keyPath: field] += text.dropFirst(key.count).split(separator: ",").map(String.init)
      return
    }
    globs.append(text)
  }

  /// Whether everything is selected.
  public var isEverything: Bool { self == Selection() }

  /// Whether it asks what a document says, which is not known of sources that were never read.
  var needsDocuments: Bool { !years.isEmpty || !divisions.isEmpty }

  /// Whether a source of that path and time is selected.
  func admits(_ path: FilePath, modified: Int) -> Bool {
    if let since, modified < since { return false }
    return globs.isEmpty || path.matches(anyOf: globs)
  }

  /// Whether a source is selected that has documents of those years and divisions.
  func admits(_ documents: [(year: String, division: String)]) -> Bool {
    documents.contains { document in
      (years.isEmpty || years.contains(document.year))
        && (divisions.isEmpty || divisions.contains { fnmatch($0, document.division, 0) == 0 })
    }
  }
}
