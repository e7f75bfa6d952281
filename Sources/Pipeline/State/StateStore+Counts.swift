import Accounts
import GRDB

/// What a release holds in numbers, summed over the documents that the state knows.
extension StateStore {
  /// The counts of the whole release.
  func counts() throws(RunError) -> RunCounts {
    try access { db in
      var counts = RunCounts()
      for row in try Row.fetchAll(db, sql: "SELECT outcome, COUNT(*) FROM source GROUP BY outcome") {
        let count = row[1] as Int
        counts.files.found += count
        switch row[0] as String {
        case "duplicate": counts.files.duplicates += count
        default: counts.files.read += count
        }
      }
      // What failed before it could be understood gave no document of its own, or one that says so.
      let failed =
        try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM source WHERE stage IN ('extract', 'clean', 'load')") ?? 0
      counts.files.failed = failed
      counts.files.read -= failed
      for row in try Row.fetchAll(db, sql: "SELECT outcome, COUNT(*) FROM document GROUP BY outcome") {
        counts.documents[row[0]] = row[1]
      }
      let columns =
        Status.allCases.map(\.rawValue)
        + ["errors", "warnings", "infos", "repairs", "numbers_used", "numbers_declared", "numbers_unplaced"]
      let sums = columns.map { "TOTAL(\($0))" }.joined(separator: ", ")
      if let row = try Row.fetchOne(db, sql: "SELECT \(sums) FROM document") {
        let totals = columns.indices.map { Int(row[$0] as Double) }
        for (index, status) in Status.allCases.enumerated() { counts.amounts[status.rawValue] = totals[index] }
        let rest = Status.allCases.count
        counts.findings = ["error": totals[rest], "warning": totals[rest + 1], "info": totals[rest + 2]]
        counts.repairs = totals[rest + 3]
        counts.addNumbers(values: totals[rest + 4], declared: totals[rest + 5], unplaced: totals[rest + 6])
      }
      return counts
    }
  }
}
