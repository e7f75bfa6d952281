import Accounts

/// One way to read a row: which figure stands in which column, and which column's figure was lost.
struct Reading: Hashable {
  /// The value of each column in thousandths of a yuan; nil where the column is blank.
  var values: [Int64?]
  /// For each column the index of the printed figure that stands in it; nil for blank and lost ones.
  var figures: [Int?]
  /// The column whose figure was lost and follows from the row's identities.
  var lost: Int?
  /// Whether all figures stand in the columns of the grid that the header names for them.
  var isInPlace = false

  /// The reading of a blank row with so many columns.
  static func blank(_ columns: Int) -> Reading {
    Reading(values: Array(repeating: nil, count: columns), figures: Array(repeating: nil, count: columns))
  }

  /// A reading that puts figure `index` of `row` into column `columns[index]`.
  init(_ row: FormRow, columns: [Int], count: Int) {
    self = .blank(count)
    for (figure, column) in columns.enumerated() {
      values[column] = row.figures[figure].amount.thousandths
      figures[column] = figure
    }
  }

  /// A reading of a row with one column that takes its figure `index`.
  init(_ row: FormRow, only index: Int) {
    self.init(values: [row.figures[index].amount.thousandths], figures: [index])
  }

  private init(values: [Int64?], figures: [Int?]) {
    self.values = values
    self.figures = figures
    lost = nil
  }
}

/// A row as an unknown: the readings that are still possible.
struct RowVariable {
  /// Which form it belongs to, as an index into the forms of the problem.
  var form: Int
  /// The row as read.
  var row: FormRow
  /// The measures of its columns.
  var measures: [Measure]
  /// The identities between its columns.
  var rules: RowRules
  /// The readings that nothing has excluded yet; empty where no reading makes sense.
  var domain: [Reading]
  /// The readings that there were at first.
  var considered: [Reading]
  /// Whether its position or its full count of figures settled the reading, so that nothing was inferred.
  var isSettled: Bool
  /// The names of the identities that excluded readings.
  var excludedBy: [String] = []
  /// Whether the last choice was made by the smallest rounding only.
  var isMinimal = false
  /// Whether an independent place of the disclosure chose it.
  var isCorroborated = false

  /// Where the row was lost: what speaks for the value of each column.
  var restored: [Int: [String]] = [:]
  /// The columns whose figure was misread and is corrected in the reading.
  var corrections: [Int: Correction] = [:]

  /// Half a unit of the last digit of its figures, in thousandths of a yuan; of its form's, where it has none.
  var halfUnit: Int64

  /// Whether it stands in a form that may have lost a column for all its rows.
  var losesByColumn = false

  /// Whether it has fewer grid cells than other rows of its form, so that its figures may stand too far left.
  var isShort = false

  /// How far rounding may carry the value of a column; one that was lost was computed from others.
  func slack(of reading: Reading, _ column: Int) -> Int64 { reading.lost == column ? halfUnit * 3 : halfUnit }

  /// The one reading left, if it is decided.
  var decided: Reading? { domain.count == 1 ? domain[0] : nil }

  /// One of the readings left, if all of them give some columns the same values.
  func agreed(on columns: [Int]) -> Reading? {
    guard let first = domain.first else { return nil }
    return domain.allSatisfy { reading in columns.allSatisfy { reading.values[$0] == first.values[$0] } } ? first : nil
  }
}
