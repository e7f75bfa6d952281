/// What a file of a partition holds: the rows of one dataset, the canonical JSON, or the provenance.
struct PartKind: Hashable, Sendable {
  /// The folder of the release that holds such files.
  let name: String
  /// Its file in each partition.
  let fileName: String
  /// What the file starts with, before the first document.
  let header: [UInt8]
  /// Where its bytes stand in a rendering.
  let content: @Sendable (DocumentRendering) -> [UInt8]

  /// Whether it is CSV; JSON Lines otherwise.
  var isCSV: Bool { fileName.hasSuffix(".csv") }

  /// The path of its file of `partition` within a release.
  func path(in partition: Partition) -> String { "\(name)/\(partition.folder)/\(fileName)" }

  static func == (left: PartKind, right: PartKind) -> Bool { left.name == right.name }
  func hash(into hasher: inout Hasher) { hasher.combine(name) }

  static let canonical = PartKind(name: "canonical", fileName: "part.jsonl", header: []) { $0.canonicalJSON }
  static let provenance = PartKind(name: "provenance", fileName: "part.jsonl", header: []) { $0.provenance }

  /// The datasets in their order.
  private static let datasets = Dataset.all.enumerated().map { index, dataset in
    PartKind(name: dataset.schema.name, fileName: "part.csv", header: dataset.schema.header) { $0.rows[index] }
  }

  /// The first dataset, which every document has one row of.
  static let documents = datasets[0]

  /// The files of each partition: the datasets, the canonical JSON, the provenance.
  static let all = datasets + [canonical, provenance]
}

/// A file of a partition as it was written.
public struct WrittenPart: Hashable, Sendable {
  /// The dataset, `canonical` or `provenance`.
  public let kind: String
  /// Its partition.
  public let partition: Partition
  /// Its size.
  public let bytes: Int
  /// Lower-case hexadecimal SHA-256 of its bytes.
  public let sha256: String

  /// Makes the description of a file.
  public init(kind: String, partition: Partition, bytes: Int, sha256: String) {
    self.kind = kind
    self.partition = partition
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// Its path within a release.
  var path: String { "\(kind)/\(partition.folder)/part.\(isCSV ? "csv" : "jsonl")" }

  private var isCSV: Bool { kind != PartKind.canonical.name && kind != PartKind.provenance.name }
}
