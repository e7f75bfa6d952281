import Glibc

/// Writes a release of Hive partitions: documents as they are read, then partition by partition what has changed, links
/// to the last release where nothing has, and at the end everything visible at once.
///
/// Nothing within `OUTPUT/current` changes before `publish`; a run that dies leaves the old release, and the next run
/// removes what it left. Neither memory nor open files grow with the number of documents.
public final class PartitionedReleaseWriter {
  /// Where the release is written, and where it will stand.
  public let layout: ReleaseLayout
  /// The folder of the release whose unchanged files are linked; nil without one.
  public let base: String?
  /// The files of the release, in the order in which they were settled.
  public private(set) var parts: [WrittenPart] = []

  private let disk: any Disk
  private let spool: PartitionSpool
  private let spoolFolder: String
  private let kinds = PartKind.all

  /// Removes what crashed runs left in `output` and opens a staging directory in it; hold the lock of the run.
  public init(output: String, runID: String, base: String?, disk: any Disk = POSIXDisk()) throws(DiskError) {
    layout = ReleaseLayout(output: output, runID: runID)
    self.base = base
    self.disk = disk
    spoolFolder = layout.staging + "-spool"
    spool = PartitionSpool(spoolFolder, on: disk)
    try layout.prepare(on: disk)
    try disk.createDirectory(layout.staging)
    try disk.createDirectory(spoolFolder)
  }

  /// Appends a document that was read; give documents in the order of their sources.
  public func append(_ rendering: DocumentRendering) throws(DiskError) {
    try spool.append(rendering)
  }

  /// The partitions of the documents that were appended.
  public var partitionsRead: [Partition] { spool.partitions }

  /// Ends the reading: all that was appended is in files.
  public func endReading() throws(DiskError) {
    try spool.flush()
  }

  /// Writes a partition whose documents are these, in their order, and says which of them are superseded by which.
  public func write(
    _ partition: Partition, documents: [PlacedDocument]
  ) throws(DiskError) -> (parts: [WrittenPart], superseded: [String: String]) {
    defer { spool.forget(partition) }
    for kind in kinds { try disk.createDirectories(staged("\(kind.name)/\(partition.folder)")) }
    let superseded = try supersessions(in: partition, of: documents)
    let merge = PartitionMerge(disk: disk, partition: partition, documents: documents, superseded: superseded)
    let isAllNew = documents.allSatisfy(\.isNew)
    var written: [WrittenPart] = []
    for (index, kind) in kinds.enumerated() {
      let (target, new) = (staged(kind.path(in: partition)), spool.path(of: kind, in: partition))
      if isAllNew, let part = spool.written(index, in: partition), superseded.isEmpty || !kind.namesSuperseding {
        try disk.rename(new, to: target)
        written.append(part)
      } else {
        written.append(
          try merge.write(
            kind, old: base.map { "\($0)/\(kind.path(in: partition))" }, new: spool.holds(partition) ? new : nil,
            to: target))
      }
    }
    parts += written
    return (written, superseded)
  }

  /// Takes files over from the last release as they are.
  public func keep(_ kept: [WrittenPart]) throws(DiskError) {
    guard let base else { preconditionFailure("nothing is kept of no release") }
    for part in kept {
      try disk.createDirectories(staged("\(part.kind)/\(part.partition.folder)"))
      try disk.hardLink("\(base)/\(part.path)", to: staged(part.path))
    }
    parts += kept
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

  /// Reads the rows of `documents` of a partition for what supersedes what.
  private func supersessions(
    in partition: Partition, of documents: [PlacedDocument]
  ) throws(DiskError) -> [String: String] {
    guard documents.count > 1 else { return [:] }
    let kind = PartKind.documents
    var candidates: [String: Supersession.Candidate] = [:]
    let oldPath = base.map { "\($0)/\(kind.path(in: partition))" }
    for (path, isNew) in [(oldPath, false), (spool.holds(partition) ? spool.path(of: kind, in: partition) : nil, true)]
    {
      guard let path, documents.contains(where: { $0.isNew == isNew }), try disk.kind(of: path) != .absent else {
        continue
      }
      let wanted = Set(documents.lazy.filter { $0.isNew == isNew }.map(\.id))
      let reader = try PartReader(path, kind: kind, on: disk)
      while let id = try reader.nextDocument() {
        let record = try reader.take()
        if wanted.contains(id) { candidates[id] = Supersession.Candidate(record) }
      }
    }
    return Supersession.relations(of: documents.compactMap { candidates[$0.id] })
  }
}

extension PartKind {
  /// Whether its records name the document that supersedes theirs.
  fileprivate var namesSuperseding: Bool { name == "documents" || name == PartKind.canonical.name }
}
