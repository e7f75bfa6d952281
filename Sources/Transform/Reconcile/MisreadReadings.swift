import Accounts

/// Opens rows whose figures fit no columns to readings with one misread digit.
///
/// In a layout that lost its empty cells a misread digit makes a row unreadable, or explicable only by a lost figure.
/// Both explanations then stand side by side until the identities of other rows exclude one.
struct MisreadReadings {
  /// Opens the rows of `problem` that do not balance, in forms where most rows do: a whole column lost breaks them all.
  static func open(_ problem: inout Problem) {
    for form in problem.forms.indices {
      let rows = problem.rows.indices.filter { problem.rows[$0].form == form && !problem.rows[$0].row.figures.isEmpty }
      let unbalanced = rows.filter { isUnbalanced(problem.rows[$0]) }
      guard !unbalanced.isEmpty, unbalanced.count <= max(2, rows.count / 4) else { continue }
      for row in unbalanced {
        let readings = readings(of: problem.rows[row])
        guard !readings.isEmpty, readings.count <= limit else { continue }
        problem.rows[row].domain += readings
        problem.rows[row].considered += readings
      }
    }
  }

  private static let limit = 400

  private static func isUnbalanced(_ variable: RowVariable) -> Bool {
    !variable.isSettled && variable.measures.count > 1 && variable.domain.allSatisfy { $0.lost != nil }
  }

  /// All readings of a row that balance once one digit of one figure is changed.
  private static func readings(of variable: RowVariable) -> [Reading] {
    let enumerator = ReadingEnumerator(rules: variable.rules, measures: variable.measures)
    guard !enumerator.isStacked(variable.row) else { return [] }
    var seen: Set<Reading> = []
    var result: [Reading] = []
    for reading in enumerator.allReadings(of: variable.row) {
      for (column, figure) in reading.figures.enumerated() {
        guard let figure, let change = change(of: column, in: reading, variable) else { continue }
        let printed = variable.row.figures[figure]
        for value in OneDigitChanges.values(of: printed, in: change) {
          var corrected = reading
          corrected.values[column] = value
          if seen.insert(corrected).inserted { result.append(corrected) }
        }
      }
    }
    return result
  }

  /// The values of a column that make all rules of the row hold; nil where none does.
  private static func change(of column: Int, in reading: Reading, _ variable: RowVariable) -> ClosedRange<Int64>? {
    var demanded: Int64?
    for rule in variable.rules.rules {
      guard let own = rule.terms.first(where: { $0.column == column }) else {
        guard variable.rules.isHeld(rule, reading.values, halfUnit: variable.halfUnit) else { return nil }
        continue
      }
      let others = rule.terms.reduce(Int64(0)) { sum, term in
        term.column == column ? sum : sum + (reading.values[term.column] ?? 0) * term.coefficient
      }
      let value = -others * own.coefficient
      guard demanded == nil || demanded == value else { return nil }
      demanded = value
    }
    return demanded.map { $0...$0 }
  }

  // MARK: proof

  /// Accepts corrected readings that two independent equations prove, and opens the others again.
  static func settle(_ problem: inout Problem) {
    let rows = problem.rows.indices.filter { row in
      problem.rows[row].decided.map { problem.rows[row].misread($0) != nil } ?? false
        && problem.rows[row].corrections.isEmpty
    }
    guard !rows.isEmpty else { return }
    let equations = Equations(problem)
    for row in rows {
      guard let reading = problem.rows[row].decided, let column = problem.rows[row].misread(reading),
        let figure = reading.figures[column]
      else { continue }
      let place = Equations.Place(row: row, column: column)
      let own = equations.ofPlace[place] ?? []
      if !problem.rows[row].isMinimal, own.allSatisfy({ equations.all[$0].holds }),
        equations.hasIndependentPair(own, at: place)
      {
        problem.rows[row].corrections[column] = Correction(
          printed: problem.rows[row].row.figures[figure].amount.thousandths,
          witnesses: own.map { equations.label($0, in: problem) }, isCorroborated: false)
      } else {
        problem.rows[row].domain = problem.rows[row].considered
      }
    }
  }
}

extension RowVariable {
  /// The column whose figure a reading takes for misread; nil where it takes all figures as printed.
  func misread(_ reading: Reading) -> Int? {
    reading.figures.indices.first { column in
      guard let figure = reading.figures[column] else { return false }
      return reading.values[column] != row.figures[figure].amount.thousandths
    }
  }
}
