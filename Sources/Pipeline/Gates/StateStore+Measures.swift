import Accounts
import Classification
import FoundationEssentials
import GRDB

extension StateStore {
  /// What gates look at, of the release that the state describes once the run is over.
  func measures() throws(RunError) -> GateMeasures {
    try access { db in
      let filled = FormSet.finalAccount.forms.indices.map { "TOTAL(forms >> \($0) & 1)" }.joined(separator: ", ")
      let values = Status.allCases.map(\.rawValue).joined(separator: " + ")
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT COUNT(*), TOTAL(outcome = 'complete'), TOTAL(outcome = 'set_aside'),
              TOTAL(outcome IN ('complete', 'partial')), TOTAL(\(values)), TOTAL(unresolved), \(filled) FROM document
            """)
      else { return GateMeasures() }
      return GateMeasures(
        documents: row[0], complete: row[1], setAside: row[2], read: row[3],
        filled: FormSet.finalAccount.forms.indices.map { row[6 + $0] }, values: row[4], unresolved: row[5])
    }
  }

  /// The measures of the last release that passed the gates; nil without one.
  func lastMeasures() throws(RunError) -> GateMeasures? {
    guard let text = try value(of: "measures") else { return nil }
    return try? JSONDecoder().decode(GateMeasures.self, from: Data(text.utf8))
  }

  /// Keeps the measures of a release.
  func keep(_ measures: GateMeasures) throws {
    try set("measures", to: String(decoding: JSONEncoder().encode(measures), as: UTF8.self))
  }
}
