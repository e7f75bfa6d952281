import Glibc
import Load

/// Where files of a release stand that belong together: all of them, or those of one partition.
struct ReleaseShelf {
  /// The folder of the release.
  let release: String
  /// The partition, such as `fiscal_year=2024/division_code=420103`; nil where the release has none.
  let partition: String?

  /// The shelves of a release in their order; none where it has no `documents`.
  static func all(in release: String) -> [ReleaseShelf] {
    if access("\(release)/documents.csv", F_OK) == 0 { return [ReleaseShelf(release: release, partition: nil)] }
    var partitions: [String] = []
    for year in ReleaseFiles.names(in: "\(release)/documents") ?? [] where year.hasPrefix("fiscal_year=") {
      for division in ReleaseFiles.names(in: "\(release)/documents/\(year)") ?? [] {
        partitions.append("\(year)/\(division)")
      }
    }
    return partitions.sorted().map { ReleaseShelf(release: release, partition: $0) }
  }

  /// The path of the file of a dataset within the release.
  func path(of schema: DatasetSchema) -> String {
    partition.map { "\(schema.name)/\($0)/part.csv" } ?? schema.path
  }

  /// The path of the canonical JSON of a document within the release.
  func canonicalPath(of document: String) -> String {
    partition.map { "canonical/\($0)/part.jsonl" } ?? "documents/\(document).json"
  }

  /// The path of the provenance of a document within the release.
  func provenancePath(of document: String) -> String {
    partition.map { "provenance/\($0)/part.jsonl" } ?? "provenance/\(document).jsonl"
  }

  /// The partition that a row of `documents` belongs to.
  static func partition(of row: TableRow) -> String {
    let (year, division) = (row["fiscal_year"], row["division_code"])
    return "fiscal_year=\(year.isEmpty ? "unknown" : year)/division_code=\(division.isEmpty ? "unknown" : division)"
  }
}
