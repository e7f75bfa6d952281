/// Where the releases of an output directory, and the files of a release, are.
public struct ReleaseLayout: Hashable, Sendable {
  /// The output directory that was configured.
  public let output: String
  /// The run that writes the release; its name within `releases`.
  public let runID: String

  /// Makes the layout of a run's release.
  ///
  /// - Precondition: `runID` is a file name: not empty, without `/`, not starting with a dot.
  public init(output: String, runID: String) {
    precondition(!runID.isEmpty && !runID.contains("/") && !runID.hasPrefix("."), "a run id is a plain file name")
    self.output = output
    self.runID = runID
  }

  /// The link to the newest whole release.
  public var current: String { "\(output)/current" }
  /// The directory of all releases.
  public var releases: String { "\(output)/releases" }
  /// The release, once it is published.
  public var release: String { "\(releases)/\(runID)" }
  /// The release while it is written.
  public var staging: String { "\(output)/\(Self.stagingPrefix)\(runID)" }
  /// The link that replaces `current` by one rename.
  var nextCurrent: String { "\(output)/\(Self.nextCurrentPrefix)\(runID)" }

  static let stagingPrefix = ".staging-"
  static let nextCurrentPrefix = ".current-"
  static let dataPackage = "datapackage.json"
  static let runRecord = "run.json"
  static let documents = "documents"
  static let provenance = "provenance"

  static func canonicalJSON(of documentID: String) -> String { "\(documents)/\(documentID).json" }
  static func provenance(of documentID: String) -> String { "\(provenance)/\(documentID).jsonl" }
}
