import Accounts

/// A linear identity over cells: the sum of its terms is zero, or at most zero, within the rounding of its figures.
struct Equation {
  /// One cell, times a coefficient.
  struct Term: Hashable {
    var row: Int
    var column: Int
    var coefficient: Int128
  }

  /// The claim in the language of witnesses.
  var label: String
  var terms: [Term]
  /// Whether the terms sum to zero or less: a part is at most its whole.
  var isAtMost = false
  /// Whether all its cells stand in one row.
  var isOfRow = false

  /// What it comes to on a ledger.
  struct Outcome {
    /// The sum of the terms over all values that cells with ranges may have.
    var low: Int128
    var high: Int128
    /// How far rounding may take it from zero.
    var tolerance: Int128
    /// The sum of the magnitudes of the terms.
    var reach: UInt128 = 0
    /// How many of its cells hold a figure.
    var filled: Int
    /// Whether a row in it is not decided.
    var isOpen: Bool
    /// Whether a cell in it is not decided.
    var hasOpenCell: Bool
    var isAtMost: Bool

    /// Whether some value of each cell satisfies it within rounding.
    var holds: Bool { isAtMost ? low <= tolerance : low <= tolerance && high >= -tolerance }
  }

  /// Evaluates it; `values` stand in for those of row `replaced`.
  func outcome(in ledger: Ledger, replacing replaced: Int? = nil, by values: [Ledger.Value?] = []) -> Outcome {
    var outcome = Outcome(
      low: 0, high: 0, tolerance: 0, filled: 0, isOpen: false, hasOpenCell: false, isAtMost: isAtMost)
    for term in terms {
      let isReplaced = term.row == replaced
      if !isReplaced, ledger.rows[term.row].isOpen { outcome.isOpen = true }
      if ledger.rows[term.row].unknown.contains(term.column) { (outcome.isOpen, outcome.hasOpenCell) = (true, true) }
      let cell = isReplaced ? values[term.column] : ledger.rows[term.row].values[term.column]
      if !isReplaced, ledger.isOpen(term.row, term.column) { outcome.hasOpenCell = true }
      guard let cell else {
        // A column without a value need not be blank where a figure cannot be read or several readings are left.
        if ledger.rows[term.row].hasUnread || ledger.rows[term.row].isUndecided { outcome.isOpen = true }
        continue
      }
      outcome.filled += 1
      outcome.tolerance += cell.slack
      let (first, second) = (cell.low * term.coefficient, cell.high * term.coefficient)
      outcome.low += min(first, second)
      outcome.high += max(first, second)
      outcome.reach += max(first.magnitude, second.magnitude)
    }
    return outcome
  }

  /// Whether a row takes part in it.
  func involves(_ row: Int) -> Bool { terms.contains { $0.row == row } }

  /// Whether a cell takes part in it.
  func involves(_ row: Int, _ column: Int) -> Bool { terms.contains { $0.row == row && $0.column == column } }
}
