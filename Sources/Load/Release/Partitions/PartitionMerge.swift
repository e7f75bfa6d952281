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

/// Writes one file of a partition anew, from that of the last release and the documents that this run has read.
///
/// Both sources hold their documents in the order of the merged file, so that each is read once, in small pieces.
struct PartitionMerge {
  let disk: any Disk
  let kind: PartKind
  /// The documents of the merged partition, in their order.
  let documents: [PlacedDocument]
  /// What `superseded_by` is to say of the documents of which it says something else.
  let marks: [String: String]

  /// Appends the documents to a file that has its header.
  ///
  /// - Parameters:
  ///   - old: the file of the last release; nil without one.
  ///   - new: the file of the documents read; nil without one.
  func copy(old: PartSource?, new: PartSource?, to target: inout DatasetFile) throws(DiskError) {
    let oldPart = try PartStream(old, kind, documents.filter { !$0.isNew }, disk)
    let newPart = try PartStream(new, kind, documents.filter(\.isNew), disk)
    for document in documents {
      let reader = try (document.isNew ? newPart : oldPart).find(document.id)
      guard let reader else { continue }
      if let mark = marks[document.id] {
        let records = try reader.takeWhole()
        try target.append(
          kind.isCSV ? Supersession.mark(row: records, by: mark) : Supersession.mark(json: records, by: mark))
      } else {
        try reader.take { (piece) throws(DiskError) in try target.append(piece) }
      }
    }
  }
}

/// One file of a partition, read along the order of the documents that are wanted from it.
private struct PartStream {
  private let reader: PartReader?
  private let wanted: Set<String>

  init(_ source: PartSource?, _ kind: PartKind, _ documents: [PlacedDocument], _ disk: any Disk) throws(DiskError) {
    wanted = Set(documents.map(\.id))
    if let source, !documents.isEmpty, try source.exists(on: disk) {
      reader = try PartReader(source, kind: kind, on: disk)
    } else {
      reader = nil
    }
  }

  /// The reader where the records of a document come next, those that nobody wants skipped; nil where it has none.
  func find(_ id: String) throws(DiskError) -> PartReader? {
    while let next = reader?.nextDocument {
      if next == id { return reader }
      if wanted.contains(next) { return nil }
      try reader?.take { _ in }
    }
    return nil
  }
}
