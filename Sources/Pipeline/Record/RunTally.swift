import Accounts

/// Gathers what the run record says of the sources, in the order of the inputs.
struct RunTally {
  private(set) var counts = RunCounts()
  private(set) var inputs: [InputEntry] = []
  private(set) var quarantined: [QuarantineEntry] = []
  private(set) var setAside: [QuarantineEntry] = []
  private(set) var timings = StageTimings()
  /// Reviewers' decisions that do not hold any more.
  private(set) var stale: [StaleDecision] = []
  /// What gates look at.
  private(set) var measures = GateMeasures()
  private var entryByHash: [String: Int] = [:]

  /// Starts with what discovery found.
  init(files: Int, failures: [StageFailure]) {
    counts.files.found = files + failures.count
    counts.files.failed = failures.count
    quarantined = failures.map { QuarantineEntry($0, documentID: nil) }
  }

  /// Adds a source whose bytes no source before it had, or that could not be read.
  mutating func add(_ source: ProcessedSource) {
    timings += source.timings
    counts.add(source.counts)
    stale += source.stale
    if let sha256 = source.sha256 { entryByHash[sha256] = inputs.count }
    inputs.append(
      InputEntry(
        path: source.file.name, input: source.file.root, bytes: source.bytes, sha256: source.sha256,
        documentIDs: source.documents.map(\.rendering.documentID), duplicates: []))
    if let failure = source.failure {
      counts.files.failed += 1
      quarantined.append(QuarantineEntry(failure, documentID: source.documents.first?.rendering.documentID))
    } else {
      counts.files.read += 1
    }
    for document in source.documents {
      measures.add(document)
      guard let entry = document.quarantine else { continue }
      if document.isSetAside { setAside.append(entry) } else { quarantined.append(entry) }
    }
  }

  /// Adds a source with the same bytes as one before it.
  mutating func addDuplicate(_ source: ProcessedSource) {
    timings += source.timings
    counts.files.duplicates += 1
    guard let sha256 = source.sha256, let entry = entryByHash[sha256] else { return }
    inputs[entry].duplicates.append(source.file.name)
  }
}
