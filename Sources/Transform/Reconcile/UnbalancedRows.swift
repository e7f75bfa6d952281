import Accounts

/// Rows of a layout without columns whose figures fit no columns, in forms whose other rows do fit.
///
/// A figure of such a row is lost, or misread, or the publisher's error. The row takes no part until the others are
/// decided, lest a wrong guess at it mislead them; then a lost or misread figure is accepted where it makes everything
/// hold, and else the row is read as printed, by the columns that most of its figures fit.
struct UnbalancedRows {
  private var rows: [Int] = []

  /// Sets such rows aside; a form that lost a whole column has too many of them, and is none of these.
  init(setAside problem: inout Problem) {
    for form in problem.forms.indices {
      let printed = problem.printedRows(of: form)
      let unbalanced = printed.filter { Self.isUnbalanced(problem.rows[$0]) }
      guard !unbalanced.isEmpty, unbalanced.count <= max(2, printed.count / 4) else { continue }
      for row in unbalanced {
        let misread = MisreadReadings.readings(of: problem.rows[row])
        guard misread.count <= Self.limit else { continue }
        problem.rows[row].considered += misread
        problem.rows[row].domain = []
        rows.append(row)
      }
    }
  }

  private static let limit = 400

  private static func isUnbalanced(_ variable: RowVariable) -> Bool {
    !variable.isSettled && variable.measures.count > 1 && variable.domain.allSatisfy { $0.lost != nil }
  }

  // MARK: lost or misread figures

  /// Accepts readings that make every equation of their rows hold: of all rows together, or else row by row.
  func settle(_ problem: inout Problem, by decide: (inout Problem) -> Void) {
    let all = open(problem)
    guard !all.isEmpty, !accept(all, &problem, by: decide, requiresDecision: false) else { return }
    // A figure lost alone is none of a column that the whole form lost.
    for row in all { problem.rows[row].losesByColumn = false }
    guard !accept(all, &problem, by: decide, requiresDecision: false) else { return }
    var isChanged = true
    var trials = TransformLimits.trials(rows: problem.rows.count)
    while isChanged {
      isChanged = false
      for row in open(problem) {
        guard trials > 0 else { return problem.abstain("So many rows do not balance that not each was tried alone.") }
        trials -= 1
        if accept([row], &problem, by: decide, requiresDecision: true) { isChanged = true }
      }
    }
  }

  /// Whether any of them is still set aside.
  func areOpen(in problem: Problem) -> Bool { !open(problem).isEmpty }

  private func open(_ problem: Problem) -> [Int] { rows.filter { problem.rows[$0].domain.isEmpty } }

  private func accept(
    _ rows: [Int], _ problem: inout Problem, by decide: (inout Problem) -> Void, requiresDecision: Bool
  ) -> Bool {
    var trial = problem
    for row in rows { trial.rows[row].domain = trial.rows[row].considered }
    decide(&trial)
    let equations = Equations(trial)
    guard
      rows.allSatisfy({ row in
        switch trial.rows[row].domain.count {
        case 0: false
        case 1: Self.prove(row, &trial, equations)
        default: !requiresDecision && trial.rows[row].domain.contains { !Self.breaks($0, row, trial) }
        }
      }), equations.brokenCount <= Equations(problem).brokenCount
    else { return false }
    problem = trial
    return true
  }

  /// Opens the rows again whose one reading left takes a digit for misread without a proof.
  func withdrawUnproved(in problem: inout Problem) {
    for row in rows where problem.rows[row].corrections.isEmpty {
      guard let reading = problem.rows[row].decided, problem.rows[row].misread(reading) != nil else { continue }
      let equations = Equations(problem)
      if !Self.prove(row, &problem, equations) { problem.rows[row].domain = problem.rows[row].considered }
    }
  }

  /// Whether all equations of a decided row hold, and two independent ones its corrected digit if it has one. What one row
  /// of many takes for lost must stand in a sum of its column that holds: the others could as well have lost nothing.
  static func prove(_ row: Int, _ problem: inout Problem, _ equations: Equations) -> Bool {
    guard let reading = problem.rows[row].decided, !problem.rows[row].isMinimal else { return false }
    let places = reading.values.indices.map { Equations.Place(row: row, column: $0) }
    guard places.allSatisfy({ equations.indices(at: $0).allSatisfy { equations.all[$0].holds } }) else {
      return false
    }
    if let lost = reading.lost, !equations.confirm(places[lost]), isOneOfMany(row, problem) { return false }
    guard let column = problem.rows[row].misread(reading), let figure = reading.figures[column] else { return true }
    let own = equations.indices(at: places[column])
    guard equations.hasIndependentPair(own, at: places[column]) else { return false }
    problem.rows[row].corrections[column] = Correction(
      printed: problem.rows[row].row.figures[figure].amount ?? .zero,
      witnesses: own.map { equations.label($0, in: problem) }, isCorroborated: false)
    return true
  }

  /// Whether four of five rows of its form balance as they are printed.
  private static func isOneOfMany(_ row: Int, _ problem: Problem) -> Bool {
    let rows = problem.printedRows(of: problem.rows[row].form)
    let balanced = rows.count { index in
      problem.rows[index].considered.contains { $0.lost == nil && problem.rows[index].misread($0) == nil }
    }
    return balanced * 5 >= rows.count * 4
  }

  /// Whether a reading breaks an equation whose other cells are decided.
  private static func breaks(_ reading: Reading, _ row: Int, _ problem: Problem) -> Bool {
    var trial = problem
    trial.rows[row].domain = [reading]
    let equations = Equations(trial)
    return reading.values.indices.contains { column in
      equations.indices(at: Equations.Place(row: row, column: column)).contains { !equations.all[$0].holds }
    }
  }

  // MARK: as printed

  /// Reads the rows that nothing explains as they are printed: each in the columns that break the fewest equations.
  func readAsPrinted(_ problem: inout Problem) {
    for row in open(problem) {
      let variable = problem.rows[row]
      let enumerator = ReadingEnumerator(rules: variable.rules, measures: variable.measures)
      let readings = enumerator.allReadings(of: variable.row)
      guard !readings.isEmpty else { continue }
      let identities = problem.identities.filter { $0.relation == .equal && $0.terms.contains { $0.row == row } }
      let own = identities.map(\.terms) + variable.rules.rules.map { $0.terms(inRow: row) }
      let scores = readings.map { score($0, of: row, own, problem) }
      let best = scores.max() ?? 0
      problem.rows[row].domain = zip(readings, scores).filter { $0.1 == best }.map(\.0)
      problem.rows[row].considered = readings + variable.considered
      problem.rows[row].isMinimal = true
    }
  }

  /// Equations that hold less those that are broken, once the row has this reading.
  private func score(_ reading: Reading, of row: Int, _ own: [[Identity.Term]], _ problem: Problem) -> Int {
    var trial = problem
    trial.rows[row].domain = [reading]
    return own.reduce(0) { score, terms in
      guard let result = trial.evaluate(terms), result.printed > 0 else { return score }
      return score + (result.holds ? 1 : -1)
    }
  }
}

extension RowVariable {
  /// The column whose figure a reading takes for misread; nil where it takes all figures as printed.
  func misread(_ reading: Reading) -> Int? {
    reading.figures.indices.first { column in
      guard let figure = reading.figures[column] else { return false }
      return reading.values[column] != row.figures[figure].amount
    }
  }
}
