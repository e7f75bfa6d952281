/// Checks `superseded_by` of documents that stand together: of several disclosures of one unit, year and division,
/// those with an earlier date of publication name the first of those with the latest.
struct SupersessionCheck {
  private struct Issue {
    var document: String
    var source: String
    var publishedOn: String
    var supersededBy: String
  }

  private var issues: [String: [Issue]] = [:]

  /// Notes a row of `documents`; give them in their order.
  mutating func add(_ row: TableRow, _ journal: inout Journal) {
    let place = ["unit_name", "fiscal_year", "division_code"].map { row[$0] }
    let issue = Issue(
      document: row["document_id"], source: row["source_sha256"], publishedOn: row["published_on"],
      supersededBy: row["superseded_by"])
    let isKnown = row["report_kind"] == "final_account" && row["outcome"] != "quarantined" && !place.contains("")
    if isKnown {
      issues[place.joined(separator: "\n"), default: []].append(issue)
    } else {
      compare(issue, "", &journal)
    }
  }

  /// Compares what all rows say.
  func finish(_ journal: inout Journal) {
    for (_, issues) in issues.sorted(by: { $0.key < $1.key }) {
      let last = issues.map(\.publishedOn).max() ?? ""
      let latest = issues.first { $0.publishedOn == last }
      for issue in issues {
        let isEarlier = !issue.publishedOn.isEmpty && issue.publishedOn < last && issue.source != latest?.source
        compare(issue, isEarlier ? latest?.document ?? "" : "", &journal)
      }
    }
  }

  private func compare(_ issue: Issue, _ expected: String, _ journal: inout Journal) {
    journal.compare(
      .superseded, "documents", issue.document, key: "superseded_by", published: issue.supersededBy,
      expected: expected, "the dates of publication")
  }
}
