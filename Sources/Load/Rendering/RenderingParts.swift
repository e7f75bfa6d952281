import Accounts

/// A rendering taken apart, so that one process can hand it to another: a description, and the bytes beside it.
public struct RenderingParts: Codable, Sendable {
  private var documentID: String
  private var partition: String
  private var outcome: String
  private var formsFilled: [String]
  private var rowCounts: [Int]
  private var amounts: Int
  private var byStatus: [String: Int]
  private var numbers: [Int]

  /// The description of a rendering; its bytes are `DocumentRendering.contents`.
  public init(_ rendering: DocumentRendering) {
    let counts = rendering.counts
    documentID = rendering.documentID
    partition = rendering.partition.folder
    outcome = rendering.outcome.rawValue
    formsFilled = rendering.formsFilled
    rowCounts = rendering.rowCounts
    amounts = counts.amounts
    byStatus = Dictionary(counts.byStatus.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
    numbers = [
      counts.repaired, counts.unresolved, counts.errors, counts.warnings, counts.infos, counts.numbersUsed,
      counts.numbersDeclared, counts.numbersUnplaced,
    ]
  }

  /// The rendering that this describes, with its bytes; nil where they do not belong together.
  public func rendering(contents: [[UInt8]]) -> DocumentRendering? {
    guard let outcome = Outcome(rawValue: outcome), contents.count == Dataset.all.count + 2, numbers.count == 8,
      rowCounts.count == Dataset.all.count, areNamesWithoutWays
    else { return nil }
    var counts = DocumentCounts()
    counts.amounts = amounts
    for (status, count) in byStatus {
      if let status = Status(rawValue: status) { counts.byStatus[status] = count }
    }
    (counts.repaired, counts.unresolved, counts.errors) = (numbers[0], numbers[1], numbers[2])
    (counts.warnings, counts.infos) = (numbers[3], numbers[4])
    (counts.numbersUsed, counts.numbersDeclared, counts.numbersUnplaced) = (numbers[5], numbers[6], numbers[7])
    return DocumentRendering(
      documentID: documentID, partition: Partition(folder: partition), outcome: outcome, counts: counts,
      formsFilled: formsFilled, rowCounts: rowCounts, contents: contents)
  }

  /// Whether the names of files that follow from this lead nowhere but into the release.
  private var areNamesWithoutWays: Bool {
    let names = partition.split(separator: "/", omittingEmptySubsequences: false) + [documentID[...]]
    return names.count == 3
      && names.allSatisfy { name in
        !name.isEmpty && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") || $0 == 0 }
      }
  }
}

extension DocumentRendering {
  /// All its bytes: the rows of each dataset, the canonical JSON, the provenance.
  public var contents: [[UInt8]] { rows + [canonicalJSON, provenance] }

  /// How many those are.
  public var byteCount: Int { contents.reduce(0) { $0 + $1.count } }
}
