import Accounts

/// A figure as a form prints it, before it is known which column it belongs to.
struct PrintedFigure {
  /// The token that prints it.
  var token: Token
  /// Its amount in the unit of its table.
  var amount: Amount
  /// Half a unit of its last digit.
  var halfUnit: Amount

  /// Whether a letter had to be taken for a digit, a comma for a point, or a quotation mark stands among the digits.
  var isMisread: Bool {
    let units = token.normal.units
    return token.text.hasQuotationMarkInNumber || units.contains { !(0x2C...0x39).contains($0) && $0 != 0x3002 }
      || units.count { $0 == 0x2E || $0 == 0x3002 } > 1
  }
}

/// What a row of a form is.
enum RowKind: Hashable {
  /// A subject, whose code may be cut.
  case subject
  /// 合计.
  case total
  /// A fixed line with a known key.
  case line(RowKey)
  /// A line whose label names no line of the form.
  case unknown
}

/// A row of a form as read: what it is called, and its figures from left to right.
struct FormRow {
  var side: Side = .none
  var kind: RowKind
  /// The code as printed; empty where none is.
  var codePrinted = ""
  /// The name as printed, joined over line ends.
  var namePrinted = ""
  /// The grid column of the name; nil where the layout has lost it.
  var nameColumn: Int?
  /// The printed 行次.
  var lineNumber: Int?
  /// The figures from left to right.
  var figures: [PrintedFigure] = []
  /// The measures that each figure may have, where a label beside it says so; empty where it does not.
  var allowed: [[Measure]] = []
  /// Which of several blocks standing side by side the row belongs to (gk06), from the left.
  var block = 0
  /// Where the row starts.
  var span: SourceSpan

  /// The full code, once it is known.
  var code = ""
  /// The full name, once it is known.
  var name = ""
  /// What was done to code and name, and what speaks for it.
  var codeSteps: [ProvenanceStep] = []
  /// Whether several subjects are possible and nothing tells which.
  var isCodeUndecided = false
  /// The other completions, where undecided.
  var codeAlternatives: [String] = []

  /// Half a unit of the coarsest last digit among its figures; a zero stands for a blank and may print no decimals.
  var halfUnit: Amount { figures.lazy.filter { $0.amount != .zero }.map(\.halfUnit).max() ?? .zero }

  /// How far rounding may carry each of its figures.
  var rounding: Rounding { Rounding(self, halfUnit: halfUnit) }

  /// The amounts of its figures but whole numbers, which may be the numbers of lines or columns.
  var amounts: [Amount] { figures.filter { $0.token.number?.isPlainInteger == false }.map(\.amount) }

  /// Whether its figures stand in columns of a grid; other layouts lose which cells are empty.
  var hasColumns: Bool { figures.contains { $0.token.column != nil } }

  /// The key of the row in the datasets; nil while its code is not known.
  var key: RowKey? {
    switch kind {
    case .subject: code.isEmpty ? nil : RowKey(code)
    case .total: .total
    case .line(let key): key
    case .unknown: nil
    }
  }
}

/// A form as read from its table.
struct FormReading {
  var form: Form
  var table: CleanedTable
  /// The unit of its amounts, and whether the table itself prints it.
  var unit: MoneyUnit
  var rows: [FormRow] = []
  /// The measures of its columns in printed order.
  var measures: [Measure]
  /// Which grid column holds which measure, by what can be told: each entry is one hypothesis, best first.
  var columnHypotheses: [[Int: Measure]] = []
  /// Whether the form was recognised without its title.
  var isByShape = false
  /// What was found while reading it.
  var findings: [Finding] = []
}
