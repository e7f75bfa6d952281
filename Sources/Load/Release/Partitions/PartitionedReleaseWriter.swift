/// Writes a release of Hive partitions: documents as they are read, then partition by partition what has changed, links
/// to the last release where nothing has, and at the end everything visible at once.
///
/// Nothing within `OUTPUT/current` changes before `publish`; a run that dies leaves the old release, and the next run
/// removes what it left. Neither memory nor open files grow with the number of documents.
public final class PartitionedReleaseWriter {
  /// How much of what is read is held in memory before it is written, where nothing else is said; in bytes. The documents
  /// of a night fit: a hundred take some 35 MB.
  public static let defaultSpooledBytes = 64 << 20

  /// Where the release is written, and where it will stand.
  public let layout: ReleaseLayout
  /// The folder of the release whose unchanged files are linked; nil without one.
  public let base: String?
  /// The files of the release, in the order in which they were settled.
  public private(set) var parts: [WrittenPart] = []

  private let disk: any Disk
  private let spool: PartitionSpool
  private let spoolFolder: String
  private var lastWritten: [WrittenPart] = []

  /// Removes what crashed runs left in `output` and opens a staging directory in it; hold the lock of the run.
  ///
  /// - Parameter spooledBytes: how much of what is read is held in memory before it is written.
  public init(
    output: String, runID: String, base: String?, spooledBytes: Int = defaultSpooledBytes,
    disk: any Disk = POSIXDisk()
  ) throws(DiskError) {
    layout = ReleaseLayout(output: output, runID: runID)
    self.base = base
    self.disk = disk
    spoolFolder = layout.staging + "-spool"
    spool = PartitionSpool(spoolFolder, on: disk, capacity: spooledBytes)
    try layout.prepare(on: disk)
    try disk.createDirectory(layout.staging)
    try disk.createDirectory(spoolFolder)
  }

  /// Appends a document that was read; give documents in the order of their sources.
  public func append(_ rendering: DocumentRendering) throws(DiskError) {
    try spool.append(rendering)
  }

  /// Ends the reading: no document is appended any more.
  public func endReading() throws(DiskError) {
    try spool.finish()
  }

  /// The writing of a partition whose documents are these, in their order; settle the files that it gives, in the order
  /// of the partitions.
  public func rewriting(_ partition: Partition, documents: [PlacedDocument]) -> PartitionRewrite {
    PartitionRewrite(
      partition: partition, disk: disk, documents: documents, base: base, staging: layout.staging,
      spooled: spool.take(partition))
  }

  /// The taking over of a partition's files from the last release as they are; settle them, in the order of the
  /// partitions.
  public func keeping(_ parts: [WrittenPart]) -> KeptPartition {
    guard let base else { preconditionFailure("nothing is kept of no release") }
    return KeptPartition(disk: disk, parts: parts, base: base, staging: layout.staging)
  }

  /// Makes the files of a partition that was written a part of the release.
  public func settle(_ written: [WrittenPart]) {
    parts += written
    // Those before are on the medium by now. A night goes through more than memory should hold, and the system takes
    // pages that it has just got back sooner than others.
    for part in lastWritten { disk.endReading(staged(part.path)) }
    lastWritten = written
  }

  /// Makes the files of a partition that was taken over a part of the release.
  public func settle(kept: [WrittenPart]) {
    parts += kept
  }

  /// Writes a partition and settles it.
  @discardableResult
  public func write(
    _ partition: Partition, documents: [PlacedDocument]
  ) throws(DiskError) -> PartitionRewrite.Result {
    let written = try rewriting(partition, documents: documents).write()
    settle(written.parts)
    return written
  }

  /// The folder of the release before it is visible, for whoever checks it first.
  public var staging: String { layout.staging }

  /// Makes the release visible: all bytes on the medium first, then one rename, then the link `current`.
  public func publish(runRecord: [UInt8]) throws(DiskError) {
    try disk.writeFile(staged(ReleaseLayout.dataPackage), DataPackage.render(partitioned: parts))
    try disk.writeFile(staged(ReleaseLayout.runRecord), runRecord)
    try disk.removeAll(spoolFolder)
    try layout.publish(on: disk)
  }

  /// Gives the release up and removes what was written of it.
  public func abandon() throws(DiskError) {
    try disk.removeAll(spoolFolder)
    try disk.removeAll(layout.staging)
  }

  private func staged(_ path: String) -> String { "\(layout.staging)/\(path)" }
}
