/// Writes one release: rows and documents into a staging directory, then everything visible at once.
///
/// Nothing within `OUTPUT/current` changes before `publish`; a run that dies leaves the old release, and the next run
/// removes what it left. Give documents in their order (source path, then ordinal): the bytes follow it. One thread
/// writes; only the pieces of one document and one piece per dataset are held in memory.
public final class ReleaseWriter {
  /// Where the release is written, and where it will stand.
  public let layout: ReleaseLayout
  /// What was written so far.
  public private(set) var summary = ReleaseSummary()

  private let disk: any Disk
  private var files: [DatasetFile] = []
  private var isOpen = true

  /// Removes what crashed runs left in `output` and opens a staging directory in it.
  ///
  /// Runs that write to the same output at the same time would remove each other's work: hold the lock of the run.
  /// Throws a `DiskError` where the directory cannot be written, or a release of that run is there already.
  public init(output: String, runID: String, disk: any Disk = POSIXDisk()) throws(DiskError) {
    layout = ReleaseLayout(output: output, runID: runID)
    self.disk = disk
    try layout.prepare(on: disk)
    try disk.createDirectory(layout.staging)
    try disk.createDirectory(staged(ReleaseLayout.documents))
    try disk.createDirectory(staged(ReleaseLayout.provenance))
    for dataset in Dataset.all {
      files.append(try DatasetFile(staged(dataset.schema.path), on: disk))
      try files[files.count - 1].append(dataset.schema.header)
    }
  }

  deinit {
    closeFiles()
  }

  /// Appends one document's rows and writes its files.
  ///
  /// - Precondition: the release is neither published nor abandoned.
  public func append(_ rendering: DocumentRendering) throws(DiskError) {
    precondition(isOpen, "a release takes no document after its publication")
    try disk.writeFile(staged(ReleaseLayout.canonicalJSON(of: rendering.documentID)), rendering.canonicalJSON)
    try disk.writeFile(staged(ReleaseLayout.provenance(of: rendering.documentID)), rendering.provenance)
    for index in files.indices { try files[index].append(rendering.rows[index]) }
    summary.add(rendering)
  }

  /// Makes the release visible: all bytes on the medium first, then one rename, then the link `current`.
  ///
  /// - Parameter runRecord: the bytes of `run.json`.
  /// - Precondition: the release is neither published nor abandoned.
  public func publish(runRecord: [UInt8]) throws(DiskError) {
    precondition(isOpen, "a release is published once")
    var written: [(schema: DatasetSchema, file: WrittenFile)] = []
    for (index, dataset) in Dataset.all.enumerated() {
      written.append((dataset.schema, try files[index].finish()))
    }
    files = []
    isOpen = false
    try disk.writeFile(staged(ReleaseLayout.dataPackage), DataPackage.render(written))
    try disk.writeFile(staged(ReleaseLayout.runRecord), runRecord)
    try layout.publish(on: disk)
  }

  /// Gives the release up and removes what was written of it.
  public func abandon() throws(DiskError) {
    closeFiles()
    isOpen = false
    try disk.removeAll(layout.staging)
  }

  private func staged(_ path: String) -> String { "\(layout.staging)/\(path)" }

  private func closeFiles() {
    for index in files.indices { files[index].abandon() }
    files = []
  }
}
