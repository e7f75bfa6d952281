import Accounts

/// What a release holds, in numbers.
public struct ReleaseSummary: Hashable, Sendable {
  /// All documents in it.
  public var documents = 0
  /// Documents by how far they were read; outcomes without documents are left out.
  public var byOutcome: [Outcome: Int] = [:]
  /// What was read from all of them.
  public var counts = DocumentCounts()
  /// Rows of each dataset, in the order of `Dataset.all`.
  public var rows = [Int](repeating: 0, count: Dataset.all.count)

  /// Nothing written.
  public init() {}

  mutating func add(_ rendering: DocumentRendering) {
    documents += 1
    byOutcome[rendering.outcome, default: 0] += 1
    counts += rendering.counts
    for (index, count) in rendering.rowCounts.enumerated() { rows[index] += count }
  }
}
