import Accounts

/// One way to read a row: which figure stands in which column, and which column's figure was lost.
struct Reading: Hashable {
  typealias Values = ByColumn<Amount>
  typealias Figures = ByColumn<Int>

  /// The value of each column; nil where the column is blank.
  var values: Values
  /// For each column the index of the printed figure that stands in it; nil for blank and lost ones.
  var figures: Figures
  /// The columns, one bit each, in which a figure stands that cannot be read: they are not blank, and no sum holds them.
  private(set) var unknown: UInt32 = 0
  /// The column whose figure was lost and follows from the row's identities.
  var lost: Int?
  /// Whether all figures stand in the columns of the grid that the header names for them.
  var isInPlace = false

  /// The reading of a blank row with so many columns.
  static func blank(_ columns: Int) -> Reading {
    Reading(values: Values(columns: columns), figures: Figures(columns: columns))
  }

  /// Whether a figure that cannot be read stands in a column.
  func isUnknown(_ column: Int) -> Bool { unknown & 1 << column != 0 }

  /// Whether nothing stands in a column.
  func isBlank(_ column: Int) -> Bool { values[column] == nil && !isUnknown(column) }

  /// The same reading, of whose columns none is known to be blank.
  var withUnknownBlanks: Reading {
    var reading = self
    for column in values.indices where isBlank(column) { reading.unknown |= 1 << column }
    return reading
  }

  /// Puts the figure of an index into a column.
  mutating func place(_ figure: Int, of amount: Amount?, in column: Int) {
    values[column] = amount
    figures[column] = figure
    if amount == nil { unknown |= 1 << column }
  }

  /// Takes what stands in a column out of it.
  mutating func clear(_ column: Int) {
    values[column] = nil
    figures[column] = nil
    unknown &= ~(1 << column)
  }

  /// How far rounding may carry the value of a column; one that was lost was computed from others.
  func slack(_ column: Int, _ rounding: Rounding) -> Amount {
    lost == column ? rounding.halfUnit * 3 : rounding.halfUnit(of: figures[column])
  }

  /// A reading of a row with `count` columns that puts each of its figures into the column of the same place; nil where
  /// that is not known, or two figures would stand in one column.
  init?(_ row: FormRow, columns: some Collection<Int?>, count: Int) {
    guard columns.count == row.figures.count else { return nil }
    self = .blank(count)
    for (figure, column) in columns.enumerated() {
      guard let column, figures[column] == nil else { return nil }
      place(figure, of: row.figures[figure].amount, in: column)
    }
  }

  /// A reading of a row with one column that takes its figure `index`.
  init(_ row: FormRow, only index: Int) {
    self = .blank(1)
    place(index, of: row.figures[index].amount, in: 0)
  }

  private init(values: Values, figures: Figures) {
    self.values = values
    self.figures = figures
  }
}

/// A row as an unknown: the readings that are still possible.
struct RowVariable {
  /// What never changes stands apart and is shared: problems are copied for every trial, and rows are large.
  private final class Fixed: Sendable {
    let row: FormRow
    let measures: [Measure]
    let rules: RowRules

    init(_ row: FormRow, _ measures: [Measure], _ rules: RowRules) {
      self.row = row
      self.measures = measures
      self.rules = rules
    }
  }

  private let fixed: Fixed
  /// Which form it belongs to, as an index into the forms of the problem.
  let form: Int
  /// Half a unit of the last digit of its figures; of its form's, where it has none.
  let halfUnit: Amount
  /// How far rounding may carry each of its figures.
  let rounding: Rounding
  /// The row as read.
  var row: FormRow { fixed.row }
  /// The measures of its columns.
  var measures: [Measure] { fixed.measures }
  /// The identities between its columns.
  var rules: RowRules { fixed.rules }

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

  /// Whether it stands in a form that may have lost a column for all its rows.
  var losesByColumn = false
  /// Whether it has fewer grid cells than other rows of its form, so that its figures may stand too far left.
  var isShort = false

  /// Makes a row of a form with the readings that it may have at first.
  init(
    form: Int, row: FormRow, measures: [Measure], rules: RowRules, domain: [Reading], isSettled: Bool, halfUnit: Amount
  ) {
    fixed = Fixed(row, measures, rules)
    self.form = form
    self.halfUnit = halfUnit
    rounding = Rounding(row, halfUnit: halfUnit)
    self.domain = domain
    considered = domain
    self.isSettled = isSettled
  }

  /// The one reading left, if it is decided.
  var decided: Reading? { domain.count == 1 ? domain[0] : nil }

  /// Whether it is decided, and its own identities do not hold.
  var breaksItsRules: Bool { domain.count == 1 && !rules.hold(domain[0], rounding) }
}

extension [Reading] {
  /// Whether there are readings, and all of them give a column the same value, or leave it blank.
  func isAgreed(on column: Int) -> Bool {
    !isEmpty && !mayBeUnknown(column)
      && indices.dropFirst().allSatisfy { self[$0].values[column] == self[0].values[column] }
  }

  /// Whether in any of them a figure that cannot be read stands in a column.
  func mayBeUnknown(_ column: Int) -> Bool { indices.contains { self[$0].isUnknown(column) } }
}
