/// Marks documents that a later disclosure of the same unit and year supersedes.
enum Supersession {
  /// What tells reissues of one disclosure: a row of `documents`, as far as it matters here.
  struct Candidate: Hashable {
    var id: String
    var sourceHash: String
    /// The unit, its fiscal year and its division.
    var place: [String]
    var publishedOn: String
  }

  /// Which document supersedes which; give the candidates in the order of their documents.
  ///
  /// Only different dates of publication tell which of two disclosures is later; without them nothing is claimed. The
  /// disclosures of one file stand beside each other and supersede nothing.
  static func relations(of candidates: [Candidate]) -> [String: String] {
    var superseded: [String: String] = [:]
    for issues in Dictionary(grouping: candidates, by: \.place).values where issues.count > 1 {
      // Of several with the latest date the first stands for all.
      guard let date = issues.map(\.publishedOn).max(), let latest = issues.first(where: { $0.publishedOn == date })
      else { continue }
      for issue in issues where issue.publishedOn < date && issue.sourceHash != latest.sourceHash {
        superseded[issue.id] = latest.id
      }
    }
    return superseded
  }

  /// What a row of `documents` says in its last column: the document that supersedes its own, or nothing.
  static func mark(of row: [UInt8]) -> String {
    guard let comma = row.lastIndex(of: UInt8(ascii: ",")) else { return "" }
    return String(decoding: row[(comma + 1)...].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// A row of `documents` with `id` in its last column.
  static func mark(row: [UInt8], by id: String) -> [UInt8] {
    guard let comma = row.lastIndex(of: UInt8(ascii: ",")) else { return row }
    return Array(row[...comma]) + Array(id.utf8) + [UInt8(ascii: "\n")]
  }

  /// A line of canonical JSON with `id` as its member `superseded_by`, and the digest that it then has.
  static func mark(json: [UInt8], by id: String) -> [UInt8] {
    // Within a text the quotes would be escaped, so that these bytes stand nowhere else.
    let member = Array("\"superseded_by\": \"".utf8)
    guard let start = place(of: member, in: json) else { return json }
    guard let end = json[start...].firstIndex(of: UInt8(ascii: "\"")) else { return json }
    return ContentDigest.renewed(Array(json[..<start]) + Array(id.utf8) + Array(json[end...]))
  }

  /// The place behind the first occurrence of `mark`.
  private static func place(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
    var index = bytes.startIndex
    while let quote = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) {
      if bytes[quote...].starts(with: mark) { return quote + mark.count }
      index = quote + 1
    }
    return nil
  }
}

extension Supersession.Candidate {
  /// The candidate of a row of `documents`; nil where it is no final account, or lacks what tells it from others.
  init?(_ record: [UInt8]) {
    let values = record.withUnsafeBufferPointer { buffer -> [String] in
      var csv = CSVReader(buffer)
      return csv.next() ?? []
    }
    let row = DatasetRow(columns: Self.columns, values: values)
    let place = ["unit_name", "fiscal_year", "division_code"].map { row[$0] }
    guard row["outcome"] != "quarantined", row["report_kind"] == "final_account", !place.contains(""),
      !row["published_on"].isEmpty
    else { return nil }
    self.init(
      id: row["document_id"], sourceHash: row["source_sha256"], place: place, publishedOn: row["published_on"])
  }

  private static let columns = Dataset.documents.schema.fields.map(\.name)
}
