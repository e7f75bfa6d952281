import Accounts

/// A figure as a form prints it, before it is known which column it belongs to.
struct PrintedFigure {
  /// The token that prints it.
  var token: Token
  /// Its amount in the unit of its table; nil where it cannot be read. Such a figure is unknown, not blank.
  var amount: Amount?
  /// Half a unit of its last digit.
  var halfUnit: Amount

  /// Makes a figure of a token.
  init(token: Token, amount: Amount?, halfUnit: Amount) {
    self.token = token
    self.amount = amount
    self.halfUnit = halfUnit
  }

  /// The figure of a token in a unit; nil where it is text. A number that is no amount cannot be read either.
  init?(_ token: Token, in unit: MoneyUnit) {
    guard token.isFigure else { return nil }
    let amount = token.number?.amount(in: unit)
    self.init(token: token, amount: amount, halfUnit: amount == nil ? .zero : token.number?.halfUnit(in: unit) ?? .zero)
  }

  /// The rule by which what is printed became a number, where it is none as it stands: its pieces were joined, or a letter
  /// taken for a digit.
  var mending: String? {
    token.legibility == .joined ? "join-torn-figure" : isMisread ? "misread-digit" : nil
  }

  /// The step from digits of another script, or digits with invisible characters among them, to those of ASCII; nil for
  /// all others, and where mending says more.
  var spelling: ProvenanceStep? {
    guard let amount, mending == nil, token.text.utf8.contains(where: { $0 >= 0x80 }),
      token.text.unicodeScalars.contains(where: Characters.isUnusual)
    else { return nil }
    return ProvenanceStep(
      stage: "clean", rule: "read-characters", before: token.text, after: amount.description)
  }

  /// Whether a letter had to be taken for a digit, a comma for a point, or a quotation mark stands among the digits.
  var isMisread: Bool {
    let units = token.normal.units
    return token.text.hasQuotationMarkInNumber || units.contains { !(0x2C...0x39).contains($0) && $0 != 0x3002 }
      || units.count { $0 == 0x2E || $0 == 0x3002 } > 1
  }
}

/// A blank cell that a row marks as such.
struct BlankCell: Hashable {
  /// How many figures of its row stand before it.
  var figuresBefore: Int
  /// Its grid column; nil where the layout has lost it.
  var column: Int?
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
  /// The grid columns of the line on which it starts; 0 where that is not told.
  var width = 0
  /// The printed 行次.
  var lineNumber: Int?
  /// The figures from left to right.
  var figures: [PrintedFigure] = []
  /// The blank cells that it marks, from left to right.
  var blanks: [BlankCell] = []
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
  var amounts: [Amount] { figures.filter { $0.token.number?.isPlainInteger == false }.compactMap(\.amount) }

  /// Drops figures that are none; marks of blank cells among them tell nothing then.
  mutating func removeFigures(where isNone: (PrintedFigure) -> Bool) {
    let count = figures.count
    figures.removeAll(where: isNone)
    if figures.count < count { blanks = [] }
  }

  /// Whether its figures and marks of blank cells stand for so many columns.
  func fills(_ columns: Int) -> Bool { !figures.isEmpty && figures.count + blanks.count == columns }

  /// The place of each of its figures among all that it prints, blank cells included.
  var places: [Int] {
    figures.indices.map { figure in figure + blanks.count { $0.figuresBefore <= figure } }
  }

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

extension FormReading {
  /// Forgets the marks of blank cells where most rows do not mark all of theirs: a lone mark is damage, and says nothing.
  mutating func forgetStrayMarks() {
    let printed = rows.filter { !$0.figures.isEmpty && $0.side != .revenue }
    guard printed.count(where: { $0.fills(measures.count) }) * 2 <= printed.count else { return }
    for row in rows.indices { rows[row].blanks = [] }
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
  /// The grid columns of its header; 0 where the layout has none.
  var headerWidth = 0
  /// Whether the form was recognised without its title.
  var isByShape = false
  /// What was found while reading it.
  var findings: [Finding] = []
}
