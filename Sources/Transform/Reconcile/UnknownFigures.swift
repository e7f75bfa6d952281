import Accounts

/// Restores figures that cannot be read, where sums of what can be read give them.
///
/// Unlike a blank cell, such a cell is known to hold a figure, so one sum is enough to give it, though not to prove it.
/// What can still be read of the figure must stand in the restored one in the same order.
enum UnknownFigures {
  /// Fills such cells of decided rows.
  static func restore(in problem: inout Problem) {
    var left = limit
    for row in problem.rows.indices {
      guard let reading = problem.rows[row].decided, reading.unknown != 0, problem.rows[row].row.key != nil else {
        continue
      }
      for column in reading.values.indices where reading.isUnknown(column) && left > 0 {
        left -= 1
        restore(Equations.Place(row: row, column: column), in: &problem)
      }
    }
  }

  /// A form with more such figures is not to be restored but exported again.
  private static let limit = 100

  private static func restore(_ place: Equations.Place, in problem: inout Problem) {
    guard let figure = problem.rows[place.row].domain[0].figures[place.column] else { return }
    let printed = problem.rows[place.row].row.figures[figure].token
    var trial = problem
    trial.rows[place.row].domain[0].clear(place.column)
    let equations = Equations(trial)
    let own = equations.indices(at: place)
    // A blank stands for zero in these sums: what they lack is the figure.
    let values = Set(own.map { -equations.all[$0].sum * equations.all[$0].coefficient(at: place) })
    guard values.count == 1, let value = values.first, value != .zero, value.isReadable,
      isPossible(value, in: trial.rows[place.row]),
      shows(value, printed, unit: problem.forms[problem.rows[place.row].form].unit)
    else { return }
    trial.rows[place.row].domain[0].values[place.column] = value
    trial.rows[place.row].restored[place.column] = own.map { equations.label($0, in: trial) }
    problem = trial
  }

  /// Whether a value has no more decimals than the figures of its row or form print.
  private static func isPossible(_ value: Amount, in variable: RowVariable) -> Bool {
    let unit = variable.rounding.halfUnit * 2
    return unit > .zero && value.cut(to: unit) == value
  }

  /// Whether the digits that can be read stand in a value as it would be printed, in this order.
  private static func shows(_ value: Amount, _ token: Token, unit: MoneyUnit) -> Bool {
    var digits = token.normal.units.filter { (0x30...0x39).contains($0) }[...]
    let printed = value.magnitude.share(of: Amount(thousandths: unit.yuan * 1_000), parts: 1_000_000) ?? 0
    for digit in String(printed).utf16 where digit == digits.first { digits = digits.dropFirst() }
    return digits.isEmpty
  }
}
