import Accounts

/// One disclosure as the bytes that a release holds of it; made by a worker, appended by the `ReleaseWriter`.
public struct DocumentRendering: Sendable {
  /// Where a release holds the canonical JSON and the provenance of a document.
  public enum Style: Sendable {
    /// In files of its own: indented JSON, and provenance that the file's name tells the document of.
    case files
    /// In files of its partition: one line of JSON, and provenance whose lines start with the `document_id`.
    case lines
  }

  /// The disclosure's id, which names its files.
  public let documentID: String
  /// The partition that it belongs to.
  public let partition: Partition
  /// How far it was read.
  public let outcome: Outcome
  /// What was read, in numbers.
  public let counts: DocumentCounts
  /// The forms of which it has at least one value.
  public let formsFilled: [String]
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
  public init(_ disclosure: Disclosure, supersededBy: String = "", style: Style = .files) {
    let document = CountedDisclosure(disclosure, supersededBy: supersededBy)
    documentID = disclosure.documentID
    partition = Partition(disclosure.identification)
    outcome = disclosure.outcome
    counts = document.counts
    formsFilled = Set(disclosure.figures.lazy.filter { $0.decided != nil }.map(\.key.form)).sorted().map(\.rawValue)
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
    provenance = style == .lines ? Self.keyed(lines.bytes, by: documentID) : lines.bytes
    canonicalJSON = document.canonicalJSON(provenance: provenance, inline: style == .lines)
  }

  /// Puts a rendering together again.
  init(
    documentID: String, partition: Partition, outcome: Outcome, counts: DocumentCounts, formsFilled: [String],
    rowCounts: [Int], contents: [[UInt8]]
  ) {
    self.documentID = documentID
    self.partition = partition
    self.outcome = outcome
    self.counts = counts
    self.formsFilled = formsFilled
    self.rowCounts = rowCounts
    rows = Array(contents.dropLast(2))
    canonicalJSON = contents[contents.count - 2]
    provenance = contents[contents.count - 1]
  }

  /// Objects, one on each line, with `document_id` as their first member.
  private static func keyed(_ lines: [UInt8], by documentID: String) -> [UInt8] {
    let member = Array("{\"document_id\": \"\(documentID)\", ".utf8)
    var keyed: [UInt8] = []
    keyed.reserveCapacity(lines.count + lines.count / 4)
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      keyed.append(contentsOf: member)
      keyed.append(contentsOf: line.dropFirst())
      keyed.append(UInt8(ascii: "\n"))
    }
    return keyed
  }
}
