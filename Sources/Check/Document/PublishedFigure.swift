import Accounts
import Classification

/// One row of `amounts` with its provenance, as the release has it.
///
/// A class, since figures are handed around much and have many texts to retain. Texts begin as CSV has them, without
/// controls, and are those of the JSON outputs once these were compared.
final class PublishedFigure {
  /// One step of its story.
  struct Step {
    var stage: String
    var rule: String
    var before: String
    var after: String
    var witnesses: [String]

    /// Whether it only reads digits of another script, or digits with unseen characters among them: that is no repair, and
    /// needs no witness.
    var isSpelling: Bool { rule == "read-characters" }

    /// The steps that provenance tells.
    static func steps(_ node: JSONNode) -> [Step] {
      node.elements.map { step in
        Step(
          stage: step["stage"].scalar, rule: step["rule"].scalar, before: step["before"].exactScalar,
          after: step["after"].exactScalar, witnesses: step["witnesses"].exactTexts)
      }
    }
  }

  /// The row as it stands.
  let row: TableRow
  let key: CellKey
  /// `form/side/row/measure`.
  let keyText: String
  let lineNumber: Int?
  let code: String
  var name: String
  /// In thousandths of a yuan; nil where ambiguous.
  let amount: Int128?
  let low: Int128?
  let high: Int128?
  let status: Status
  /// In thousandths.
  let confidence: Int
  let proof: Proof
  var printed: String
  var codePrinted: String
  var namePrinted: String
  let sourceLine: Int?
  /// The amount as the dataset prints it.
  let amountText: String
  /// Filled in from provenance.
  var place: SourcePlace?
  var steps: [Step] = []

  /// Reads a row; nil where a field holds what the Table Schema does not allow.
  init?(_ row: TableRow) {
    guard let form = FormSet.finalAccount[row["form"]], let side = Side(rawValue: row["side"]),
      let measure = Measure(rawValue: row["measure"]), let status = Status(rawValue: row["status"]),
      let proof = Proof(rawValue: row["proof"]), let confidence = Decimals.confidence(row["confidence"])
    else { return nil }
    self.row = row
    key = CellKey(form, side, RowKey(row["row"]), measure)
    keyText = key.description
    lineNumber = Int(row["line_number"])
    code = row["code"]
    name = row["name"]
    amountText = row["amount"]
    amount = Decimals.thousandths(amountText)
    low = Decimals.thousandths(row["amount_low"])
    high = Decimals.thousandths(row["amount_high"])
    self.status = status
    self.confidence = confidence
    self.proof = proof
    printed = row["amount_printed"]
    codePrinted = row["code_printed"]
    namePrinted = row["name_printed"]
    sourceLine = Int(row["source_line"])
    let numbers = [(amountText, amount), (row["amount_low"], low), (row["amount_high"], high)]
    guard numbers.allSatisfy({ $0.0.isEmpty == ($0.1 == nil) }) else { return nil }
  }

  /// Whether one of its steps has this rule.
  func hasStep(_ rule: String) -> Bool { steps.contains { $0.rule == rule } }
}

/// Where a value stands in the source: 1-based lines and columns, both ends included.
struct SourcePlace: Equatable {
  let line: Int
  let column: Int
  let lineEnd: Int
  let columnEnd: Int
  /// The XPath of its element in a page; nil in text.
  let path: String?

  /// Reads the member `source` of provenance; nil where a line or column is missing.
  init?(_ node: JSONNode) {
    guard let line = node["line"].integer, let column = node["column"].integer,
      let lineEnd = node["line_end"].integer, let columnEnd = node["column_end"].integer
    else { return nil }
    (self.line, self.column, self.lineEnd, self.columnEnd) = (line, column, lineEnd, columnEnd)
    let path = node["xpath"].scalar
    self.path = path.isEmpty ? nil : path
  }
}

/// One row of `repairs`.
struct PublishedRepair {
  let key: String
  let field: String
  var printed: String
  let value: String
  let rule: String
  let proof: Proof
  let confidence: Int
  let witnesses: [String]
  let alternatives: [String]
}

/// One row of `findings`, as far as a check needs it.
struct PublishedFinding {
  let rule: String
  let severity: String
  let form: String
  let side: String
  let row: String
  let measure: String
  var printed: String
  let expected: String
  /// In thousandths of a yuan.
  let difference: Int128?
  let message: String

  /// Reads a row.
  init(_ row: TableRow) {
    rule = row["rule"]
    severity = row["severity"]
    form = row["form"]
    side = row["side"]
    self.row = row["row"]
    measure = row["measure"]
    printed = row["printed"]
    expected = row["expected"]
    difference = Decimals.thousandths(row["difference"])
    message = row["message"]
  }

  /// Whether what follows is published as a bound: it is beyond what amounts hold.
  var isBound: Bool { expected.hasPrefix("more than ") || expected.hasPrefix("less than ") }

  /// Whether it says that something stayed undecided.
  var isUndecided: Bool {
    ["code-undecided", "alignment-undecided", "value-undecided"].contains(rule)
  }
}
