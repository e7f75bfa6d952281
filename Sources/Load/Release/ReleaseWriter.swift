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
  private var issues: [Supersession.Candidate] = []
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
    if let issue = Supersession.Candidate(rendering.rows[0]) { issues.append(issue) }
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
    let superseded = Supersession.relations(of: issues)
    if !superseded.isEmpty { written[0].file = try mark(superseded) }
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

  /// Names in superseded documents what supersedes them, now that all are known; gives `documents` as it is then.
  private func mark(_ superseded: [String: String]) throws(DiskError) -> WrittenFile {
    let (path, unmarked) = (staged(Dataset.documents.schema.path), staged("unmarked"))
    try disk.rename(path, to: unmarked)
    let reader = try PartReader(.file(unmarked), kind: .documents, on: disk)
    var marked = try DatasetFile(path, on: disk)
    do throws(DiskError) {
      try marked.append(PartKind.documents.header)
      while let id = reader.nextDocument {
        try marked.append(Supersession.mark(row: reader.takeWhole(), by: superseded[id] ?? ""))
      }
      try disk.remove(unmarked)
      for (id, other) in superseded.sorted(by: { $0.key < $1.key }) {
        let json = staged(ReleaseLayout.canonicalJSON(of: id))
        let bytes = try disk.contents(of: json)
        try disk.remove(json)
        try disk.writeFile(json, Supersession.mark(json: bytes, by: other))
      }
      return try marked.finish()
    } catch {
      marked.abandon()
      throw error
    }
  }

  private func staged(_ path: String) -> String { "\(layout.staging)/\(path)" }

  private func closeFiles() {
    for index in files.indices { files[index].abandon() }
    files = []
  }
}
