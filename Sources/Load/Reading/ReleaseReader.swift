import Foundation

/// Why a release could not tell what it was asked.
public enum ReleaseReaderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A file that every release has is missing or cannot be read.
  case unreadable(path: String, reason: String)
  /// The release holds no such document.
  case unknownDocument(id: String)
  /// The document has no value of that key.
  case unknownKey(key: String, documentID: String)

  /// One English sentence.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    case .unknownDocument(let id): "the release holds no document \(id); documents.csv lists those it holds"
    case .unknownKey(let key, let id): "document \(id) has no value \(key); amounts.csv lists those it has"
    }
  }
}

/// Reads back what a published release says of single values.
public struct ReleaseReader: Sendable {
  /// The directory of the release, such as `OUTPUT/current`.
  public let directory: String

  /// Makes a reader of the release in `directory`; nothing is read yet.
  public init(directory: String) {
    self.directory = directory
  }

  /// Tells the story of the value `key` (`form/side/row/measure`) of a document.
  public func story(of key: String, in documentID: String) throws(ReleaseReaderError) -> ValueStory {
    let place = try place(of: documentID)
    guard let document = try rows(of: .documents, in: documentID, place).first else {
      throw .unknownDocument(id: documentID)
    }
    let amounts = try rows(of: .amounts, in: documentID, place)
    let records = try provenance(of: documentID, place)
    guard let value = amounts.first(where: { $0.cell == key }), let provenance = records.first(where: { $0.key == key })
    else { throw .unknownKey(key: key, documentID: documentID) }
    // A repair of a code or a name may be keyed by its row alone, a finding may concern all columns of it.
    let row = value.cell.dropLast(value["measure"].count)
    let keys = [key, String(row), String(row.dropLast())]
    return ValueStory(
      document: document, value: value, provenance: provenance,
      repairs: try rows(of: .repairs, in: documentID, place).filter { keys.contains($0["key"]) },
      findings: try rows(of: .findings, in: documentID, place).filter { keys.contains($0.cell) })
  }

  /// The keys of the values of a document.
  public func keys(of documentID: String) throws(ReleaseReaderError) -> [String] {
    try provenance(of: documentID, place(of: documentID)).map(\.key)
  }

  /// The partition that holds a document; nil where the release has none.
  private func place(of documentID: String) throws(ReleaseReaderError) -> Partition? {
    if access("\(directory)/\(Dataset.documents.schema.path)", F_OK) == 0 { return nil }
    let folder = "\(directory)/\(Dataset.documents.schema.name)"
    guard let years = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
    for year in years.sorted() {
      let divisions = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(year)")) ?? []
      for division in divisions.sorted() {
        let partition = Partition(folder: "\(year)/\(division)")
        if try !rows(of: .documents, in: documentID, partition).isEmpty { return partition }
      }
    }
    throw .unknownDocument(id: documentID)
  }

  private func rows(
    of dataset: Dataset, in documentID: String, _ place: Partition?
  ) throws(ReleaseReaderError) -> [DatasetRow] {
    let part = place.map { "\(dataset.schema.name)/\($0.folder)/part.csv" }
    let data = try contents(of: part ?? dataset.schema.path)
    return data.withUnsafeBytes { buffer in
      var csv = CSVReader(buffer.bindMemory(to: UInt8.self))
      let columns = csv.next() ?? []
      var rows: [DatasetRow] = []
      while let values = csv.next(startingWith: documentID) {
        rows.append(DatasetRow(columns: columns, values: values))
      }
      return rows
    }
  }

  private func provenance(
    of documentID: String, _ place: Partition?
  ) throws(ReleaseReaderError) -> [ProvenanceRecord] {
    let path = place.map { PartKind.provenance.path(in: $0) } ?? ReleaseLayout.provenance(of: documentID)
    let start = Data("{\"document_id\": \"\(documentID)\"".utf8)
    let decoder = JSONDecoder()
    var records: [ProvenanceRecord] = []
    for line in try contents(of: path).split(separator: UInt8(ascii: "\n"))
    where place == nil || line.starts(with: start) {
      do {
        records.append(try decoder.decode(ProvenanceRecord.self, from: line))
      } catch {
        throw .unreadable(path: "\(directory)/\(path)", reason: "\(error)")
      }
    }
    return records
  }

  private func contents(of path: String) throws(ReleaseReaderError) -> Data {
    try RegularFile.contents("\(directory)/\(path)", options: .mappedIfSafe)
  }
}

extension DatasetRow {
  /// `form/side/row/measure` of a row of `amounts` or `findings`.
  fileprivate var cell: String { "\(self["form"])/\(self["side"])/\(self["row"])/\(self["measure"])" }
}
