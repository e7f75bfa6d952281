import Accounts
import FoundationEssentials
import Load
import Logging

/// A run of a partitioned pipeline: reads what is new or changed, and writes the partitions that this touches.
///
/// The order of its effects makes a crash harmless: staging, then the release, then `current`, then the state. A state
/// that is older than `current` makes the next run do the same work again, on the release that the state describes.
final class IncrementalRun {
  private let pipeline: PipelineRun
  private let configuration: PipelineConfiguration
  private let runID: String
  private let logger: Logger
  private let progress: @Sendable (Int, Int) -> Void
  private let disk: any Disk
  private let log: RunLog
  private let store: StateStore
  private let fingerprint: Fingerprint
  private let book: DecisionBook
  private var touched: Set<String> = []
  private var timings = StageTimings()
  private var quarantined: [QuarantineEntry] = []
  private var setAside: [QuarantineEntry] = []

  /// What the run leaves behind.
  struct Outcome {
    /// The release that stands now; nil where there is none.
    var release: String?
    /// Whether the run published it.
    var isPublished: Bool
    var counts: RunCounts
    var quarantined: [QuarantineEntry]
    var setAside: [QuarantineEntry]
    var timings: StageTimings
    var staleDecisions: [StaleDecision]
  }

  init(_ run: PipelineRun, runID: String, disk: any Disk, log: RunLog) throws(RunError) {
    pipeline = run
    configuration = run.configuration
    logger = run.logger
    progress = run.progress
    self.runID = runID
    self.disk = disk
    self.log = log
    book = try run.configuration.decisions.map(DecisionFile.read) ?? DecisionBook()
    store = try StateStore(output: configuration.output)
    if let given = run.fingerprint {
      fingerprint = given
    } else {
      fingerprint = try Fingerprint.current(run.configuration, store: store)
    }
  }

  /// Does all of it, and commits the state last.
  ///
  /// - Parameter record: gives the bytes of `run.json`.
  func execute(
    _ found: DiscoveredInputs, startedAt: Date, record: (Outcome) throws -> [UInt8]
  ) async throws -> Outcome {
    try store.begin()
    do {
      let outcome = try await run(found, startedAt: startedAt, record: record)
      try store.commit()
      return outcome
    } catch {
      try? store.rollback()
      throw error
    }
  }

  private func run(
    _ found: DiscoveredInputs, startedAt: Date, record: (Outcome) throws -> [UInt8]
  ) async throws -> Outcome {
    let base = try self.base()
    let writer = try writing { () throws(DiskError) in
      try PartitionedReleaseWriter(
        output: configuration.output, runID: runID, base: base.map { "\(configuration.output)/releases/\($0)" },
        spooledBytes: pipeline.spooledBytes, disk: disk)
    }
    do {
      let count = try await enter(scan(found), of: found, startedAt: startedAt)
      try await read(count, of: found.files, into: writer)
      if touched.isEmpty, let base {
        try writing { () throws(DiskError) in try writer.abandon() }
        try idle(base)
        return try outcome(release: base, isPublished: false)
      }
      try await write(into: writer)
      try Task.checkCancellation()
      try passGates(writer)
      let outcome = try self.outcome(release: runID, isPublished: true)
      let bytes = try record(outcome)
      try writing { () throws(DiskError) in try writer.publish(runRecord: bytes) }
      try store.setRelease(runID)
      return outcome
    } catch {
      // What cannot be removed now is removed by the next run.
      try? writer.abandon()
      throw error
    }
  }

  /// The release that the state describes. Where it is gone, everything is forgotten and read again.
  private func base() throws -> String? {
    guard let release = try store.release() else {
      try store.forgetEverything()
      return nil
    }
    let path = "\(configuration.output)/releases/\(release)"
    let isThere = try writing { () throws(DiskError) in
      try disk.kind(of: path) == .directory
    }
    if isThere { return release }
    logger.warning(
      "the release that the state describes is gone: everything is read again", metadata: ["release": "\(release)"])
    try store.forgetEverything()
    return nil
  }

  /// Lists what the run has something to do with, and says how much that is.
  private func scan(_ found: DiscoveredInputs) throws -> Int {
    let scan = try SourceScan.run(
      found, store: store, fingerprint: fingerprint, selection: configuration.selection,
      isFullRefresh: configuration.isFullRefresh, book: book)
    logger.info("sources scanned", metadata: Self.metadata(scan))
    return scan.changes
  }

  /// Writes into the state what is new, changed or gone, and says of how many sources the documents are to be read.
  private func enter(_ changes: Int, of found: DiscoveredInputs, startedAt: Date) async throws -> Int {
    for failure in found.failures { try quarantine(QuarantineEntry(failure, documentID: nil)) }
    var pending = PendingSources(
      store: store, files: found.files, fingerprint: try store.id(of: fingerprint), runID: runID,
      racyTime: Int((startedAt.timeIntervalSince1970 - 2) * 1_000_000_000))
    let hashing = SourceHashing(reader: FileReader(maxBytes: configuration.maxFileBytes))
    try await fanOut.run(
      changes, prepare: { try found.files.change($0 + 1) }, work: { hashing.hash($1) },
      deliver: { try pending.add($0) })
    try pending.electLeaders()
    touched.formUnion(pending.touched)
    for failure in pending.failures { try quarantine(QuarantineEntry(failure, documentID: nil)) }
    return try pending.giveTurns()
  }

  /// Reads the documents of `count` sources, each in its turn.
  private func read(_ count: Int, of files: FoundFiles, into writer: PartitionedReleaseWriter) async throws {
    // Which of several copies stands for all is settled already.
    var processor = SourceProcessor(
      stages: StageRunner(maxFileBytes: configuration.maxFileBytes), style: .lines, duplicates: nil)
    processor.book = book
    let reader = SourceReader(processor, configuration, program: count > 0 ? pipeline.workerProgram : nil)
    let fingerprintID = try store.id(of: fingerprint)
    var done = 0
    progress(0, count)
    try await reader.whileReading {
      try await fanOut.run(
        count, prepare: { try files.source(inTurn: $0 + 1) }, work: { ($1.row, reader.process($0, $1.file)) },
        deliver: { row, source in
          try self.enter(source, row: row, fingerprintID, into: writer)
          done += 1
          progress(done, count)
        })
    }
    try writing { () throws(DiskError) in try writer.endReading() }
  }

  private var fanOut: OrderedFanOut { OrderedFanOut(jobs: configuration.jobs, lookAhead: 4 * configuration.jobs) }

  private func enter(
    _ processed: ProcessedSource, row: Int64, _ fingerprintID: Int64,
    into writer: PartitionedReleaseWriter
  ) throws {
    var source = processed
    let expected = try store.hash(of: row)
    if let sha256 = source.sha256, sha256 != expected {
      source.documents = []
      source.failure = StageFailure(
        stage: .extract, document: source.file.name, isTransient: true, reason: "changing",
        message: "The file changed while it was read.")
    }
    timings += source.timings
    try store.enter(
      source, row: row, fingerprint: fingerprintID, runID: runID, decisions: book.text(of: expected))
    for document in source.documents {
      touched.insert(document.rendering.partition.folder)
      if let entry = document.quarantine {
        if document.isSetAside { setAside.append(entry) } else { try quarantine(entry) }
      }
      try writing { () throws(DiskError) in try writer.append(document.rendering) }
    }
    if let failure = source.failure {
      try quarantine(QuarantineEntry(failure, documentID: source.documents.first?.rendering.documentID))
    }
    var event = RunEvent("read")
    event.path = source.file.name
    event.input = source.file.root
    event.sha256 = expected
    event.documentIDs = source.documents.map(\.rendering.documentID)
    try writing { () throws(DiskError) in try log.add(event) }
  }

  /// Writes the partitions that were touched, several at a time, and links the others.
  private func write(into writer: PartitionedReleaseWriter) async throws {
    let partitions = try store.partitions()
    for folder in touched.subtracting(partitions.map(\.folder)) {
      try store.replace(partsOf: Partition(folder: folder), with: [])
    }
    // What waits for its turn is small; a short look ahead would seldom hold two partitions that are written.
    try await OrderedFanOut(jobs: configuration.jobs, lookAhead: partitions.count).run(
      partitions,
      prepare: { partition -> PartitionTask in
        touched.contains(partition.folder)
          ? .rewrite(writer.rewriting(partition, documents: try store.documents(in: partition)))
          : .keep(writer.keeping(try store.parts(of: partition)))
      },
      work: { index, task in (partitions[index], Result { () throws(DiskError) in try task.parts() }) },
      deliver: { partition, result in
        let parts = try writing { () throws(DiskError) in try result.get() }
        if touched.contains(partition.folder) {
          writer.settle(parts)
          try store.replace(partsOf: partition, with: parts)
        } else {
          writer.settle(kept: parts)
        }
      })
  }

  /// What is done with a partition, on any thread.
  private enum PartitionTask {
    case rewrite(PartitionRewrite)
    case keep(KeptPartition)

    /// Puts the files of the partition into their place.
    func parts() throws(DiskError) -> [WrittenPart] {
      switch self {
      case .rewrite(let rewrite): try rewrite.write().parts
      case .keep(let kept): try kept.link()
      }
    }
  }

  /// Says that nothing has changed, or fails where that is a failure.
  private func idle(_ base: String) throws(RunError) {
    if configuration.noChange == .failure {
      throw RunError(.quarantined, "Nothing is new, changed or withdrawn; the pipeline file calls that a failure.")
    }
    logger.log(
      level: configuration.noChange == .warning ? .warning : .notice, "nothing has changed",
      metadata: ["release": "\(base)"])
  }

  /// Measures the release and demands that it pass all gates.
  private func passGates(_ writer: PartitionedReleaseWriter) throws {
    let gates = configuration.gates
    let measures = try store.measures()
    var changedValues = 0
    if gates.maxChangedValues != nil, let base = writer.base {
      do {
        var diff = try ReleaseDiff(old: base, new: writer.staging)
        try diff.run { _ in }
        changedValues = diff.changedWithoutSource
      } catch let error as ReleaseReaderError {
        throw RunError(.inputOutput, "The releases cannot be compared: \(error).")
      }
    }
    try pipeline.pass(
      gates.failures(of: measures, last: store.lastMeasures(), changedValues: changedValues))
    try store.keep(measures)
  }

  private func outcome(release: String?, isPublished: Bool) throws -> Outcome {
    let stale = try store.staleDecisions(book)
    for decision in stale { pipeline.report(decision) }
    return Outcome(
      release: release, isPublished: isPublished, counts: try store.counts(), quarantined: quarantined,
      setAside: setAside, timings: timings, staleDecisions: stale)
  }

  private func quarantine(_ entry: QuarantineEntry) throws {
    quarantined.append(entry)
    logger.error(
      "quarantined",
      metadata: [
        "file": "\(entry.path)", "stage": "\(entry.stage)", "reason": "\(entry.reason)",
        "message": "\(entry.message)",
      ])
    var event = RunEvent("quarantined")
    (event.path, event.stage, event.reason, event.message) = (entry.path, entry.stage, entry.reason, entry.message)
    try writing { () throws(DiskError) in try log.add(event) }
  }

  private func writing<Result>(_ body: () throws(DiskError) -> Result) throws(RunError) -> Result {
    do {
      return try body()
    } catch {
      throw RunError(.inputOutput, "The release cannot be written: \(error).")
    }
  }

  private static func metadata(_ scan: SourceScan) -> Logger.Metadata {
    var metadata: Logger.Metadata = ["unchanged": "\(scan.unchanged)"]
    for (cause, count) in scan.counts { metadata[cause] = "\(count)" }
    if scan.unselected > 0 { metadata["not selected"] = "\(scan.unselected)" }
    return metadata
  }
}
