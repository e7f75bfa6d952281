import Accounts

/// Rows of a grid whose figures may stand in wrong columns: those with fewer cells than others of their form, because
/// an export cut off the blank ones at the end or lost blank ones between figures, and those that do not balance where
/// they stand, because it moved them all.
///
/// They are read as they stand until an identity of their form breaks; then they are open to every reading that their
/// own identities allow, and what all identities together decide is accepted where it mends something.
enum DisplacedRows {
  /// The lines of a form's rows that have fewer cells than its widest row of figures; in gk09, which has one, than its
  /// header.
  static func shortLines(of form: FormReading) -> Set<Int> {
    let rows = form.table.rows.filter { row in
      row.isGridded && (form.form.template.rows == .pairs || row.tokens.contains { $0.number != nil })
    }
    let width = rows.map(\.width).max() ?? 0
    return Set(rows.filter { $0.width < width }.flatMap { $0.tokens.map(\.span.line) })
  }

  /// The lines of gk01 or gk04 that lost cells, if they are few: what seems blank in them may be what was lost.
  static func tornLines(of form: FormReading, among short: Set<Int>) -> Set<Int> {
    guard form.form.template.rows == .lines, short.count <= mostTorn else { return [] }
    return short
  }

  /// More short lines are an export's way to leave out the blank cells at their ends.
  private static let mostTorn = 2

  /// Moves the figures of displaced rows where that mends broken identities.
  ///
  /// - Parameter undecided: the problem before anything was decided: what was inferred from a displaced row as it stands
  ///   may be as wrong as that.
  static func settle(_ problem: inout Problem, undecided: Problem, by decide: (inout Problem) -> Void) {
    let forms = problem.brokenForms
    let rows = problem.rows.indices.filter {
      (problem.rows[$0].isShort || problem.rows[$0].isMisplaced) && forms.contains(problem.rows[$0].form)
    }
    var trial = undecided
    for row in rows { open(&trial.rows[row]) }
    let opened = rows.filter { undecided.rows[$0].isSettled && !trial.rows[$0].isSettled }
    guard !opened.isEmpty else { return }
    decide(&trial)
    let isMoved = rows.contains { row in
      trial.rows[row].decided.map { $0.figures != problem.rows[row].decided?.figures } ?? false
    }
    let isWhole = rows.allSatisfy { !trial.rows[$0].domain.isEmpty }
    guard isMoved, isWhole, Equations(trial).brokenCount < Equations(problem).brokenCount else { return }
    for row in opened where trial.rows[row].decided?.figures == problem.rows[row].decided?.figures {
      trial.rows[row].isSettled = true
    }
    problem = trial
  }

  /// Opens a row to every reading that its own identities allow; to every one at all where none does and it breaks more of
  /// them as it stands than one misread figure can, each being in two at most.
  static func open(_ variable: inout RowVariable) {
    guard variable.measures.count > 1, let printed = variable.decided, variable.isSettled else { return }
    let enumerator = ReadingEnumerator(rules: variable.rules, measures: variable.measures)
    var readings = enumerator.balanced(variable.row)
    let broken = variable.rules.rules.count {
      !variable.rules.isHeld($0, printed, variable.rounding)
    }
    if readings.isEmpty, broken > 2 { readings = enumerator.allReadings(of: variable.row) }
    guard !readings.isEmpty, readings != [printed] else { return }
    variable.domain = readings
    variable.considered = readings
    variable.isSettled = false
  }
}

extension RowVariable {
  /// Whether it stands in a grid and breaks its own identities there.
  fileprivate var isMisplaced: Bool { isSettled && row.figures.first?.token.column != nil && breaksItsRules }
}

extension Problem {
  /// The forms (as indices) of which some identity does not hold.
  fileprivate var brokenForms: Set<Int> {
    var forms: Set<Int> = []
    for identity in identities {
      guard let result = evaluate(identity), !result.holds else { continue }
      forms.formUnion(identity.terms.map { rows[$0.row].form })
    }
    for row in rows.indices where rows[row].isMisplaced { forms.insert(rows[row].form) }
    return forms
  }
}
