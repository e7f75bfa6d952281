/// What a form prints beside its figures: what whoever replays the decisions about them needs to know.
public struct PrintedForm: Hashable, Sendable {
  /// Which form it is.
  public var form: Form
  /// The unit of its amounts.
  public var unit: MoneyUnit
  /// The measures of its columns in printed order; on the revenue side of gk04 there is one column, `amount`.
  public var columns: [Measure]
  /// Its rows in printed order, those without figures too.
  public var rows: [PrintedFormRow]
  /// Notes and rules printed under it.
  public var notes: [Paragraph]

  /// Makes the description of a form.
  public init(form: Form, unit: MoneyUnit, columns: [Measure], rows: [PrintedFormRow], notes: [Paragraph]) {
    self.form = form
    self.unit = unit
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}

/// One row of a form as printed, with or without figures.
public struct PrintedFormRow: Hashable, Sendable {
  /// The side of a two-sided form.
  public var side: Side
  /// The row's key; nil where its code stayed open or its label names no line of the form.
  public var row: RowKey?
  /// Which of several blocks standing side by side it belongs to (gk06), counted from the left.
  public var block: Int
  /// The printed 行次; nil without one.
  public var lineNumber: Int?
  /// The code as printed.
  public var codePrinted: String
  /// The name as printed.
  public var namePrinted: String
  /// Its figures as printed, from left to right.
  public var figures: [String]
  /// For each blank cell that it marks, how many figures stand before it.
  public var blanks: [Int] = []
  /// The columns in which a figure stands, or may stand, that cannot be read.
  public var unknown: [Measure] = []
  /// The measures that each figure may have, where a label beside it says so; empty where it does not.
  public var allowed: [[Measure]]
  /// The source line on which it starts.
  public var sourceLine: Int

  /// Makes the description of a row.
  public init(
    side: Side, row: RowKey?, block: Int, lineNumber: Int?, codePrinted: String, namePrinted: String, figures: [String],
    allowed: [[Measure]] = [], sourceLine: Int
  ) {
    self.side = side
    self.row = row
    self.block = block
    self.lineNumber = lineNumber
    self.codePrinted = codePrinted
    self.namePrinted = namePrinted
    self.figures = figures
    self.allowed = allowed
    self.sourceLine = sourceLine
  }
}
