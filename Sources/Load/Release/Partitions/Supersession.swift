/// Marks documents that a later disclosure of the same unit and year supersedes.
enum Supersession {
  /// What tells reissues of one disclosure: a row of `documents`, as far as it matters here.
  struct Candidate: Hashable {
    var id: String
    var sourceHash: String
    var unit: String
    var publishedOn: String
  }

  /// Which document supersedes which, of the documents of one partition.
  ///
  /// Only different dates of publication tell which of two disclosures is later; without them nothing is claimed. The
  /// disclosures of one file stand beside each other and supersede nothing.
  static func relations(of candidates: [Candidate]) -> [String: String] {
    var superseded: [String: String] = [:]
    for (unit, issues) in Dictionary(grouping: candidates, by: \.unit) where issues.count > 1 && !unit.isEmpty {
      // Of several with the latest date the first in the order of the partition stands for all.
      guard let date = issues.map(\.publishedOn).max(), let latest = issues.first(where: { $0.publishedOn == date })
      else { continue }
      for issue in issues
      where !issue.publishedOn.isEmpty && issue.publishedOn < date && issue.sourceHash != latest.sourceHash {
        superseded[issue.id] = latest.id
      }
    }
    return superseded
  }

  /// A row of `documents` with `id` in its last column.
  static func mark(row: ArraySlice<UInt8>, by id: String) -> [UInt8] {
    guard let comma = row.lastIndex(of: UInt8(ascii: ",")) else { return Array(row) }
    return Array(row[...comma]) + Array(id.utf8) + [UInt8(ascii: "\n")]
  }

  /// A line of canonical JSON with `id` as its member `superseded_by`.
  static func mark(json: ArraySlice<UInt8>, by id: String) -> [UInt8] {
    // Within a text the quotes would be escaped, so that these bytes stand nowhere else.
    let member = Array("\"superseded_by\": \"".utf8)
    guard let start = place(of: member, in: json) else { return Array(json) }
    let rest = json[start...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return Array(json) }
    if rest[..<end].elementsEqual(id.utf8) { return Array(json) }
    return Array(json[..<start]) + Array(id.utf8) + Array(json[end...])
  }

  /// The place behind the first occurrence of `mark`.
  private static func place(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while let quote = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) {
      if bytes[quote...].starts(with: mark) { return quote + mark.count }
      index = quote + 1
    }
    return nil
  }
}
