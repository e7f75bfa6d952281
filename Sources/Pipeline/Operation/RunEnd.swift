import FoundationEssentials

/// How a run ended: what monitoring, lineage and hooks are told.
struct RunEnd {
  /// The kinds of ends that hooks tell apart.
  enum Kind: String {
    case success, warning, failure
  }

  var runID: String
  var started: Date
  var finished: Date
  var status: ExitStatus
  /// The release that stands after the run; nil where none is known.
  var release: String?
  var isPublished: Bool
  /// Why it failed; nil where it did not.
  var error: String?
  /// What it warned of; empty where all is well.
  var warnings: [String]
  /// What the release holds; zeros where the run failed.
  var counts: RunCounts

  /// A failure published nothing; a warning is an end that somebody should look at.
  var kind: Kind { error != nil ? .failure : status == .success && warnings.isEmpty ? .success : .warning }
}
