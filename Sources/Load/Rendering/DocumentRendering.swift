import Accounts

/// One disclosure as the bytes that a release holds of it; made by a worker, appended by the `ReleaseWriter`.
public struct DocumentRendering: Sendable {
  /// The disclosure's id, which names its files.
  public let documentID: String
  /// How far it was read.
  public let outcome: Outcome
  /// What was read, in numbers.
  public let counts: DocumentCounts
  /// Its rows of each dataset of `Dataset.all`, without a header.
  public let rows: [[UInt8]]
  /// How many rows those are.
  public let rowCounts: [Int]
  /// The canonical JSON.
  public let canonicalJSON: [UInt8]
  /// The provenance as JSON Lines, one object per value.
  public let provenance: [UInt8]

  /// Renders a disclosure.
  ///
  /// - Parameter supersededBy: id of a later disclosure of the same unit and year; empty without one.
  public init(_ disclosure: Disclosure, supersededBy: String = "") {
    let document = CountedDisclosure(disclosure, supersededBy: supersededBy)
    documentID = disclosure.documentID
    outcome = disclosure.outcome
    counts = document.counts
    var rows: [[UInt8]] = []
    var rowCounts: [Int] = []
    var lines = JSONWriter()
    for dataset in Dataset.all {
      var csv = CSVWriter()
      rowCounts.append(dataset.writeRows(document, &csv))
      rows.append(csv.bytes)
      dataset.writeProvenance?(document, &lines)
    }
    self.rows = rows
    self.rowCounts = rowCounts
    provenance = lines.bytes
    var json = JSONWriter()
    document.writeCanonicalJSON(to: &json)
    canonicalJSON = json.bytes
  }
}
