import Accounts
import Classification

/// What the canonical JSON says of one form beside its figures.
struct PublishedForm {
  /// One printed row, with or without figures.
  struct Row {
    var side: Side
    var key: String
    var block: Int
    var lineNumber: Int?
    var codePrinted: String
    var namePrinted: String
    /// Its figures as printed, from left to right.
    var figures: [String]
    /// For each blank cell that it marks, how many figures stand before it.
    var blanks: [Int]
    /// The columns in which a figure that cannot be read stands or may stand.
    var unknown: [Measure]
    /// The measures that each figure may have; empty where any may.
    var allowed: [[Measure]]
    var sourceLine: Int
  }

  let form: Form
  /// How many yuan the unit of its amounts is.
  let unit: Int128
  /// The measures of its columns in printed order.
  let columns: [Measure]
  let rows: [Row]
  /// The rows of each side and key, in their order.
  private let rowsOfKey: [String: [Int]]
  /// Notes and rules printed under it, by the line on which each starts.
  let notes: [(line: Int, text: NormalText)]

  /// Reads one element of `forms`; nil where it lacks what a replay needs.
  init?(_ node: JSONNode) {
    guard let form = FormSet.finalAccount[node["form"].scalar], let unit = MoneyUnit(rawValue: node["unit"].scalar)
    else {
      return nil
    }
    self.form = form
    self.unit = Int128(unit.yuan)
    columns = node["columns"].texts.compactMap(Measure.init(rawValue:))
    guard columns.count == node["columns"].elements.count, Set(columns).count == columns.count else { return nil }
    rows = node["printed_rows"].elements.map { row in
      Row(
        side: Side(rawValue: row["side"].scalar) ?? .none, key: row["row"].scalar, block: row["block"].integer ?? 0,
        lineNumber: row["line_number"].integer, codePrinted: row["code_printed"].exactScalar,
        namePrinted: row["name_printed"].exactScalar, figures: row["figures"].exactTexts,
        blanks: row["blanks"].exactTexts.compactMap { Int($0) },
        unknown: row["unknown"].exactTexts.compactMap(Measure.init(rawValue:)),
        allowed: row["allowed"].texts.map { $0.split(separator: ";").compactMap { Measure(rawValue: String($0)) } },
        sourceLine: row["source_line"].integer ?? 0)
    }
    let read = rows
    rowsOfKey = Dictionary(grouping: read.indices) { "\(read[$0].side.rawValue)/\(read[$0].key)" }
    notes = node["notes"].elements.map { ($0["source_line"].integer ?? 0, NormalText($0["text"].exactScalar)) }
  }

  /// The rows of a key: several where the form prints it again.
  func rows(on side: Side, of key: String) -> [Row] { (rowsOfKey["\(side.rawValue)/\(key)"] ?? []).map { rows[$0] } }

  /// The measures of the columns that a row on this side has.
  func columns(on side: Side) -> [Measure] {
    form == .gk04 && side == .revenue ? [.amount] : columns
  }
}
