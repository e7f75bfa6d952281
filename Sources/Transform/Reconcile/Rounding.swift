import Accounts

/// How far rounding may carry the figures of one row: each stands for its value plus or minus half a unit of its last digit.
struct Rounding: Sendable {
  /// Half a unit of the coarsest last digit of the row: what a value that is not printed is taken to be within.
  let halfUnit: Amount
  /// That of each figure; empty where all are alike.
  private let ofFigures: [Amount]

  /// The rounding of a row whose coarsest half unit is given; a zero stands for a blank and is no coarser than the others.
  init(_ row: FormRow, halfUnit: Amount) {
    self.halfUnit = halfUnit
    let own = row.figures.map { $0.amount == .zero ? min($0.halfUnit, halfUnit) : $0.halfUnit }
    ofFigures = own.allSatisfy { $0 == halfUnit } ? [] : own
  }

  /// Half a unit of the figure with that index; of the row where none is printed.
  func halfUnit(of figure: Int?) -> Amount {
    guard let figure, !ofFigures.isEmpty else { return halfUnit }
    return ofFigures[figure]
  }
}
