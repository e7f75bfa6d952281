import Crypto

/// A document of a partition in its place: as the last release holds it, or as this run has read it.
public struct PlacedDocument: Hashable, Sendable {
  /// Its `document_id`.
  public var id: String
  /// Whether this run has read it; otherwise the last release holds it.
  public var isNew: Bool

  /// Makes a placed document.
  public init(id: String, isNew: Bool) {
    self.id = id
    self.isNew = isNew
  }
}

/// Writes the files of one partition anew, from those of the last release and the documents that this run has read.
///
/// Both sources hold their documents in the order of the merged file, so that each is read once, in small pieces.
struct PartitionMerge {
  let disk: any Disk
  let partition: Partition
  /// The documents of the merged partition, in their order.
  let documents: [PlacedDocument]
  /// The later disclosure of the same unit and year, by the document that it supersedes.
  let superseded: [String: String]

  /// Writes one file and says what was written.
  ///
  /// - Parameters:
  ///   - old: the file of the last release; nil without one.
  ///   - new: the file of the documents read; nil without one.
  func write(_ kind: PartKind, old: String?, new: String?, to path: String) throws(DiskError) -> WrittenPart {
    var target = try DatasetFile(path, on: disk)
    do throws(DiskError) {
      try target.append(kind.header)
      try copy(kind, old: old, new: new, to: &target)
      let file = try target.finish(syncing: false)
      return WrittenPart(kind: kind.name, partition: partition, bytes: file.bytes, sha256: file.sha256)
    } catch {
      target.abandon()
      throw error
    }
  }

  private func copy(_ kind: PartKind, old: String?, new: String?, to target: inout DatasetFile) throws(DiskError) {
    let oldPart = try PartStream(old, kind, documents.filter { !$0.isNew }, disk)
    let newPart = try PartStream(new, kind, documents.filter(\.isNew), disk)
    for document in documents {
      let mark = supersession(kind, of: document.id)
      if document.isNew {
        try newPart.copy(document.id, to: &target, mark)
      } else {
        try oldPart.copy(document.id, to: &target, mark)
      }
    }
  }

  /// How the records of a document change; nil where they are copied as they are.
  private func supersession(_ kind: PartKind, of id: String) -> ((ArraySlice<UInt8>) -> [UInt8])? {
    switch kind.name {
    case "documents": return { Supersession.mark(row: $0, by: superseded[id] ?? "") }
    case PartKind.canonical.name: return { Supersession.mark(json: $0, by: superseded[id] ?? "") }
    default: return nil
    }
  }
}

/// One file of a partition, read along the order of the documents that are wanted from it.
private struct PartStream {
  private let reader: PartReader?
  private let wanted: Set<String>

  init(_ path: String?, _ kind: PartKind, _ documents: [PlacedDocument], _ disk: any Disk) throws(DiskError) {
    wanted = Set(documents.map(\.id))
    if let path, !documents.isEmpty, try disk.kind(of: path) != .absent {
      reader = try PartReader(path, kind: kind, on: disk)
    } else {
      reader = nil
    }
  }

  /// Copies the records of a document, if it has any, and skips those that nobody wants.
  func copy(
    _ id: String, to target: inout DatasetFile, _ change: ((ArraySlice<UInt8>) -> [UInt8])?
  ) throws(DiskError) {
    while let next = try reader?.nextDocument() {
      if next == id {
        guard let record = try reader?.take() else { return }
        if let change { try target.append(change(record)) } else { try target.append(record) }
      } else if wanted.contains(next) {
        return
      } else {
        _ = try reader?.take()
      }
    }
  }
}
