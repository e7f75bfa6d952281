/// The writing of one partition, apart from all others: it can be done on any thread.
public struct PartitionRewrite: Sendable {
  /// Its partition.
  public let partition: Partition
  let disk: any Disk
  /// The documents that it holds, in their order.
  let documents: [PlacedDocument]
  /// The folder of the last release; nil without one.
  let base: String?
  /// The folder of the release that is written.
  let staging: String
  /// What this run has read of it; nil where that is nothing.
  let spooled: SpooledPartition?

  /// A partition as it was written.
  public struct Result: Sendable {
    /// Its files.
    public let parts: [WrittenPart]
    /// The later disclosure of the same unit and year, by the document that it supersedes.
    public let superseded: [String: String]
  }

  /// Writes all files of the partition.
  public func write() throws(DiskError) -> Result {
    let old = PartKind.all.compactMap(oldPath)
    for path in old { disk.beginReading(path) }
    defer { for path in old { disk.endReading(path) } }
    let issues = try issues()
    let superseded = Supersession.relations(of: documents.compactMap { issues[$0.id]?.candidate })
    var marks: [String: String] = [:]
    for (id, issue) in issues {
      let mark = superseded[id] ?? ""
      if issue.mark != mark { marks[id] = mark }
    }
    var parts: [WrittenPart] = []
    for (index, kind) in PartKind.all.enumerated() {
      parts.append(try write(kind, spooled?.parts[index], marks: kind.namesSuperseding ? marks : [:]))
    }
    return Result(parts: parts, superseded: superseded)
  }

  private func write(
    _ kind: PartKind, _ new: SpooledPartition.Part?, marks: [String: String]
  ) throws(DiskError) -> WrittenPart {
    try disk.createDirectories("\(staging)/\(kind.name)/\(partition.folder)")
    let target = "\(staging)/\(kind.path(in: partition))"
    let isWhole = marks.isEmpty && documents.allSatisfy(\.isNew)
    if isWhole, case .written(let path, let part) = new {
      try disk.rename(path, to: target)
      return part
    }
    var file = try DatasetFile(target, on: disk)
    do throws(DiskError) {
      if isWhole, case .pending(let bytes) = new {
        try file.append(bytes)
      } else {
        try file.append(kind.header)
        let merge = PartitionMerge(disk: disk, kind: kind, documents: documents, marks: marks)
        try merge.copy(old: oldPart(kind), new: new?.source, to: &file)
      }
      let written = try file.finish(syncing: false)
      return WrittenPart(kind: kind.name, partition: partition, bytes: written.bytes, sha256: written.sha256)
    } catch {
      file.abandon()
      throw error
    }
  }

  private func oldPath(_ kind: PartKind) -> String? { base.map { "\($0)/\(kind.path(in: partition))" } }

  private func oldPart(_ kind: PartKind) -> PartSource? { oldPath(kind).map { .file($0) } }

  /// What a row of `documents` says of supersession.
  private struct Issue {
    /// What tells it from other issues; nil where it is none.
    var candidate: Supersession.Candidate?
    /// The document that its row names now.
    var mark: String
  }

  /// Reads the rows of `documents`, old and new.
  private func issues() throws(DiskError) -> [String: Issue] {
    let index = PartKind.all.firstIndex(of: .documents)
    var issues: [String: Issue] = [:]
    for (source, isNew) in [(oldPart(.documents), false), (index.flatMap { spooled?.parts[$0].source }, true)] {
      let wanted = Set(documents.lazy.filter { $0.isNew == isNew }.map(\.id))
      guard let source, !wanted.isEmpty, try source.exists(on: disk) else { continue }
      let reader = try PartReader(source, kind: .documents, on: disk)
      while let id = reader.nextDocument {
        let row = try reader.takeWhole()
        if wanted.contains(id) {
          issues[id] = Issue(candidate: Supersession.Candidate(row), mark: Supersession.mark(of: row))
        }
      }
    }
    return issues
  }
}

extension PartSource {
  /// Whether there is anything to read: a dataset that came later is not in an older release.
  func exists(on disk: any Disk) throws(DiskError) -> Bool {
    guard case .file(let path) = self else { return true }
    return try disk.kind(of: path) != .absent
  }
}

extension PartKind {
  /// Whether its records name the document that supersedes theirs.
  fileprivate var namesSuperseding: Bool { self == .documents || self == .canonical }
}
